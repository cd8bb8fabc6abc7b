# What comes from outside cannot steer the terminal.

$ printf 'date,kind,issuer\n' | stakeline import -
imported 0 events (0 duplicates skipped, 0 rejected)
$ printf 'date,kind,issuer,holder,stake,source\n2023,holding,A,B,10,\033[31mred\n' | stakeline import -
stakeline: -:2: source: "\u{1B}[31mred": expected text without control characters
stakeline: -: 1 problem in 1 row; nothing was stored
? 3
$ stakeline holders "$(printf '\033[31mred')"
Holder  Class  Stake  Votes  Shares  Since  Basis  Source
stakeline: no entity has such a name: character 1 of the name is U+001B, a control character
? 1
$ stakeline "$(printf 'a\302\233b')"
stakeline: unknown command 'a\u{9B}b'; 'stakeline help' lists the known ones
? 2
$ stakeline holders "$(printf 'caf\303\251')"
Holder  Class  Stake  Votes  Shares  Since  Basis  Source
stakeline: no entity is called 'café'
? 1
$ stakeline holders "$(printf 'caf\351')"
Holder  Class  Stake  Votes  Shares  Since  Basis  Source
stakeline: no entity has such a name: character 4 of the name is a byte that is not UTF-8
? 1
$ stakeline --db "$(printf 'x\342\200\256.db')" holders A
stakeline: x\u{202E}.db: no such database; 'stakeline import FILE' makes one
? 4
$ printf 'date,kind,issuer,\033[1m\n' | stakeline import -
stakeline: -:1: "\u{1B}[1m": expected a known column (the nearest is 'date')
stakeline: -: 1 problem; nothing was stored
? 3
$ printf 'date,kind,issuer\n2023,n\033[1mote,A\n' | stakeline import -
stakeline: -:2: kind: "n\u{1B}[1mote": expected holding, acquire, dispose, issue, cancel, split, outstanding, found, round, debt, ipo, merger, pact or note
stakeline: -: 1 problem in 1 row; nothing was stored
? 3
$ printf 'date,kind,issuer\n2023,x,A\n' > "$(printf 'evil\n\033[1m.csv')"; stakeline import evil*; rm evil*
stakeline: evil\u{A}\u{1B}[1m.csv:2: kind: "x": expected holding, acquire, dispose, issue, cancel, split, outstanding, found, round, debt, ipo, merger, pact or note
stakeline: evil  [1m.csv: 1 problem in 1 row; nothing was stored
$ printf 'date,kind,issuer,holder\n2023,holding,A,x\342\200\256y\n' | stakeline import -
stakeline: -:2: holder: "x\u{202E}y": character 2 of the name is U+202E, a bidi control
stakeline: -: 1 problem in 1 row; nothing was stored
? 3

# A database that is not one.

$ echo hello > text.db; stakeline --db text.db holders A
stakeline: text.db: is not a stakeline database
? 4
$ : > empty.db; stakeline --db empty.db holders A
stakeline: empty.db: is empty, not a stakeline database
? 4
$ stakeline --db text.db import "$CASES/deals.csv"; cat text.db
stakeline: text.db: is not a stakeline database
hello
$ mkdir folder; stakeline --db folder holders A
stakeline: folder: is not a regular file
? 4
$ stakeline --db '' holders A
stakeline: '' is not a file name for a database
? 4
$ stakeline --db :memory: import "$CASES/deals.csv"
stakeline: ':memory:' is not a file name for a database
? 4
$ stakeline --db 'file:x.db?mode=memory' import "$CASES/deals.csv"; ls
imported 12 events (0 duplicates skipped, 0 rejected) as import #1
empty.db
file:x.db?mode=memory
folder
stakeline.db
text.db
$ stakeline --db no/such/folder.db import "$CASES/deals.csv"
stakeline: no/such/folder.db: cannot be created (No such file or directory)
? 4
$ ls -l stakeline.db | cut -c1-10
-rw-------
