"""An independent reading of the questions that are asked of positions: deals, diff, thresholds,
lookthrough and control, in exact fractions, on top of reference.py. Where the design leaves a choice,
docs/MODEL.md and docs/THRESHOLDS.md say what it is.
"""
from dataclasses import dataclass
from fractions import Fraction

import reference
from reference import PENDING, View, date_span

DEALS = ("deal,kind,issuer,holder,status,first_known,last_known,date,stake_pct,amount,currency,"
         "history,source,days,counterparty,class,part,stake_low_pct,stake_high_pct,"
         "stake_after_pct,reports").split(",")
DIFF = "holder,from_pct,to_pct,change_pp,reason,class".split(",")
THRESHOLDS = ("date,holder,direction,threshold_pct,from_pct,to_pct,source,of,certainty,cause,kind,"
              "status,deal").split(",")
LOOKTHROUGH = "entity,direct_pct,indirect_pct,total_pct,total_low_pct,total_high_pct".split(",")
CONTROL = "entity,relation,votes_pct,via".split(",")
MOVE_MIN = Fraction(1, 2 * 10 ** 6)  # what prints as 0
ENDLESS = None


# ---- deals ----

def deals(log, known_by=None, entity=None, start=None, end=None, statuses=None, kinds=None,
          pending=False):
    found = {}
    for event in log:
        if event.deal and (known_by is None or event.known_day <= known_by):
            key = event.deal, event.issuer, event.holder, event.class_, event.part
            found.setdefault(key, []).append(event)
    rows = []
    for versions in found.values():
        versions.sort(key=lambda event: (event.known_day, event.seq))
        last = versions[0]
        for version in versions[1:]:
            last = reference.carried(version, last)
        if entity and entity not in (last.issuer, last.holder, last.counterparty):
            continue
        if start is not None and last.day < start or end is not None and last.day > end:
            continue
        if statuses and last.status not in statuses or kinds and last.kind not in kinds:
            continue
        if pending and last.status not in PENDING:
            continue
        rows.append(deal_row(last, versions))
    if pending:
        return sorted(rows, key=lambda row: (row["first_day"], row["day"], row["seq"]))
    return sorted(rows, key=lambda row: (row["day"], row["seq"]))


def deal_row(last, versions):
    begun = [version for number, version in enumerate(versions)
             if number == 0 or version.status != versions[number - 1].status]
    stake = last.stake or last.stake_after
    row = dict(deal=last.deal, kind=last.kind, issuer=last.issuer, holder=last.holder,
               status=last.status, first_known=versions[0].known, last_known=last.known,
               date=last.date, source=last.source, counterparty=last.counterparty, part=last.part,
               reports=len(versions), day=last.day, seq=last.seq,
               first_day=versions[0].known_day)
    row["class"] = last.class_
    row["history"] = " → ".join(f"{version.status} {version.known} {version.source}".strip()
                                for version in begun)
    row["days"] = "; ".join(str(after.known_day - before.known_day)
                            for before, after in zip(begun, begun[1:]))
    if stake:
        row.update(stake_pct=100 * stake.middle, stake_low_pct=100 * stake.low,
                   stake_high_pct=100 * stake.high)
    if last.stake_after:
        row["stake_after_pct"] = 100 * last.stake_after.middle
    if last.amount:
        row["amount"], row["currency"] = last.amount
    return row


# ---- diff ----

def middles(replayed):
    """The stake of each position ever met, in per cent; None where it is unknown."""
    out = {}
    for key, position in replayed.positions.items():
        stake = replayed.stake(position)
        out[key] = None if stake is None else 50 * sum(stake)
    return out


def rest(stakes):
    return 100 - sum(stake for stake in stakes.values() if stake is not None)


