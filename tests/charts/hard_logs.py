#!/usr/bin/env python3
"""Writes a log that is hard to draw: hard_logs.py >hard.csv. Every issuer is one difficulty; CASES
names them with the kinds of chart that it is one for. The same bytes on every run."""
import csv
import datetime
import random
import sys

LONG = "The Very Long Established International Holding and Investment Company of the Northern Provinces Ltd"
NAMES = [
    LONG,
    "Le fonds d'investissement & de développement <régional> 'Ouest' 100% S.A.",
    "株式会社三菱東京ＵＦＪ銀行ホールディングス・トラスト・アンド・バンキング・コーポレーション",
    "شركة النفط الوطنية القابضة المحدودة للاستثمار والتطوير",
    "under_score_{braces}^caret \\backslash \"quotes\" %s %d $HOME `id`",
    "한국투자신탁운용 주식회사",
    "קרן ההשקעות הלאומית",
    "Ünïcödé Ävïätïön Größe ŁÓDŹ",
    "W" * 60,
    "i" * 100,
    "กองทุนบำเหน็จบำนาญข้าราชการ",
    "& <",
]
COLUMNS = ("date known kind status issuer holder counterparty stake stake_after shares outstanding amount "
           "currency round role instrument deal source").split()

STAKES = ("stakes", "ownership", "thresholds")
MOVED = STAKES + ("changes",)
WITHOUT_EVENTS = ("changes", "network", "control")
CASES = {  # issuer or holder: the kinds of chart
    "One Event": STAKES + ("deals", "rounds", "funding"),
    "Ten Thousand plc": MOVED + ("rounds", "funding"),
    "Five Hundred Holders": MOVED + ("network", "control"),
    "Hard Names": MOVED + ("deals", "rounds", "network", "control"),
    LONG + " (issuer)": MOVED,
    "Close Stakes": MOVED,
    "Far Stakes": MOVED,
    "One Week": MOVED + ("deals",),
    "Thirty Years": MOVED + ("deals",),
    "Partial Dates": MOVED + ("deals",),
    "Long Gap": MOVED,
    "Many Rounds": ("rounds", "funding"),
    "Few Rounds": ("rounds", "funding"),
    "Six Currencies": ("rounds", "funding"),
    "Hundreds of Deals": ("deals",),
    "Tiny Amounts": ("rounds", "funding"),
    "Small Moves": MOVED,
    "Big Investor": ("portfolio", "network"),
}


def day(start, offset):
    return (datetime.date.fromisoformat(start) + datetime.timedelta(days=offset)).isoformat()


class Log:
    def __init__(self, out):
        self.writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        self.writer.writeheader()

    def add(self, date, kind, issuer, holder="", **cells):
        self.writer.writerow(dict(cells, date=date, kind=kind, issuer=issuer, holder=holder))


def many_events(log, rng):
    issuer = "Ten Thousand plc"
    for i in range(9900):
        holder = f"Holder {int(500 * rng.random() ** 2) + 1:03d}"
        kind = "holding"
        stake = round((0.02 + 6 / (1 + int(holder[7:]) ** 0.8)) * rng.uniform(0.8, 1.2), 3)
        log.add(day("1994-01-03", int(i * 1.1)), kind, issuer, holder, stake=stake,
                source=f"Filing {i % 40}")
    for i in range(100):
        log.add(day("1994-06-01", i * 110), "round" if i % 3 else "debt", issuer,
                amount=f"{rng.randint(1, 900)} Mn", currency=("USD", "EUR")[i % 2],
                round=f"Tranche {i}", source="Gazette")


def many_holders(log, rng):
    for i in range(500):
        log.add(day("2015-01-01", rng.randint(0, 900)), "holding", "Five Hundred Holders",
                f"Fund number {i + 1} of the family", stake=round(0.05 + 0.3 * rng.random(), 3),
                source=f"Register {i}")
    for i in range(500):
        log.add(day("2018-01-01", rng.randint(0, 900)), "holding", "Five Hundred Holders",
                f"Fund number {i + 1} of the family", stake=round(0.05 + 0.28 * rng.random(), 3),
                source=f"Register {i}")


