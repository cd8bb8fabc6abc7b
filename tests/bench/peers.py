"""Who is asked: stakeline, the limit, and what people would use instead. Each makes jobs of questions.

A peer's `ask` gives None for a question that it is not asked."""
import os
import shutil
import subprocess
from pathlib import Path

from measure import Failed, Job  # noqa: F401

HERE = Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3" if Path("/usr/bin/python3").exists() else "python3"


def sql(name, **values):
    text = (HERE / "peers" / "sql" / f"{name}.sql").read_text()
    for key, value in values.items():
        text = text.replace(f"@{key}@", str(value))
    return text


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def where(question):
    name = question["name"]
    of = f"issuer = (SELECT id FROM entity WHERE name = {quoted(question.get('issuer', ''))})"
    until = f"date <= '{question.get('on')}'"
    moves = f"{until} AND kind IN ('holding', 'acquire', 'dispose')"
    return {"timeline": of, "holders": f"{until} AND {of}",
            "snapshot": moves, "sourced": moves}[name]


# The place of an event on a position, in the window that runs are numbered in.
PLACE = """,
        row_number() OVER (PARTITION BY issuer, holder, class ORDER BY date, seq) AS place"""


def query(question):
    """The SQL of a question, for SQLite and DuckDB alike but for `sourced`; None where there is none."""
    name = question["name"]
    if name in ("years", "investors", "export"):
        return sql(name)
    if name in ("timeline", "holders", "snapshot", "sourced"):
        more = {"column": "", "window": ""}
        if name == "sourced":
            more = {"column": ", source", "window": PLACE}
        return sql("steps", where=where(question), **more) + sql(name).split("\n", 1)[1]
    return None


class Peer:
    """`note`: what it is, for the report. `missing`: why it is left out, or ""."""
    name, note, missing = "", "", ""
    suffix = ".db"

    def store(self, folder):
        return Path(folder) / (self.name.replace(" ", "-") + self.suffix)

    def clear(self, store):
        for path in store.parent.glob(store.name + "*"):
            path.unlink()

    def load(self, store, csv):
        raise NotImplementedError

    def add(self, store, csv):
        return None

    def ask(self, store, question):
        return None


class Stakeline(Peer):
    name = "stakeline"

    def __init__(self, build):
        self.command = build / "src" / "cli" / "stakeline"

    def job(self, store, *arguments):
        return Job([self.command, "--db", store, *arguments])

    def load(self, store, csv):
        return self.job(store, "import", csv)

    add = load

    def ask(self, store, question):
        name, issuer = question["name"], question.get("issuer")
        on = ["--on", question["on"]] if "on" in question else []
        asked = {"timeline": ["timeline", issuer], "holders": ["holders", issuer, *on],
                 "snapshot": ["snapshot", *on], "sourced": ["snapshot", *on],
                 "years": ["rounds", "--by", "year"],
                 "investors": ["rounds", "--by", "investor"], "export": ["export", "events"],
                 "export ndjson": ["export", "events"], "snapshot ndjson": ["snapshot", *on],
                 "owners": ["lookthrough", issuer],
                 "owned": ["lookthrough", issuer, "--down"]}[name]
        form = "ndjson" if name.endswith("ndjson") else "csv"
        return self.job(store, *asked, "--format", form)


class Limit(Peer):
    name = "limit"
    note = "a hand-written C import and questions on SQLite"

    def __init__(self, build):
        self.command = build / "tests" / "bench" / "bench-limit"

    def load(self, store, csv):
        return Job([self.command, store, "import", csv])

    def ask(self, store, question):
        arguments = {"timeline": ["issuer"], "holders": ["issuer", "on"], "snapshot": ["on"],
                     "years": [], "investors": []}.get(question["name"])
        if arguments is None:
            return None
        return Job([self.command, store, question["name"], *(question[a] for a in arguments)])


class Sqlite(Peer):
    name = "sqlite3"
    note = "the sqlite3 shell and SQL"

    def __init__(self):
        if shutil.which("sqlite3") is None:
            self.missing = "sqlite3 is not installed (Debian: sqlite3)"

    def job(self, store, text):
        return Job(["sqlite3", "-batch", "-bail", "-csv", "-header", store], text + ";\n")

    def load(self, store, csv):
        return self.job(store, sql("import-sqlite", file=csv))

    def add(self, store, csv):
        return self.job(store, sql("add-sqlite", file=csv))

    def ask(self, store, question):
        text = None if question["name"] == "sourced" else query(question)
        return text and self.job(store, text)


class Duckdb(Peer):
    name = "duckdb"
    note = "DuckDB and SQL, two threads"
    script = "import-duckdb"

    def __init__(self, modules):
        """`modules`: a node_modules folder with @duckdb/node-api, if not where node looks itself."""
        self.env = {"NODE_PATH": os.pathsep.join(
            [str(modules), os.environ.get("NODE_PATH", "")]).strip(os.pathsep)}
        self.command = ["node", HERE / "peers" / "duckdb_peer.cjs"]
        if shutil.which("node") is None:
            self.missing = "node is not installed (Debian: nodejs)"
        elif subprocess.run([*self.command, "--present"], env={**os.environ, **self.env},
                            capture_output=True, check=False).returncode != 0:
            self.missing = ("@duckdb/node-api is not found: npm install --prefix tests/bench --no-save "
                            "@duckdb/node-api, or set NODE_PATH")

    def job(self, store, text):
        return Job([*self.command, store], text, self.env)

    def load(self, store, csv):
        return self.job(store, sql(self.script, file=csv))

    def add(self, store, csv):
        return self.job(store, sql("add-duckdb", file=csv))

    def ask(self, store, question):
        text = query(question)
        if text is None:
            return None
        return self.job(store, f"COPY ({text.strip().rstrip(';')}) TO '/dev/stdout'"
                               " (FORMAT csv, HEADER);\n")


class DuckdbPlain(Duckdb):
    name = "duckdb plain"
    note = "DuckDB, the file as a table: types guessed, names as they are, nothing sorted"
    script = "import-duckdb-plain"

    def add(self, store, csv):
        return None

    def ask(self, store, question):
        return None


class Pandas(Peer):
    name = "pandas"
    note = "pandas, a typed frame kept as a pickle"
    suffix = ".pickle"
    script, imports = "pandas_peer.py", "import pandas"

    def __init__(self):
        if subprocess.run([PYTHON, "-c", self.imports], capture_output=True,
                          check=False).returncode != 0:
            self.missing = f"{PYTHON} cannot `{self.imports}` (Debian: python3-pandas, python3-scipy)"

    def job(self, store, *arguments):
        return Job([PYTHON, HERE / "peers" / self.script, store, *arguments])

    def load(self, store, csv):
        return self.job(store, "import", csv)

    def ask(self, store, question):
        arguments = {"timeline": ["issuer"], "holders": ["issuer", "on"], "snapshot": ["on"],
                     "years": [], "investors": []}.get(question["name"])
        if arguments is None:
            return None
        return self.job(store, question["name"], *(question[a] for a in arguments))


class Scipy(Pandas):
    name = "scipy"
    note = "pandas and scipy, a fixed point on the whole matrix"
    script, imports = "scipy_peer.py", "import pandas, scipy"

    def ask(self, store, question):
        if question["name"] not in ("owners", "owned"):
            return None
        return self.job(store, question["name"], question["issuer"])