def diff(log, issuer, start, view):
    def replayed(end):
        asked = View(None, end, view.known_by, view.pro_forma)
        return reference.issuers_of(log, asked).get(issuer) or reference.Issuer(issuer)

    before = replayed(start) if start is not None else reference.Issuer(issuer)
    after = replayed(view.end)
    old, new = middles(before), middles(after)
    rows = []
    for key in dict.fromkeys([*old, *new]):
        left, right = old.get(key, Fraction(0)), new.get(key, Fraction(0))
        if left is None and right is None:
            continue
        if left is not None and right is not None and abs(right - left) < MOVE_MIN:
            continue
        row = dict(holder=key[0], from_pct=left, to_pct=right)
        row["class"] = key[1]
        row["change_pp"] = None if left is None or right is None else right - left
        row["reason"] = reason(after.rows, key, start, left, right)
        rows.append(row)
    rows.sort(key=lambda row: (row["change_pp"] is None, -abs(row["change_pp"] or 0),
                               row["holder"].encode(), row["class"].encode()))
    moved = rest(new) - rest(old)
    if rows and abs(moved) >= MOVE_MIN:
        rows.append(dict(holder="(undisclosed)", from_pct=rest(old), to_pct=rest(new),
                         change_pp=moved))
    return rows


def reason(timeline, key, start, left, right):
    if left == 0:
        return "entered"
    if right == 0:
        return "left"
    sizes = {"dilution": 0, "holding": 0}
    for row in timeline:
        own = (row["holder"], row["class"]) == key and row.get("counted")
        if not own or (start is not None and row["day"] <= start):
            continue
        size = float("inf") if row["change_pct"] is None else abs(row["change_pct"])
        if size < Fraction(1, 10 ** 12):
            continue
        if row["kind"] not in sizes:
            return "traded"
        sizes[row["kind"]] += size
    return "diluted" if sizes["dilution"] > sizes["holding"] else "restated"


# ---- the network ----

class Network:
    """Stakes and votes on a date, as parts of 1: ends[0] the low ones, [1] middle, [2] high."""

    def __init__(self, log, view):
        self.ends = [{}, {}, {}]  # (holder, issuer): part
        self.unknown, self.votes = set(), {}
        for name, replayed in reference.issuers_of(log, view).items():
            for (holder, _), position in replayed.positions.items():
                if not position.zero:
                    self.add(holder, name, replayed.stake(position), position.votes)
        self.unknown -= set(self.ends[1])
        self.names = {name for pair in [*self.ends[1], *self.unknown] for name in pair}

    def add(self, holder, issuer, stake, votes):
        pair = holder, issuer
        middle = sum(stake) / 2 if stake else None
        if stake is None:
            self.unknown.add(pair)
        else:
            for end, part in zip(self.ends, (stake[0], middle, stake[1])):
                end[pair] = end.get(pair, 0) + part
        counted = votes if votes is not None else middle
        if counted:
            self.votes[pair] = self.votes.get(pair, 0) + counted


def reach(parts, start, without):
    """What start leads to, by chains that do not pass through `without`."""
    found, open_ = set(), [start]
    while open_:
        node = open_.pop()
        for (holder, issuer), part in parts.items():
            if holder == node and part and issuer != without and issuer not in found:
                found.add(issuer)
                open_.append(issuer)
    return found


def total(parts, one, other):
    """The sum over the chains from one to the other that do not come back to one; ENDLESS where it
    does not converge: where I - B, on the nodes of these chains, is no M-matrix."""
    turned = {(issuer, holder): part for (holder, issuer), part in parts.items()}
    between = reach(parts, one, one) & ({other} | reach(turned, other, one))
    if other not in between:
        return Fraction(0)
    order = sorted(between)
    place = {name: number for number, name in enumerate(order)}
    size = len(order)
    rows = [[Fraction(int(i == j)) for j in range(size)] + [Fraction(0)] for i in range(size)]
    for (holder, issuer), part in parts.items():
        if holder in place and issuer in place:
            rows[place[holder]][place[issuer]] -= part
    rows[place[other]][size] = Fraction(1)
    for k in range(size):  # no row exchanges: the pivots of an M-matrix are positive
        if rows[k][k] <= 0:
            return ENDLESS
        for i in range(size):
            if i != k and rows[i][k]:
                factor = rows[i][k] / rows[k][k]
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[k])]
    return sum(parts.get((one, name), 0) * rows[place[name]][size] / rows[place[name]][place[name]]
               for name in order)


