# verify and backup; what is refused, and why.

$ stakeline import "$CASES/deals.csv"
imported 12 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline add holding Acme Ada 60 --date 2023
added 1 event as import #2
$ stakeline verify
verified 2 imports with 13 events: nothing was changed
$ stakeline backup copy.db; ls -l copy.db | cut -c1-10
-rw-------
$ stakeline --db copy.db verify
verified 2 imports with 13 events: nothing was changed
$ stakeline backup copy.db
stakeline: copy.db: is there already
? 4
$ stakeline undo 1; stakeline backup --force copy.db
took back import #1: 12 events
$ stakeline --db copy.db verify
verified 1 import with 1 event: nothing was changed
$ stakeline backup --force stakeline.db
stakeline: stakeline.db: is the book itself
? 2
$ stakeline backup no/such/folder.db
stakeline: no/such/folder.db: No such file or directory
? 4

# Another program changes a claim.

$ sql() { python3 -c 'import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2])' "$@"; }; sql copy.db "UPDATE pack SET day = day + 1"; stakeline --db copy.db verify
import #2 was changed: its events, files or counts are not those it stored
stakeline: copy.db: was changed
? 1
$ python3 -c 'import sqlite3; c = sqlite3.connect("copy.db"); c.executescript("CREATE TRIGGER t AFTER INSERT ON pack BEGIN DELETE FROM pack; END")'; stakeline --db copy.db verify
stakeline: copy.db: has another schema: 't' is not stakeline's
? 4

# A first import that fails leaves no database behind; one that finds another's leaves that.

$ printf 'date,kind,issuer\n2023,x,A\n' | stakeline --db first.db import - 2>/dev/null
? 3
$ stakeline --db first.db add holding A B 200 2>/dev/null
? 3
$ : > empty.db; printf 'date,kind,issuer\n2023,x,A\n' | stakeline --db empty.db import - 2>/dev/null
? 3
$ ls first.db empty.db
ls: cannot access 'first.db': No such file or directory
empty.db
? 2