def names(log):
    for issuer in ("Hard Names", LONG + " (issuer)"):
        for i, name in enumerate(NAMES):
            log.add(day("2016-03-01", 90 * i), "holding", issuer, name, stake=4 + i * 0.6,
                    source=name if i < 9 else "Gazette")
            log.add(day("2021-03-01", 20 * i), "holding", issuer, name, stake=round(8 - i * 0.5, 2))
    for i, name in enumerate(NAMES):
        log.add(day("2017-01-01", 100 * i), "round", "Hard Names", name, amount=f"{i + 1} Mn",
                currency="USD", round=name[:60], role="lead", source=name)
        log.add(day("2018-01-01", 50 * i), "acquire", "Hard Names", name, known=day("2017-11-01", 50 * i),
                status="announced", stake=1 + i / 4, deal=f"d{i}", source=name)


def sizes(log):
    for i in range(12):
        log.add("2019-01-01", "holding", "Close Stakes", f"Holder {chr(65 + i)}", stake=round(5 + 0.01 * i, 2))
        log.add(day("2020-02-01", i), "holding", "Close Stakes", f"Holder {chr(65 + i)}",
                stake=round(5.13 - 0.01 * i, 2))
        log.add(day("2019-01-01", i), "holding", "Small Moves", f"Holder {chr(65 + i)}", stake=5)
        log.add(day("2020-01-01", i), "holding", "Small Moves", f"Holder {chr(65 + i)}",
                stake=round(5 + (0.001 if i % 2 else -0.001) * (i + 1), 3))
    for i, stake in enumerate((90, 5, 0.4, 0.05, 0.01, 0.01, 0.001)):
        log.add(day("2018-05-01", 30 * i), "holding", "Far Stakes", f"Owner {i + 1}", stake=stake)
        log.add(day("2021-05-01", 30 * i), "holding", "Far Stakes", f"Owner {i + 1}",
                stake=(2, 91, 0.41, 0.06, 0.02, 0.011, 0.002)[i])


def times(log, rng):
    for i in range(7):
        for k in range(4):
            log.add(day("2023-09-04", i), "holding", "One Week", f"Fund {k + 1}", stake=round(6 + k * 3 + rng.random() * 3, 2))
        log.add(day("2023-09-04", i), "acquire", "One Week", "Bidder", status="talks" if i < 3 else "announced",
                stake=30, deal="bid", known=day("2023-09-04", i))
    level = {f"House {k}": 5.0 + 2 * k for k in range(6)}
    for i in range(180):
        house = f"House {i % 6}"
        level[house] = max(0.5, level[house] + rng.uniform(-1.5, 1.6))
        log.add(day("1990-01-01", i * 70), "holding", "Thirty Years", house, stake=round(level[house], 2))
    for i in range(14):
        log.add(day("1991-01-01", i * 800), "acquire", "Thirty Years", f"House {i % 6}", known=day("1990-06-01", i * 800),
                status="announced", stake=2, deal=f"t{i}")
        log.add(day("1991-01-01", i * 800), "acquire", "Thirty Years", f"House {i % 6}", known=day("1991-01-02", i * 800),
                status="cancelled", stake=2, deal=f"t{i}")