def lookthrough(log, entity, view, down, least=None):
    network = Network(log, view)
    rows = []
    for name in sorted(network.names - {entity}, key=str.encode):
        one, other = (entity, name) if down else (name, entity)
        low, middle, high = (total(parts, one, other) for parts in network.ends)
        if middle == 0 or (least is not None and middle is not None and 100 * middle < least):
            continue
        direct = network.ends[1].get((one, other), Fraction(0))
        row = dict(entity=name, direct_pct=100 * direct)
        if (one, other) in network.unknown:
            row["direct_pct"] = None
        if middle is not None:
            row.update(total_pct=100 * middle, indirect_pct=100 * (middle - direct))
        if low is not None:
            row["total_low_pct"] = 100 * low
            row["total_high_pct"] = Fraction(100) if high is None else min(100 * high, 100)
        rows.append(row)
    rows.sort(key=lambda row: (row.get("total_pct") is None, -(row.get("total_pct") or 0)))
    return rows


# ---- control ----

def controlled(votes, one):
    """The least set: what one controls, with the help of what it controls."""
    found, grows = set(), True
    names = {issuer for _, issuer in votes}
    while grows:
        more = {name for name in names - found - {one} if votes_of(votes, found | {one}, name)
                > Fraction(1, 2)}
        found |= more
        grows = bool(more)
    return found


def votes_of(votes, group, issuer):
    return sum(part for (holder, other), part in votes.items()
               if other == issuer and holder in group and holder != issuer)


def control(log, entity, view):
    votes = Network(log, view).votes
    groups = {name: controlled(votes, name) for name in {name for pair in votes for name in pair}}
    above = [name for name, group in groups.items() if entity in group]

    def row(name, relation, one, other):
        return dict(entity=name, relation=relation,
                    votes_pct=100 * votes_of(votes, groups[one] | {one}, other))

    def by_votes(rows):
        return sorted(rows, key=lambda row: (-row["votes_pct"], row["entity"].encode()))

    last = [name for name in above if name not in groups.get(entity, ())
            and not any(name in groups[other] for other in above)]
    return (by_votes([row(name, "controlled by", name, entity) for name in above])
            + by_votes([row(name, "ultimately controlled by", name, entity) for name in last])
            + by_votes([row(name, "controls", entity, name) for name in groups.get(entity, ())]))


# ---- thresholds ----

BELOW, AROUND, ABOVE = range(3)
CAUSES = ["dilution", "takeover", "stated", "counterparty", "own"]


@dataclass
class Rule:
    lines: list
    over: bool = False   # upwards, the stake must be more than a line; else at it is enough
    under: bool = False  # downwards, it must be less than it; else no longer above it is enough
    step: int = 0        # further crossings, by changes since the last one
    over_step: bool = False
    both: bool = False   # of capital or of votes


def rule_of(regime):
    def per_cents(*lines):
        return [Fraction(line) for line in lines]

    return {
        "eu": Rule(per_cents(5, 10, 15, 20, 25, 30, 50, 75)),
        "sec": Rule(per_cents(5), over=True),
        "dtr5": Rule(per_cents(*range(3, 101))),
        "amf": Rule(per_cents(5, 10, 15, 20, 25, 30, Fraction(100, 3), 50, Fraction(200, 3), 90,
                              95), over=True, under=True, both=True),
        "sebi": Rule(per_cents(5, 25), step=2, over_step=True),
        "japan": Rule(per_cents(5), over=True, step=1),
        "hk": Rule(per_cents(*range(5, 101))),
    }[regime]


