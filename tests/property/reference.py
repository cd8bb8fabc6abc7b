"""An independent reading of DESIGN.md section 3, in exact fractions: event CSV in, answers out.

It shares nothing with the engine but the text; where the text has two readings the choice is in
AMBIGUITIES.md. It reads clean CSVs only (canonical dates, stakes and whole numbers).
"""
import calendar
import csv
import datetime
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Optional

PENDING = ["rumoured", "talks", "announced", "approved"]
MOVING = {"holding", "acquire", "dispose", "issue", "cancel", "round"}
FLAGS = ["pending", "confirmed", "mismatch", "oversold", "unresolved"]
OPPOSITE = {"acquire": "dispose", "dispose": "acquire"}

TIMELINE = ("date,known,issuer,holder,class,kind,status,change_pct,stake_pct,stake_low_pct,"
            "stake_high_pct,votes_pct,shares,amount,currency,basis,flag,deal,source").split(",")
HOLDERS = ("holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,"
           "source").split(",")
HOLDINGS = ["issuer"] + HOLDERS
SNAPSHOT = ["issuer"] + HOLDERS
ROUNDS = ("date,issuer,round,kind,instrument,amount,currency,investors,leads,pre_money,post_money,"
          "stake_sold_pct,cumulative,status,deal,source").split(",")


# ---- cells ----

def day_number(year, month, day):
    return datetime.date(year, month, day).toordinal()


def date_span(text):
    """First and last day of a date in ISO form."""
    if text.startswith("FY"):
        year = int(text[2:6])
        return day_number(year, 4, 1), day_number(year + 1, 3, 31)
    bits = text.split("-")
    year = int(bits[0])
    if len(bits) == 1:
        return day_number(year, 1, 1), day_number(year, 12, 31)
    if bits[1][0] in "QH":
        months = 3 if bits[1][0] == "Q" else 6
        last = int(bits[1][1]) * months
        return (day_number(year, last - months + 1, 1),
                day_number(year, last, calendar.monthrange(year, last)[1]))
    month = int(bits[1])
    if len(bits) == 2:
        return day_number(year, month, 1), day_number(year, month,
                                                      calendar.monthrange(year, month)[1])
    day = day_number(year, month, int(bits[2]))
    return day, day


@dataclass(frozen=True)
class Stake:
    """Parts of 1. `half` is half a unit of the last digit of an exact number."""
    low: Fraction
    high: Fraction
    half: Fraction
    exact: bool

    @property
    def middle(self):
        return (self.low + self.high) / 2


def parse_stake(text):
    if not text:
        return None

    def part(number):
        return Fraction(number) / 100

    def unit(number):
        return Fraction(1, 10 ** len(number.partition(".")[2])) / 100

    def cut(low, high):
        return Stake(max(low, Fraction(0)), min(high, Fraction(1)), Fraction(0), False)

    if text[0] == "~":
        return cut(part(text[1:]) - unit(text[1:]), part(text[1:]) + unit(text[1:]))
    if text[0] == ">":
        return cut(part(text[1:]), Fraction(1))
    if text[0] == "<":
        return cut(Fraction(0), part(text[1:]))
    if "-" in text:
        low, high = text.split("-")
        return cut(part(low), part(high))
    if "/" in text:
        return Stake(Fraction(text), Fraction(text), Fraction(0), True)
    return Stake(part(text), part(text), unit(text) / 2, True)


@dataclass
class Event:
    seq: int
    date: str
    day: int
    known: str
    known_day: int
    kind: str
    status: str
    issuer: str
    holder: str
    counterparty: str
    class_: str
    stake: Optional[Stake]
    stake_after: Optional[Stake]
    votes: Optional[Stake]
    shares: Optional[int]
    outstanding: Optional[int]
    ratio: Optional[Fraction]
    amount: Optional[tuple]  # (Fraction, currency)
    pre_money: Optional[tuple]
    post_money: Optional[tuple]
    price: Optional[tuple]
    round: str
    role: str
    instrument: str
    deal: str
    part: str
    source: str
    pending: bool = False

    @property
    def key(self):
        return (self.holder, self.class_) if self.holder else None

    @property
    def counter_key(self):
        return (self.counterparty, self.class_) if self.counterparty else None


