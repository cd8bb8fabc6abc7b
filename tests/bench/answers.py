"""Do the peers say the same? What each printed is brought to the same rows, and those are compared.

What is compared is what has one definition everywhere: README.md tells it question by question."""
import csv
import hashlib
import re

DISCLOSED = (" plc", " AG", " SA")  # companies whose logs hold levels and changes in per cent alone
UNDISCLOSED = "(undisclosed)"


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def stake(text):
    """Hundredths, as they were in the file; "" where there is none."""
    return "" if text in ("", "nan") else str(round(float(text) * 100))


def money(text):
    return "" if text in ("", "nan", "<NA>") else str(round(float(text)))


def timeline(path):
    return [(row["date"][:10], row["holder"], row["kind"], stake(row["stake_pct"]))
            for row in rows_of(path)]


def holders(path):
    return sorted((row["holder"], row["class"], stake(row["stake_pct"])) for row in rows_of(path)
                  if row["holder"] != UNDISCLOSED)


def snapshot(path):
    return sorted((row["issuer"], row["holder"], row["class"], stake(row["stake_pct"]))
                  for row in rows_of(path) if row["issuer"].endswith(DISCLOSED))


def sourced(path):
    return sorted((row["issuer"], row["holder"], row["class"], stake(row["stake_pct"]),
                   row["since"], row["source"])
                  for row in rows_of(path) if row["issuer"].endswith(DISCLOSED))


def totals(path):
    return sorted((row["group"], row["rounds"], money(row["amount"]), row["currency"])
                  for row in rows_of(path))


def events(path):
    """How many events there are: a count, or the sentence of `stakeline import`."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    said = re.search(r"imported (\d+) events \(0 duplicates skipped, 0 rejected\)", text)
    return [(said.group(1) if said else text.split()[-1],)]


EXACT = {"import": events, "add": events, "timeline": timeline, "holders": holders,
         "snapshot": snapshot, "sourced": sourced, "years": totals, "investors": totals}


def network(path):
    """Totals by name. Of owners those that nobody owns: in the generated networks, no company."""
    return {row["entity"]: float(row["total_pct"] or "nan") for row in rows_of(path)}


def owners(path):
    return {name: total for name, total in network(path).items() if not name.endswith(DISCLOSED)}


TOLERANT = {"owners": owners, "owned": network}


def read(name, path):
    """An answer to compare, small: the number of rows and a digest, or totals by name."""
    if name in TOLERANT:
        return TOLERANT[name](path)
    if name not in EXACT:
        return None
    rows = EXACT[name](path)
    return len(rows), hashlib.sha256(repr(rows).encode()).hexdigest()


def faults(name, answer):
    """What an answer itself cannot be."""
    if name == "owners":
        # Each is printed to six decimals, and as many again may be too small to be printed.
        total, rounding = sum(answer.values()), 1e-6 * (len(answer) + 10)
        if abs(total - 100) > rounding:
            return f"the last owners add up to {total:.6f}, not to 100"
    if name in EXACT and answer[0] == 0:
        return "there are no rows to compare"
    return ""


def agree(name, one, other):
    if name not in TOLERANT:
        return one == other
    return all(abs(one.get(key, 0) - other.get(key, 0)) < 2e-5 for key in one.keys() | other.keys())