@dataclass
class Level:
    """What a holder has in all, in per cent; `rough`: stated, so a little more or less."""
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    rough: bool = False

    @property
    def middle(self):
        return (self.low + self.high) / 2

    def reaches(self, line, more):
        """Does it reach the line, or (more) exceed it? ABOVE: yes; AROUND: perhaps."""
        if not more:
            return ABOVE if self.low >= line else AROUND if self.high >= line else BELOW
        if self.low > line:
            return ABOVE
        return AROUND if self.high > line or (self.rough and self.high == line) else BELOW

    def change(self, other, up):
        """How far up (or down) it is to the other."""
        low, high = (self, other) if up else (other, self)
        return Level(high.low - low.high, high.high - low.low, self.rough or other.rough)

    def mirrored(self):
        return Level(-self.high, -self.low, self.rough)

    def side(self, line, rule, up):
        if up or not rule.under:
            return self.reaches(line, rule.over)
        return ABOVE - self.mirrored().reaches(-line, True)


@dataclass
class Course:
    """What is remembered of a holder, of the capital or of the votes."""
    last: Level = None   # None: never known
    lost: bool = False
    counts: bool = False
    base: Level = None

    def cross(self, now, unsure, rule):
        """(line, up, certain) of what was crossed; now None: not known."""
        if now is None:
            self.lost = True
            return []
        before = self.last or Level()
        found = [(line, up, before.side(line, rule, up), now.side(line, rule, up))
                 for up, lines in ((True, rule.lines), (False, rule.lines[::-1])) for line in lines]
        crossed = [(line, up, AROUND not in (was, is_)) for line, up, was, is_ in found
                   if (is_ > was if up else is_ < was)]
        if rule.step:
            counts = now.side(rule.lines[0], rule, True) != BELOW
            if counts and self.counts:
                middle = self.base.middle
                points = [Level(level.middle, level.middle, level.rough)
                          for level in (self.base, now)]
                for up in (True, False):
                    could, may, half_way = (one.change(other, up).reaches(rule.step, rule.over_step)
                                            for one, other in ((self.base, self.last),
                                                               (self.base, now), points))
                    if may == ABOVE or may == AROUND and (could != AROUND or half_way):
                        crossed.append((middle + (rule.step if up else -rule.step), up,
                                        may == ABOVE))
                        break
            if crossed or not self.counts:
                self.base = now
            self.counts = counts
        sure = not unsure and not self.lost
        self.last, self.lost = now, False
        return [(line, up, certain and sure) for line, up, certain in crossed]


def levels(issuer, holder):
    """What the holder has of the capital and of the votes; None where a class is not known."""
    out = [Level(), Level()]
    for position in issuer.positions.values():
        if position.key[0] != holder:
            continue
        stake = issuer.stake(position)
        parts = [(stake, position.allowance > 0 and not position.zero)] * 2
        if position.votes is not None:
            parts[1] = position.vote_ends, position.vote_half > 0
        for number, (ends, rough) in enumerate(parts):
            if ends is None or out[number] is None:
                out[number] = None
            else:
                level = out[number]
                out[number] = Level(level.low + 100 * ends[0], level.high + 100 * ends[1],
                                    level.rough or rough)
    return out


def cause_of(row, issuer):
    if row["kind"] == "dilution":
        position = issuer.positions[row["holder"], row["class"]]
        return "takeover" if position.zero else "dilution"
    if row["event"].holder != row["holder"]:
        return "counterparty"
    return "own" if row.get("counted") and row["kind"] != "holding" else "stated"


def restates_votes(row, issuer, view):
    """A note or another row that moves no position."""
    event = row["event"]
    return (event.votes is not None and event.kind not in reference.MOVING
            and reference.counts(event, view) and event.key in issuer.positions)


def known(issuer, votes):
    return {key for key, position in issuer.positions.items()
            if issuer.stake(position) is not None or (votes and position.votes is not None)}