def parse_event(seq, row):
    def cell(name):
        return (row.get(name) or "").strip()

    def whole(name):
        return int(cell(name)) if cell(name) else None

    def money(name):
        return (Fraction(cell(name)), cell("currency")) if cell(name) else None

    ratio = None
    if cell("ratio"):
        new, _, old = cell("ratio").partition(":")
        ratio = Fraction(new) / Fraction(old or "1")
    known = (cell("known")
             or datetime.date.fromordinal(date_span(cell("date"))[1]).isoformat())
    return Event(seq=seq, date=cell("date"), day=date_span(cell("date"))[0], known=known,
                 known_day=date_span(known)[1], kind=cell("kind"),
                 status=cell("status") or "completed", issuer=cell("issuer"),
                 holder=cell("holder"), counterparty=cell("counterparty"), class_=cell("class"),
                 stake=parse_stake(cell("stake")), stake_after=parse_stake(cell("stake_after")),
                 votes=parse_stake(cell("votes")), shares=whole("shares"),
                 outstanding=whole("outstanding"), ratio=ratio, amount=money("amount"),
                 pre_money=money("pre_money"), post_money=money("post_money"),
                 price=money("price"), round=cell("round"), role=cell("role"),
                 instrument=cell("instrument"), deal=cell("deal"), part=cell("part"),
                 source=cell("source"))