def partial(log):
    rows = (("2009", "State", ">50%"), ("2012-Q3", "State", "25-50%"), ("2014-06", "Family", "~20%"),
            ("FY2016-17", "Family", "15-25%"), ("2018", "Fund", ""), ("2019-03", "Fund", "5-10%"),
            ("2020", "State", "1/3"), ("2021-H1", "Quiet Partner", ""), ("2022-05-04", "Family", "22.45"))
    for date, holder, stake in rows:
        log.add(date, "holding", "Partial Dates", holder, stake=stake, source="Report")
    log.add("2023", "acquire", "Partial Dates", "Suitor", known="2022-11", status="talks", stake="~30%", deal="p1")
    log.add("2024-Q2", "dispose", "Partial Dates", "State", known="2023-01", status="announced", stake="10-15%", deal="p2")
    log.add("2012-05-01", "dispose", "Partial Dates", "Old Hand", source="Press")
    log.add("1995-02-01", "holding", "Long Gap", "Founder", stake=60)
    log.add("1997-01-01", "dispose", "Long Gap", "Founder")
    log.add("2016-07-01", "holding", "Long Gap", "Founder", stake=12.5)
    log.add("2016-07-01", "holding", "Long Gap", "Bank", stake=30)
    log.add("2017-07-01", "dispose", "Long Gap", "Bank")
    log.add("2019-07-01", "holding", "Long Gap", "Bank", stake="2")


def rounds(log, rng):
    for i in range(60):
        log.add(day("2012-01-15", i * 75), "round" if i % 4 else "debt", "Many Rounds",
                amount="" if i % 11 == 5 else f"{round(3 * 1.09 ** i, 1)} Mn", currency="USD",
                round=f"Series {chr(65 + i % 26)} extension, {i + 1}th closing", deal=f"m{i}",
                status="announced" if i > 56 else "")
    for i, label in enumerate(("Pre-seed and friends-and-family round", "Seed", "Series A (first and second tranche)", "Bridge")):
        log.add(day("2019-01-15", i * 300), "round", "Few Rounds", amount=("0.4 Mn", "2.5 Mn", "", "900 Mn")[i],
                currency="INR", round=label, deal=f"f{i}", status=("", "", "", "talks")[i])
    for i, currency in enumerate(("USD", "EUR", "INR", "JPY", "GBP", "CHF") * 3):
        log.add(day("2018-01-15", i * 120), "round", "Six Currencies", amount=f"{rng.randint(1, 5000)} Mn",
                currency=currency, round=f"Series {chr(65 + i)}", deal=f"s{i}")
    for i, amount in enumerate(("0.01", "1", "999999999999", "5", "12.5")):
        log.add(day("2020-01-15", i * 200), "round", "Tiny Amounts", amount=amount, currency="USD",
                round=f"Round {i + 1}", deal=f"y{i}")


def deals(log, rng):
    stages = ("rumoured", "talks", "announced", "approved", "completed")
    for i in range(300):
        first = rng.randint(0, 9000)
        steps = rng.randint(1, 5)
        for k in range(steps):
            stage = "cancelled" if k == steps - 1 and i % 5 == 0 else stages[k]
            log.add(day("2000-01-01", first + 400), "acquire", "Hundreds of Deals",
                    NAMES[i % len(NAMES)] if i % 9 == 0 else f"Buyer {i}",
                    known=day("2000-01-01", first + k * rng.randint(5, 160)), status=stage,
                    stake=round(rng.uniform(0.01, 0.3), 2), deal=f"h{i}", source=f"Paper {i % 30}")
    for i in range(120):
        log.add(day("2005-01-01", rng.randint(0, 6000)), "holding", f"Company {i + 1} of the portfolio",
                "Big Investor", stake=round(rng.uniform(0.5, 60), 2), source=f"Filing {i % 25}")


def main():
    rng = random.Random(20)
    log = Log(sys.stdout)
    log.add("2020-02-29", "holding", "One Event", "Sole Holder", stake=42, source="Registry")
    log.add("2020-02-29", "round", "One Event", "Sole Backer", amount="1.5 Mn", currency="EUR", round="Seed")
    log.add("2020-02-29", "acquire", "One Event", "Bidder", known="2020-02-29", status="talks", deal="o1", stake=10)
    many_events(log, rng)
    many_holders(log, rng)
    names(log)
    sizes(log)
    times(log, rng)
    partial(log)
    rounds(log, rng)
    deals(log, rng)


if __name__ == "__main__":
    main()
