"""Look-through ownership in pandas and scipy: scipy_peer.py STORE QUESTION [ARGUMENT].

A fixed point on the whole matrix of stakes: of an entity's owners it tells those that nobody owns,
for whom no chain comes back."""
import sys

import numpy as np
import pandas as pd
import scipy.sparse as sparse


def keep(store, path):
    frame = pd.read_csv(path, usecols=["issuer", "holder", "stake", "date"])
    pd.to_datetime(frame["date"], format="%Y-%m-%d")
    if not frame["stake"].between(0, 100).all():
        raise ValueError("a stake is out of range")
    names = pd.Index(pd.unique(pd.concat([frame["issuer"], frame["holder"]])))
    pd.to_pickle((names, names.get_indexer(frame["holder"]).astype(np.int32),
                  names.get_indexer(frame["issuer"]).astype(np.int32), frame["stake"].to_numpy() / 100),
                 store)
    print(f"events\n{len(frame)}")


def fixed_point(matrix, start):
    """(I - matrix)^-1 start."""
    total, step = start.copy(), start
    while step.max() > 1e-13:
        step = matrix @ step
        total += step
    return total


def main(store, question, argument):
    if question == "import":
        return keep(store, argument)
    names, holder, issuer, stake = pd.read_pickle(store)
    matrix = sparse.csr_matrix((stake, (holder, issuer)), shape=(len(names), len(names)))
    start = np.zeros(len(names))
    start[names.get_loc(argument)] = 1
    if question == "owners":
        total = fixed_point(matrix, start)
        total[issuer] = 0  # those whom somebody owns
    else:
        total = fixed_point(matrix.T.tocsr(), start)
        total[names.get_loc(argument)] = 0
    found = np.flatnonzero(total)
    print("entity,total_pct")
    pd.DataFrame({"entity": names[found], "total_pct": 100 * total[found]}).to_csv(
        sys.stdout, header=False, index=False, float_format="%.6f")


if __name__ == "__main__":
    main(*sys.argv[1:])