def read_log(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [parse_event(seq, row) for seq, row in enumerate(csv.DictReader(file))]


# ---- versions ----

CARRIED = ("amount", "counterparty", "outstanding", "votes", "ratio", "pre_money", "post_money",
           "price", "round", "role", "instrument")


def carried(version, before):
    """The version with its blank cells carried over from the one before it."""
    changes = {}
    if version.stake is None and version.stake_after is None and version.shares is None:
        changes.update(stake=before.stake, stake_after=before.stake_after, shares=before.shares)
    for name in CARRIED:
        if getattr(version, name) in (None, ""):
            changes[name] = getattr(before, name)
    return Event(**{**vars(version), **changes})


@dataclass
class View:
    start: Optional[int] = None   # first effective day shown
    end: Optional[int] = None     # last effective day that counts
    known_by: Optional[int] = None
    pro_forma: Optional[str] = None  # least pending status that counts


def latest_versions(log, view):
    """What the log says as of the known date, in the order of (day, arrival), cancelled left out."""
    single, deals = [], {}
    for event in log:
        if view.known_by is not None and event.known_day > view.known_by:
            continue
        if not event.deal:
            single.append(event)
        else:
            deals.setdefault((event.deal, event.issuer, event.holder, event.class_, event.part),
                             []).append(event)
    for versions in deals.values():
        versions.sort(key=lambda event: (event.known_day, event.seq))
        last = versions[0]
        for version in versions[1:]:
            last = carried(version, last)
        single.append(last)
    counting = []
    for event in single:
        if event.status == "cancelled" or (view.end is not None and event.day > view.end):
            continue
        event.pending = event.status != "completed"
        counting.append(event)
    return sorted(counting, key=lambda event: (event.day, event.seq))


def counts(event, view):
    if not event.pending:
        return True
    return (view.pro_forma is not None
            and PENDING.index(event.status) >= PENDING.index(view.pro_forma))


# ---- positions ----

@dataclass
class Position:
    key: tuple
    state: str = "known"  # known: units in [low, high]; waiting: shares; unknown
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    allowance: Fraction = Fraction(0)  # units
    waiting: Fraction = Fraction(0)
    basis: str = ""
    since: str = ""
    source: str = ""
    votes: Optional[Fraction] = None
    vote_ends: Optional[tuple] = None
    vote_half: Fraction = Fraction(0)
    stamp: int = -1  # the step that last set its units

    @property
    def zero(self):
        return self.state == "known" and self.high == 0


@dataclass
class Size:
    """What a row moves: units (a range), or shares that no f turns into units."""
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    allowance: Fraction = Fraction(0)
    basis: str = "derived"
    shares: Optional[int] = None  # not None: waiting shares

    @property
    def middle(self):
        return (self.low + self.high) / 2


@dataclass
class Bought:
    """What a row of a group bought. `how`: units, stake, wait or none; low, high of V' for a stake."""
    how: str
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    half: Fraction = Fraction(0)
    basis: str = "derived"
    shares: Optional[int] = None
    level: bool = False  # sized by stake_after

    @property
    def middle(self):
        return (self.low + self.high) / 2


class Issuer:
    """The capital and the positions of one issuer, moved by events."""

    def __init__(self, name):
        self.name = name
        self.V = None
        self.f = None
        self.W = Fraction(0)
        self.provisional = None  # (p, half, key of the position that gave f)
        self.positions = {}
        self.rows = []
        self.groups = []  # (rows, bought part or None)
        self.step = 0

    # -- what is known --

    def stake(self, position):
        if position is None or position.state != "known":
            return None
        if position.high == 0:
            return Fraction(0), Fraction(0)
        if not self.V:
            return None
        return position.low / self.V, position.high / self.V

    def stakes(self):
        return {key: self.stake(position) for key, position in self.positions.items()}

    def met(self, key):
        if key not in self.positions:
            self.positions[key] = Position(key)
        return self.positions[key]

    # -- the capital --

    def need_capital(self):
        if self.V is None:
            self.V = Fraction(1)
        elif self.V == 0:
            self.V, self.f, self.provisional = Fraction(1), None, None

    def wake(self):
        for position in self.positions.values():
            if position.state == "waiting":
                position.state = "known"
                position.low = position.high = position.waiting / self.f
                position.allowance = Fraction(0)
                position.basis = "derived"
                position.stamp = self.step

    def count(self, number):
        number = Fraction(number)
        if self.f is None:
            if not self.V:
                self.V, self.f = number, Fraction(1)
            elif number == 0:
                return
            else:
                unseen = self.W if number - self.W > 0 else Fraction(0)
                self.f = (number - unseen) / self.V
                self.V += unseen / self.f
            self.W = Fraction(0)
            self.wake()
            return
        given, self.provisional = self.provisional, None
        if given and self.V and self.agrees(number, given):
            before, self.f = self.f, number / self.V
            position = self.positions.get(given[2])
            if position and position.state == "known":
                position.low *= before / self.f
                position.high *= before / self.f
        else:
            self.V = number / self.f

    def agrees(self, number, given):
        p, half, _ = given
        total = self.V * self.f * p
        return number >= total / (p + half) and (p <= half or number <= total / (p - half))

    def learn(self, event):
        """f from a row's shares and its one exact stake. Did the row give it?"""
        if (self.f is not None or not event.shares or event.stake is None
                or not event.stake.exact or event.stake.low <= 0):
            return False
        self.need_capital()
        total = event.shares / event.stake.low
        unseen = self.W if total - self.W > 0 else Fraction(0)
        self.f = (total - unseen) / self.V
        self.V += unseen / self.f
        self.W = Fraction(0)
        self.wake()
        self.provisional = (event.stake.low, event.stake.half, event.key)
        return True

    # -- one position --

    def touch(self, position, event):
        position.since, position.source, position.stamp = event.date, event.source, self.step

    def put(self, position, low, high, allowance, basis):
        position.state = "known"
        position.low = min(max(low, Fraction(0)), self.V)
        position.high = min(max(high, Fraction(0)), self.V)
        position.allowance, position.basis = allowance, basis

    def hold_to_capital(self, position):
        position.low = min(position.low, self.V or 0)
        position.high = min(position.high, self.V or 0)

    def wait(self, position, shares):
        if shares == 0:
            position.state, position.basis = "known", "derived"
            position.low = position.high = position.allowance = Fraction(0)
        else:
            position.state, position.waiting, position.basis = "waiting", Fraction(shares), ""

    def lose_track(self, position):
        position.state, position.basis = "unknown", ""

    def gain(self, key, size, event, flags):
        position = self.positions.get(key)
        if position is None or position.zero:
            position = self.met(key)
            self.put_zero(position)
        if size is None or position.state == "unknown":
            self.lose_track(position)
            flags.add("unresolved")
        elif size.shares is not None:
            if position.state == "waiting":
                self.wait(position, position.waiting + size.shares)
            elif position.zero:
                self.wait(position, size.shares)
            else:
                self.lose_track(position)
                flags.add("unresolved")
        elif position.state == "waiting":
            self.lose_track(position)
            flags.add("unresolved")
        else:
            self.put(position, position.low + size.low, position.high + size.high,
                     position.allowance + size.allowance, size.basis)
        self.touch(position, event)

    @staticmethod
    def put_zero(position):
        position.state = "known"
        position.low = position.high = position.allowance = Fraction(0)

    def lose(self, key, size, event, flags):
        new = key not in self.positions
        position = self.met(key)
        if new or size is None or position.state == "unknown":
            self.lose_track(position)
            flags.add("unresolved")
        elif size.shares is not None:
            if position.state == "waiting":
                if size.shares > position.waiting:
                    flags.add("oversold")
                self.wait(position, max(position.waiting - size.shares, 0))
            else:
                self.lose_track(position)
                flags.add("unresolved")
        elif position.state == "waiting":
            self.lose_track(position)
            flags.add("unresolved")
        else:
            if size.low - size.allowance > position.high + position.allowance:
                flags.add("oversold")
            self.put(position, position.low - size.high, position.high - size.low,
                     position.allowance + size.allowance, size.basis)
        self.touch(position, event)

    def level(self, key, low, high, allowance, basis, event, compare, flags):
        """A stated level, in units."""
        position = self.met(key)
        if compare and position.state == "known":
            known = position.low - position.allowance, position.high + position.allowance
            stated = low - allowance, high + allowance
            if stated[0] <= known[0] and known[1] <= stated[1]:
                flags.add("confirmed")
                return
            if known[1] < stated[0] or stated[1] < known[0]:
                flags.add("mismatch")
        self.put(position, low, high, allowance, basis)
        self.touch(position, event)

    def level_stake(self, key, stake, event, compare, flags):
        self.need_capital()
        self.level(key, stake.low * self.V, stake.high * self.V, stake.half * self.V, "stated",
                   event, compare, flags)

    # -- events --

    def check_shares(self, event, units, capital, flags):
        """Is the row's stake what its shares make?"""
        if event.stake is None:
            return
        if (not capital or units / capital < event.stake.low - event.stake.half
                or units / capital > event.stake.high + event.stake.half):
            flags.add("mismatch")

    def change_size(self, event, flags):
        """The size of an acquire, dispose or cancel; f is learnt from it where that is due."""
        if event.stake is not None:
            if self.V == 0:
                self.need_capital()
            gave = self.learn(event)
        else:
            gave = False
        if event.shares is not None and self.f is not None:
            units = event.shares / self.f
            if not gave:
                self.check_shares(event, units, self.V, flags)
            return Size(units, units, event.stake.half * self.V if gave else Fraction(0))
        if event.stake is not None:
            self.need_capital()
            return Size(event.stake.low * self.V, event.stake.high * self.V,
                        event.stake.half * self.V)
        if event.shares is not None:
            return Size(shares=event.shares)
        return None

    def difference(self, event, flags):
        """The size of an acquire or dispose that states only where it ends."""
        position = self.positions.get(event.key)
        if position is None and event.kind == "acquire":
            old_low = old_high = Fraction(0)
        elif position is None or position.state != "known":
            return None
        else:
            old_low, old_high = position.low, position.high
        after = event.stake_after
        low, high = after.low * self.V - old_high, after.high * self.V - old_low
        if event.kind == "dispose":
            low, high = -high, -low
        if low + high < 0:
            flags.add("mismatch")
            return Size()
        return Size(max(low, Fraction(0)), high, after.half * self.V)

    def apply_holding(self, event, before, flags):
        if event.outstanding is not None:
            self.count(event.outstanding)
        if event.stake is not None and self.V == 0:
            self.need_capital()
        gave = self.learn(event)
        key = event.key
        compare = key is not None and before.get(key) is not None
        if event.shares is not None and self.f is not None:
            units = event.shares / self.f
            if not gave:
                self.check_shares(event, units, self.V, flags)
            if key:
                self.level(key, units, units, event.stake.half * self.V if gave else Fraction(0),
                           "stated" if gave else "derived", event, compare, flags)
        elif event.stake is not None:
            self.need_capital()
            if key:
                self.level_stake(key, event.stake, event, compare, flags)
        elif event.shares is not None and key:
            position = self.positions.get(key)
            if position is not None and position.state == "known":
                flags.add("unresolved")
            else:
                position = self.met(key)
                self.wait(position, event.shares)
                self.touch(position, event)
        elif key and key not in self.positions:
            position = self.met(key)
            self.lose_track(position)
            self.touch(position, event)
        if event.stake_after is not None and key:
            self.level_stake(key, event.stake_after, event, compare, flags)
            flags.discard("unresolved")

    def apply_change(self, event, before, flags, counter_flags):
        """acquire, dispose"""
        if event.outstanding is not None:
            self.count(event.outstanding)
        key, gains = event.key, event.kind == "acquire"
        old = self.positions.get(key)
        compare = (key is not None and before.get(key) is not None
                   and not (gains and old is not None and old.zero))
        if event.stake_after is not None and not key:
            self.need_capital()
        by_level = (event.stake is None and event.shares is None and event.stake_after is not None)
        if by_level:
            self.need_capital()
            size = self.difference(event, flags) if key else None
            if key:
                self.level_stake(key, event.stake_after, event, False, flags)
        else:
            size = self.change_size(event, flags)
            if key:
                (self.gain if gains else self.lose)(key, size, event, flags)
        if event.counter_key:
            (self.lose if gains else self.gain)(event.counter_key, size, event, counter_flags)
        if event.stake_after is not None and key and not by_level:
            self.level_stake(key, event.stake_after, event, compare, flags)
            flags -= {"unresolved", "oversold"}

    def apply_cancel(self, event, before, flags):
        size = self.change_size(event, flags)
        if size is not None:
            if size.shares is not None:
                self.W -= size.shares
            else:
                self.V = max(self.V - size.middle, Fraction(0))
        if event.key:
            self.lose(event.key, size, event, flags)
        if event.outstanding is not None:
            self.count(event.outstanding)
        if event.stake_after is not None and event.key:
            self.level_stake(event.key, event.stake_after, event,
                             before.get(event.key) is not None, flags)
            flags -= {"unresolved", "oversold"}

    def take_over(self, event):
        stated = [stake for stake in (event.stake, event.stake_after)
                  if stake is not None and stake.low == 1 and stake.exact]
        if event.kind not in ("holding", "acquire") or event.class_ or not stated:
            return
        for key, position in self.positions.items():
            if key != event.key:
                self.put_zero(position)
                position.basis = "derived" if key == event.counter_key else "diluted"
                position.stamp = self.step

    def apply(self, event):
        """One event that is not of a group."""
        self.step += 1
        before = self.stakes()
        flags, counter_flags = set(), set()
        if event.kind == "holding":
            self.apply_holding(event, before, flags)
        elif event.kind in OPPOSITE:
            self.apply_change(event, before, flags, counter_flags)
        elif event.kind == "cancel":
            self.apply_cancel(event, before, flags)
        else:
            if event.kind == "found":
                self.V, self.f, self.W = Fraction(0), Fraction(1), Fraction(0)
                self.provisional, self.positions = None, {}
            elif event.kind == "split" and event.ratio is not None:
                if self.f is not None:
                    self.f *= event.ratio
                self.W *= event.ratio
                for position in self.positions.values():
                    position.waiting *= event.ratio
            if event.outstanding is not None:
                self.count(event.outstanding)
        self.take_over(event)
        self.set_votes(event)
        self.settle(before)
        rows = [self.event_row(event, event.holder, event.kind, before, flags)]
        shown = {event.key} if event.kind in MOVING else set()
        if event.kind in OPPOSITE and event.counter_key:
            rows.append(self.event_row(event, event.counterparty, OPPOSITE[event.kind], before,
                                       counter_flags))
            shown.add(event.counter_key)
        self.rows += rows + self.dilution_rows(event, before, shown)

    def set_votes(self, event):
        if event.votes is not None and event.key in self.positions:
            self.positions[event.key].votes = event.votes.middle
            self.positions[event.key].vote_ends = event.votes.low, event.votes.high
            self.positions[event.key].vote_half = event.votes.half

    def settle(self, before):
        """After an event: votes end at 0; a stake that only moved because V did is diluted."""
        for key, position in self.positions.items():
            if position.zero:
                position.votes = None
            now = self.stake(position)
            if (position.stamp != self.step and now is not None and key in before
                    and now != before[key]):
                position.basis = "diluted"

    # -- groups --

    def valuation(self, group, currency):
        for event in reversed(group):
            if event.post_money and event.post_money[1] == currency:
                return event.post_money[0]
        for event in reversed(group):
            if event.pre_money and event.pre_money[1] == currency:
                amount = round_amount(group)
                if amount and amount[1] == currency:
                    return event.pre_money[0] + amount[0]
        return None

    def bought(self, event, group, total, giver):
        """Rules 1 to 5 of a group, for one row."""
        if event.shares is not None:
            if self.f is not None:
                units = event.shares / self.f
                return Bought("units", units, units, shares=event.shares)
            if total:
                part = event.shares / total
                return Bought("stake", part, part,
                              event.stake.half if event is giver else Fraction(0),
                              shares=event.shares)
        if event.stake is not None:
            return Bought("stake", event.stake.low, event.stake.high, event.stake.half)
        if event.stake_after is not None and event.shares is None and event.key:
            old = ((Fraction(0), Fraction(0)) if event.key not in self.positions
                   else self.stake(self.positions[event.key]))
            if old is not None and old[1] < 1:
                after = event.stake_after
                low = (after.low - old[1]) / (1 - old[1])
                high = (after.high - old[0]) / (1 - old[0])
                if low + high >= 0:
                    return Bought("stake", max(low, Fraction(0)), high, after.half, "stated",
                                  level=True)
        if event.instrument in ("", "equity", "preference") and event.amount:
            post = self.valuation(group, event.amount[1])
            if post:
                part = event.amount[0] / post
                return Bought("stake", part, part, basis="implied")
        if event.shares is not None:
            return Bought("wait", shares=event.shares)
        return Bought("none")

    def group_total(self, group):
        """T, and the row whose s/d gave it."""
        stated = [event.outstanding for event in group if event.outstanding is not None]
        if stated:
            return Fraction(stated[-1]), None
        for event in group:
            if event.shares and event.stake is not None and event.stake.exact \
                    and event.stake.low > 0:
                return event.shares / event.stake.low, event
        return None, None

    def grow(self, group, sizes, how, value):
        """The larger of the headline's and the sum of the holders', of one way of sizing."""
        held = sum((value(size) for event, size in zip(group, sizes)
                    if event.key and size.how == how), Fraction(0))
        if any(event.key and size.how not in ("none", how) for event, size in zip(group, sizes)):
            return held
        head = sum((value(size) for event, size in zip(group, sizes)
                    if not event.key and size.how == how), Fraction(0))
        return max(head, held)

    def apply_group(self, group):
        self.step += 1
        before = self.stakes()
        flags = [set() for _ in group]
        f_known = self.f is not None
        total, giver = self.group_total(group)
        if f_known:
            number = total if giver is None else None
            total = giver = None
        else:
            number = None
        sizes = [self.bought(event, group, total, giver) for event in group]

        units = self.grow(group, sizes, "units", lambda size: size.middle)
        if units:
            self.V += units
        self.W += self.grow(group, sizes, "wait", lambda size: Fraction(size.shares))
        held = {size.how for event, size in zip(group, sizes) if event.key} - {"none"}
        by_stake = any(size.how == "stake" and (event.key or held <= {"stake"})
                       for event, size in zip(group, sizes))
        sold = self.grow(group, sizes, "stake", lambda size: size.middle)
        D = sold + (self.W / total if total and total > self.W else 0)
        failed = False
        if number is not None:
            self.V, self.provisional = number / self.f, None
        elif by_stake or total:
            if self.V == 0:
                self.need_capital()
            elif self.V is None and D == 1:
                self.V = Fraction(1)
            else:
                self.need_capital()
                failed = D >= 1
                if not failed:
                    self.V /= 1 - D
        if total:
            self.f, self.W = total / self.V, Fraction(0)
            if giver is not None:
                self.provisional = (giver.stake.low, giver.stake.half, giver.key)

        fresh = {event.key for event in group if event.key
                 and (event.key not in self.positions or self.positions[event.key].zero)}
        for how in ("units", "stake", "wait"):
            for event, size, flag in zip(group, sizes, flags):
                if size.how == how:
                    self.apply_bought(event, size, failed, flag)
        for event, size in zip(group, sizes):
            if event.key and size.how == "none" and event.key not in self.positions:
                position = self.met(event.key)
                self.lose_track(position)
                self.touch(position, event)
        order = dict.fromkeys(before)
        order.update(dict.fromkeys(event.key for event in group if event.key))
        self.positions = {key: self.positions[key] for key in order if key in self.positions}
        if self.f is not None:
            self.wake()
        for event, size in zip(group, sizes):
            if event.key and size.how != "none" and self.positions[event.key].state == "known":
                self.hold_to_capital(self.positions[event.key])
        for event, size, flag in zip(group, sizes, flags):
            if event.shares is not None and self.f is not None and size.how in ("units", "stake"):
                if event is not giver:
                    self.check_shares(event, event.shares / self.f, self.V, flag)
            if event.stake_after is not None and event.key and not size.level:
                self.level_stake(event.key, event.stake_after, event,
                                 before.get(event.key) is not None and event.key not in fresh,
                                 flag)
                flag -= {"unresolved", "oversold"}
            self.set_votes(event)
        self.settle(before)

        hows = held or {size.how for size in sizes}
        part = None
        if hows & {"units", "stake"} and not failed and self.V:
            part = units / self.V + sold
        self.groups.append((group, part))
        seen = set()
        rows = []
        for event, flag in zip(group, flags):
            row = self.event_row(event, event.holder, event.kind, before, flag)
            if event.key in seen and row["change_pct"] is not None:
                row["change_pct"] = Fraction(0)
            if event.key:
                seen.add(event.key)
            rows.append(row)
        self.rows += rows + self.dilution_rows(group[0], before, seen)

    def apply_bought(self, event, size, failed, flags):
        if size.how == "wait":
            flags.add("unresolved")
        if not event.key or size.how == "none":
            return
        if size.how == "wait":
            self.gain(event.key, Size(shares=size.shares), event, flags)
            return
        if size.how == "units":
            self.gain(event.key, Size(size.low, size.high), event, flags)
            return
        position = self.positions.get(event.key)
        if failed:
            self.gain(event.key, None, event, flags)
        elif position is not None and position.state == "waiting" and size.shares is not None:
            self.gain(event.key, Size(shares=size.shares), event, flags)
        else:
            self.gain(event.key, Size(size.low * self.V, size.high * self.V, size.half * self.V,
                                      size.basis), event, flags)
            if size.level and self.positions[event.key].state == "known":
                self.positions[event.key].allowance = size.half * self.V

    # -- rows --

    def event_row(self, event, holder, kind, before, flags):
        row = {name: None for name in TIMELINE}
        row.update(date=event.date, known=event.known, issuer=event.issuer, holder=holder,
                   kind=kind, status=event.status, deal=event.deal, source=event.source,
                   day=event.day, seq=event.seq, event=event)
        row["class"] = event.class_
        if event.amount:
            row["amount"], row["currency"] = event.amount
        if event.pending:
            flags = flags | {"pending"}
        row["flag"] = ";".join(flag for flag in FLAGS if flag in flags)
        if holder and kind in MOVING:
            key = (holder, event.class_)
            row["counted"] = True
            self.fill(row, self.positions.get(key))
            new = self.stake(self.positions.get(key))
            old = before.get(key)
            if key not in before and kind in ("acquire", "issue", "round"):
                old = (Fraction(0), Fraction(0))
            if old is not None and new is not None:
                row["change_pct"] = 50 * (sum(new) - sum(old))
        return row

    def fill(self, row, position):
        """The position's columns."""
        if position is None:
            return
        stake = self.stake(position)
        if stake is not None:
            row["stake_low_pct"], row["stake_high_pct"] = 100 * stake[0], 100 * stake[1]
            row["stake_pct"] = 50 * sum(stake)
            row["votes_pct"] = row["stake_pct"]
            row["basis"] = position.basis
        if position.state == "waiting":
            row["shares"] = position.waiting
        elif position.state == "known" and self.f is not None:
            row["shares"] = (position.low + position.high) / 2 * self.f
        if position.votes is not None:
            row["votes_pct"] = 100 * position.votes

    def dilution_rows(self, event, before, shown):
        rows = []
        for key, position in self.positions.items():
            old, new = before.get(key), self.stake(position)
            if key in shown or old is None or new is None or old == new:
                continue
            row = {name: None for name in TIMELINE}
            row.update(date=event.date, known=event.known, issuer=event.issuer, holder=key[0],
                       kind="dilution", status=event.status, deal=event.deal, source=event.source,
                       day=event.day, seq=event.seq, flag="", event=event)
            row["class"] = key[1]
            row["counted"] = True
            self.fill(row, position)
            row["change_pct"] = 50 * (sum(new) - sum(old))
            rows.append(row)
        return rows

    def pending_rows(self, event):
        flags = {"pending"}
        row = self.event_row(event, event.holder, event.kind, {}, flags)
        for name in ("stake_pct", "stake_low_pct", "stake_high_pct", "votes_pct", "shares",
                     "basis", "change_pct", "counted"):
            row[name] = None
        if event.stake is not None and event.kind in MOVING:
            sign = -1 if event.kind in ("dispose", "cancel") else 1
            row["change_pct"] = 100 * sign * event.stake.middle
        self.rows.append(row)
        if event.kind in OPPOSITE and event.counterparty:
            other = dict(row, holder=event.counterparty, kind=OPPOSITE[event.kind])
            if other["change_pct"] is not None:
                other["change_pct"] = -other["change_pct"]
            self.rows.append(other)


def group_key(event):
    if event.deal:
        return event.day, "deal", event.deal
    return event.day, event.kind, event.round


def replay(name, events, view, watch=None):
    """The issuer after its events, which are in order; `watch` sees it and the rows after each."""
    issuer = Issuer(name)
    groups = {}
    for event in events:
        if event.kind in ("issue", "round") and counts(event, view):
            groups.setdefault(group_key(event), []).append(event)
    for event in events:
        start = len(issuer.rows)
        if not counts(event, view):
            issuer.pending_rows(event)
        elif event.kind in ("issue", "round"):
            group = groups[group_key(event)]
            if event is group[0]:
                issuer.apply_group(group)
        else:
            issuer.apply(event)
        for row in issuer.rows[start:]:
            row["place"] = event.seq  # the rows of a group stand where its first row stands
        if watch:
            watch(issuer, event, issuer.rows[start:])
    return issuer


# ---- questions ----

def issuers_of(log, view):
    events = {}
    for event in latest_versions(log, view):
        events.setdefault(event.issuer, []).append(event)
    return {name: replay(name, events[name], view) for name in sorted(events)}


def timeline(log, view, issuer=None, holder=None, dilution=True):
    rows = []
    for name, replayed in issuers_of(log, view).items():
        if issuer is None or name == issuer:
            rows += replayed.rows
    rows.sort(key=lambda row: (row["day"], row["place"]))  # stable: an issuer's own order stays
    return [row for row in rows
            if (holder is None or row["holder"] == holder)
            and (view.start is None or row["day"] >= view.start)
            and (dilution or row["kind"] != "dilution")]


def position_rows(replayed):
    rows = []
    for (holder, class_), position in replayed.positions.items():
        if position.zero:
            continue
        row = {name: None for name in HOLDINGS}
        row.update(issuer=replayed.name, holder=holder, since=position.since,
                   source=position.source)
        row["class"] = class_
        replayed.fill(row, position)
        rows.append(row)
    return rows


def by_stake(row, *names):
    stake = row["stake_pct"]
    return (stake is None, -stake if stake is not None else 0) + tuple(row[name].encode()
                                                                      for name in names)


def holders(log, view, issuer):
    replayed = issuers_of(log, view).get(issuer)
    if replayed is None:
        return []
    rows = sorted(position_rows(replayed), key=lambda row: by_stake(row, "holder", "class"))
    if replayed.V:
        rest = 100 - sum(row["stake_pct"] for row in rows if row["stake_pct"] is not None)
        if rest > Fraction(1, 10 ** 6):
            row = {name: None for name in HOLDERS}
            row.update(holder="(undisclosed)", stake_pct=rest, stake_low_pct=rest,
                       stake_high_pct=rest)
            rows.append(row)
    return rows


def holdings(log, view, holder):
    rows = [row for replayed in issuers_of(log, view).values() for row in position_rows(replayed)
            if row["holder"] == holder]
    return sorted(rows, key=lambda row: by_stake(row, "issuer", "class"))


def snapshot(log, view):
    rows = []
    for replayed in issuers_of(log, view).values():
        rows += sorted(position_rows(replayed), key=lambda row: by_stake(row, "holder", "class"))
    return rows


def round_amount(rows):
    """What the headline states, else the sum over the holders; None where currencies differ."""
    stated = ([event.amount for event in rows if not event.holder and event.amount]
              or [event.amount for event in rows if event.holder and event.amount])
    if len({currency for _, currency in stated}) != 1:
        return None
    return sum(amount for amount, _ in stated), stated[0][1]


def last_stated(events, name):
    for event in reversed(events):
        if getattr(event, name):
            return getattr(event, name)
    return None


def rounds(log, view, issuer=None):
    found = []
    for name, replayed in issuers_of(log, view).items():
        if issuer is None or name == issuer:
            found += issuer_rounds(replayed, [event for event in latest_versions(log, view)
                                              if event.issuer == name])
    found.sort(key=lambda row: (row["day"], row["seq"]))
    return [row for row in found if view.start is None or row["day"] >= view.start]


def issuer_rounds(replayed, events):
    table = {}
    for event in events:
        if event.kind in ("round", "debt"):
            key = (("deal", event.deal) if event.deal
                   else (event.kind, event.round, event.day))
            table.setdefault(key, []).append(event)
    sums, rows = {}, []
    for members in table.values():
        first = members[0]
        row = {name: None for name in ROUNDS}
        row.update(day=first.day, seq=first.seq, date=first.date, issuer=first.issuer,
                   kind=first.kind, deal=first.deal)
        for name in ("round", "instrument", "source"):
            row[name] = last_stated(members, name)
        for name in ("pre_money", "post_money"):
            value = last_stated(members, name)
            row[name] = value[0] if value else None
        statuses = [event.status for event in members]
        row["status"] = ("completed" if "completed" in statuses
                         else max(statuses, key=PENDING.index))
        row["investors"] = "; ".join(dict.fromkeys(e.holder for e in members if e.holder))
        row["leads"] = "; ".join(dict.fromkeys(e.holder for e in members
                                               if e.holder and e.role == "lead"))
        amount = round_amount(members)
        if amount:
            row["amount"], row["currency"] = amount
            key = first.kind, amount[1]
            if row["status"] == "completed":
                sums[key] = sums.get(key, 0) + amount[0]
            row["cumulative"] = sums.get(key, Fraction(0))
        parts = [part for group, part in replayed.groups if part is not None
                 and {event.seq for event in group} & {event.seq for event in members}]
        if parts:
            row["stake_sold_pct"] = 100 * sum(parts)
        rows.append(row)
    return rows


# ---- printing ----

def text(value):
    if value is None:
        return ""
    if isinstance(value, (Fraction, int)):
        shown = f"{float(value):.6f}".rstrip("0").rstrip(".")
        return "0" if shown == "-0" else shown
    return value


def table(columns, rows):
    """Rows of text, shares whole."""
    out = []
    for row in rows:
        cells = []
        for name in columns:
            value = row.get(name)
            if name == "shares" and value is not None:
                value = str((value + Fraction(1, 2)).__floor__())
            cells.append(text(value))
        out.append(cells)
    return out


def ask(log, words):
    """(columns, rows of values) for a command line, without the database."""
    command, operands, options = words[0], [], {}
    rest = iter(words[1:])
    for word in rest:
        if word in ("--holder", "--on", "--known-by", "--from", "--to"):
            options[word] = next(rest)
        elif word.startswith("--pro-forma"):
            options["--pro-forma"] = word.partition("=")[2] or "rumoured"
        elif word == "--no-dilution":
            options[word] = True
        else:
            operands.append(word)

    def day(name, end):
        return date_span(options[name])[end] if name in options else None

    until = [limit for limit in (day("--on", 1), day("--to", 1)) if limit is not None]
    view = View(day("--from", 0), min(until) if until else None, day("--known-by", 1),
                options.get("--pro-forma"))
    operand = operands[0] if operands else None
    if command == "timeline":
        return TIMELINE, timeline(log, view, operand, options.get("--holder"),
                                  "--no-dilution" not in options)
    if command == "holders":
        return HOLDERS, holders(log, view, operand)
    if command == "holdings":
        return HOLDINGS, holdings(log, view, operand)
    if command == "snapshot":
        return SNAPSHOT, snapshot(log, view)
    if command == "rounds":
        return ROUNDS, rounds(log, view, operand)
    raise ValueError(command)


def main(arguments):
    import sys
    columns, rows = ask(read_log(arguments[0]), arguments[1:])
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(columns)
    out.writerows(table(columns, rows))
    return 0 if rows else 1


if __name__ == "__main__":
    import sys
    sys.exit(main(sys.argv[1:]))