def thresholds(log, issuer, view, rule, votes):
    out, courses, were = [], {}, [set(), set()]

    def watch(replayed, event, rows):
        if event.kind == "found" and reference.counts(event, view):
            courses.clear()
            were[:] = set(), set()
        fresh = [known(replayed, False), known(replayed, True)]
        for holder in dict.fromkeys(key[0] for key in replayed.positions):
            mine = [row for row in rows if row["holder"] == holder
                    and (row.get("counted") or restates_votes(row, replayed, view))]
            causes = [(cause_of(row, replayed), row["event"]) for row in mine]
            causes += [("takeover" if replayed.positions[key].zero else "stated", event)
                       for key in (fresh[0] - were[0]) | (fresh[1] - were[1]) if key[0] == holder]
            if not causes:
                continue
            cause, source = max(causes, key=lambda pair: CAUSES.index(pair[0]))
            course = courses.setdefault(holder, [Course(), Course()])
            now = levels(replayed, holder)
            found = []
            for number in (0, 1):
                unsure = any(key[0] == holder and not any(
                    (row["holder"], row["class"]) == key and row.get("counted")
                    and row["change_pct"] is not None for row in mine)
                    for key in fresh[number] - were[number])
                last = course[number].last
                from_ = last.middle if last else None if unsure else Fraction(0)
                found.append([(line, up, certain, from_, now[number].middle)
                              for line, up, certain in course[number].cross(now[number], unsure,
                                                                            rule)])
            if rule.both and not votes:
                if found[0] == found[1]:
                    kept = [("both", crossing) for crossing in found[0]]
                else:
                    kept = ([("capital", crossing) for crossing in found[0]]
                            + [("votes", crossing) for crossing in found[1]])
            else:
                kept = [("votes" if votes else "capital", crossing) for crossing in found[votes]]
            for of, (line, up, certain, from_, to) in kept:
                out.append(dict(date=source.date, holder=holder, direction="up" if up else "down",
                                threshold_pct=line, from_pct=from_, to_pct=to,
                                source=source.source, of=of, certainty="" if certain else "possible",
                                cause=cause, kind=source.kind, status=source.status, deal=source.deal))
        were[:] = fresh

    events = [event for event in reference.latest_versions(log, view) if event.issuer == issuer]
    reference.replay(issuer, events, view, watch)
    return out


# ---- asking ----

def ask(log, words):
    """(columns, rows) for a command line, or None where reference.py knows the command."""
    if words[0] not in ("deals", "diff", "thresholds", "lookthrough", "control"):
        return None
    options, operands = {}, []
    rest_ = iter(words[1:])
    for word in rest_:
        if word.startswith("--pro-forma"):
            options["--pro-forma"] = word.partition("=")[2] or "rumoured"
        elif word in ("--down", "--open", "--votes"):
            options[word] = True
        elif word.startswith("--"):
            options[word] = next(rest_)
        else:
            operands.append(word)

    def day(name, end):
        return date_span(options[name])[end] if name in options else None

    view = View(None, day("--to", 1) if "--to" in options else day("--on", 1), day("--known-by", 1),
                options.get("--pro-forma"))
    operand = operands[0] if operands else None
    if words[0] == "deals":
        return DEALS, deals(log, view.known_by, operand, day("--from", 0), day("--to", 1),
                            options.get("--status", "").split(",") if "--status" in options else None,
                            options.get("--kind", "").split(",") if "--kind" in options else None,
                            "--open" in options)
    if words[0] == "diff":
        return DIFF, diff(log, operand, day("--from", 0), view)
    if words[0] == "thresholds":
        rule = rule_of(options.get("--regime", "eu"))
        if "--at" in options:
            rule = Rule(sorted(100 * Fraction(line) if "/" in line else Fraction(line)
                               for line in options["--at"].split(",")))
        return THRESHOLDS, thresholds(log, operand, view, rule, "--votes" in options)
    if words[0] == "lookthrough":
        least = Fraction(options["--min"]) if "--min" in options else None
        return LOOKTHROUGH, lookthrough(log, operand, view, "--down" in options, least)
    if words[0] == "control":
        return CONTROL, control(log, operand, view)
    return None
