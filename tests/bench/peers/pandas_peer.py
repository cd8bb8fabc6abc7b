"""The questions in pandas: pandas_peer.py STORE QUESTION [ARGUMENT…].

The import keeps a typed frame as a pickle, names as categories; a question loads it."""
import sys

import pandas as pd

KINDS = ["holding", "acquire", "dispose", "issue", "cancel", "split", "outstanding", "found", "round",
         "debt", "ipo", "merger", "pact", "note"]
STATUSES = ["rumoured", "talks", "announced", "approved", "completed", "cancelled"]
TEXTS = ["class", "ratio", "currency", "round", "role", "instrument", "deal", "source", "url", "note"]
MOVING = ["holding", "acquire", "dispose"]


def read(path):
    """A file of events, validated and typed; a value that is none raises."""
    raw = pd.read_csv(path, dtype=str, keep_default_na=False)
    frame = pd.DataFrame({"date": pd.to_datetime(raw["date"], format="%Y-%m-%d")})
    known = raw["known"].where(raw["known"] != "", raw["date"])
    frame["known"] = pd.to_datetime(known, format="%Y-%m-%d")
    for name, words, default in ("kind", KINDS, None), ("status", STATUSES, "completed"):
        cells = raw[name].replace("", default) if default else raw[name]
        if not cells.isin(words).all():
            raise ValueError(f"a {name} is not known")
        frame[name] = pd.Categorical(cells, words)
    for name in "issuer", "holder", "counterparty":
        frame[name] = raw[name].replace("", None).astype("category")
    for name in "stake", "stake_after":
        frame[name] = (pd.to_numeric(raw[name].replace("", None)) * 100).round()
        if not frame[name].dropna().between(0, 10000).all():
            raise ValueError(f"a {name} is out of range")
    for name in "shares", "outstanding", "amount", "post_money":
        frame[name] = pd.to_numeric(raw[name].replace("", None)).astype("Int64")
    for name in TEXTS:
        frame[name] = raw[name]
    return frame


def by_issuer_and_date(frame):
    frame["seq"] = range(len(frame))
    return frame.sort_values(["issuer", "date", "seq"], ignore_index=True)


def steps(frame):
    """The claims that count, with their level or change, and the position after each."""
    deals = frame[frame["deal"] != ""].sort_values(["known", "seq"])
    old = deals.index[deals.duplicated(["deal", "issuer", "holder"], keep="last")]
    frame = frame.drop(old)
    frame = frame[frame["status"] != "cancelled"].copy()
    done = (frame["status"] == "completed") & frame["kind"].isin(MOVING)
    level = frame["stake_after"].fillna(frame["stake"].where(frame["kind"] == "holding")).where(done)
    sign = frame["kind"].map({"acquire": 1.0, "dispose": -1.0}).astype(float)
    size = level.fillna((frame["stake"] * sign).where(done))
    keys = [frame["issuer"].cat.codes, frame["holder"].cat.codes, frame["class"]]
    run = level.notna().groupby(keys).cumsum()
    frame["position"] = size.groupby(keys + [run]).cumsum().where(size.notna())
    return frame


def until(frame, day):
    return frame[frame["date"] <= pd.Timestamp(day)]


def latest(frame):
    frame = steps(frame)
    frame = frame[frame["position"].notna()].drop_duplicates(["issuer", "holder", "class"], keep="last")
    frame = frame[frame["position"] != 0].copy()
    frame["stake_pct"] = frame["position"] / 100
    return frame


def timeline(frame, issuer):
    found = steps(frame[frame["issuer"] == issuer])
    found["stake_pct"] = found["position"] / 100
    return found[["date", "holder", "kind", "stake_pct"]]


def holders(frame, issuer, day):
    found = latest(until(frame[frame["issuer"] == issuer], day))
    found = found.sort_values(["stake_pct", "holder"], ascending=[False, True])
    return found[["holder", "class", "stake_pct"]]


def snapshot(frame, day):
    found = latest(until(frame[frame["kind"].isin(MOVING)], day))
    found = found.sort_values(["issuer", "stake_pct"], ascending=[True, False])
    return found[["issuer", "holder", "class", "stake_pct"]]


def completed(frame):
    """The rows of completed rounds, and what makes a round."""
    frame = frame[frame["kind"].isin(["round", "debt"]) & (frame["status"] == "completed")].copy()
    for name in "issuer", "kind", "holder":
        frame[name + "_code"] = frame[name].cat.codes
    frame["currency"] = frame["currency"].where(frame["amount"].notna(), "")
    return frame, ["issuer_code", "kind_code", "date", "round"]


def sums(groups, *columns):
    return {column: groups[column].sum(min_count=1) for column in columns}


def total(frame, by):
    groups = frame.groupby([by, "currency"], observed=True)
    found = pd.DataFrame({"rounds": groups.size(), **sums(groups, "amount")}).reset_index()
    found = found.rename(columns={by: "group"})
    return found[["group", "rounds", "amount", "currency"]]


def years(frame):
    frame, key = completed(frame)
    frame["headline"] = frame["amount"].where(frame["holder"].isna())
    groups = frame.groupby(key)
    rounds = pd.DataFrame({**sums(groups, "headline", "amount"), "currency": groups["currency"].max()})
    rounds["amount"] = rounds["headline"].fillna(rounds["amount"])
    rounds = rounds.reset_index()
    rounds["year"] = rounds["date"].dt.year
    return total(rounds, "year")


def investors(frame):
    frame, key = completed(frame)
    groups = frame[frame["holder"].notna()].groupby(key + ["holder_code"])
    parts = pd.DataFrame({"holder": groups["holder"].first(), **sums(groups, "amount"),
                          "currency": groups["currency"].max()})
    return total(parts, "holder")


def main(store, question, *arguments):
    if question == "import":
        frame = by_issuer_and_date(read(arguments[0]))
        frame.to_pickle(store)
        print(f"events\n{len(frame)}")
        return
    frame = pd.read_pickle(store)
    found = globals()[question](frame, *arguments)
    found.to_csv(sys.stdout, index=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
