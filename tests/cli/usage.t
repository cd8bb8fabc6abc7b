# Wrong usage: status 2, the nearest name, and how it is used.

$ stakeline
usage: stakeline [--db FILE] COMMAND [OPTION]... [OPERAND]...

Who owns how much of whom, and the deals that change it, through time.

  import       read files of events, or others through a map, into the log
  add          add one event to the log
  timeline     show how the stakes in one issuer, or of one holder, came about
  holders      show an issuer's cap table on a date
  holdings     show a holder's portfolio on a date
  snapshot     show every stake there is on a date
  rounds       show the funding rounds and debts, or their totals
  deals        show the deals, how far each got, and who said so when
  diff         show whose stake changed between two dates, and why
  thresholds   show who crossed which disclosure line, when and by what
  lookthrough  show who owns an entity, or what it owns, through others too
  control      show who controls an entity, and what it controls, by votes
  explain      tell how a stake came about, event by event
  check        find what the log says that cannot be right
  chart        draw stakes, rounds, deals, changes, networks and more
  report       tell everything about one entity on one web page
  entities     list the names, or say what they mean
  alias        give an entity another name or an identifier
  merge        count two names as one entity
  rates        list the exchange rates, or read files of them
  export       write the whole log as the event CSV
  imports      list the imports made, with the numbers that undo takes
  map          show what a map makes of a file, or suggest a map for it
  maps         list the maps, by which files with other columns are imported
  undo         take back import K whole
  verify       check that the database is what was stored
  backup       copy the database as it is at this moment
  help         list the commands, or say more of one

'stakeline help COMMAND' says more of each.
? 2
$ stakeline --version
stakeline 0.1.0
$ stakeline timelin Nissan
stakeline: unknown command 'timelin'; did you mean 'timeline'?
? 2
$ stakeline frobnicate
stakeline: unknown command 'frobnicate'; 'stakeline help' lists the known ones
? 2
$ stakeline --frob
stakeline: unknown option '--frob' before the command
? 2
$ stakeline --format csv timeline Nissan
stakeline: unknown option '--format' before the command
? 2
$ stakeline timeline --hodler Renault
stakeline: unknown option '--hodler'; did you mean '--holder'?
? 2
$ stakeline timeline --frobnicate
stakeline: timeline: unknown option '--frobnicate'; 'stakeline timeline --help' lists the known ones
? 2
$ stakeline timeline -x
stakeline: timeline: unknown option '-x'; 'stakeline timeline --help' lists the known ones
? 2
$ stakeline timeline
stakeline: timeline: name an ISSUER, or a --holder
usage: stakeline timeline [OPTION]... ISSUER | --holder HOLDER
? 2
$ stakeline timeline Nissan Renault
stakeline: timeline: 'Renault' is one operand too many
usage: stakeline timeline [OPTION]... ISSUER | --holder HOLDER
? 2
$ stakeline holders
stakeline: holders: an operand is missing
usage: stakeline holders [OPTION]... ISSUER
? 2
$ stakeline holders --on
stakeline: --on needs a value: DATE
? 2
$ stakeline holders Nissan --on tomorrow
stakeline: --on: "tomorrow" is not a date: expected 2023-02-06, 2023-02, 2023, 2023-Q1, 2023-H1, FY2024-25, 6 February 2023 or Feb 6, 2023
? 2
$ stakeline holders Nissan --on 06/02/2023
stakeline: --on: "06/02/2023" is ambiguous, it may be day/month or month/day: expected 2023-02-06 or 6 February 2023, or an import that gives a date format such as %d/%m/%Y
? 2
$ stakeline holders Nissan --known-by 2023-02-30
stakeline: --known-by: "2023-02-30": that day does not exist: February 2023 has 28 days
? 2
$ stakeline timeline Nissan --from 2023-13
stakeline: --from: "2023-13": there is no month 13: expected 01 to 12
? 2
$ stakeline timeline Nissan --to ''
stakeline: --to: "" is not a date: expected 2023-02-06, 2023-02, 2023, 2023-Q1, 2023-H1, FY2024-25, 6 February 2023 or Feb 6, 2023
? 2
$ stakeline timeline Nissan --no-dilution=yes
stakeline: --no-dilution takes no value
? 2
$ stakeline timeline Nissan --pro-forma=completed
stakeline: --pro-forma: 'completed' is not one of rumoured, talks, announced or approved
? 2
$ stakeline holders Nissan --format xml
stakeline: --format: 'xml' is not one of table, csv, json, ndjson, md or xlsx
? 2
$ stakeline holders Nissan --format=
stakeline: --format: '' is not one of table, csv, json, ndjson, md or xlsx
? 2
$ stakeline holders Nissan --spreadsheet
stakeline: holders: --spreadsheet goes with --format csv
usage: stakeline holders [OPTION]... ISSUER
? 2
$ stakeline rounds --by week
stakeline: --by: 'week' is not one of year, quarter, month, issuer, investor, round or currency
? 2
$ stakeline import
stakeline: import: an operand is missing
usage: stakeline import [OPTION]... FILE...
? 2
$ stakeline undo
stakeline: undo: an operand is missing
usage: stakeline undo K
? 2
$ stakeline undo one
stakeline: undo: 'one' is not the number of an import; 'stakeline imports' lists them
usage: stakeline undo K
? 2
$ stakeline undo 0
stakeline: undo: '0' is not the number of an import; 'stakeline imports' lists them
usage: stakeline undo K
? 2
$ stakeline undo -- -1
stakeline: undo: '-1' is not the number of an import; 'stakeline imports' lists them
usage: stakeline undo K
? 2
$ stakeline add holding Nissan Renault 43 44
stakeline: add: '44' is one operand too many
usage: stakeline add [OPTION]... KIND ISSUER [HOLDER] [STAKE]
? 2
$ stakeline add holding
stakeline: add: more operands are needed
usage: stakeline add [OPTION]... KIND ISSUER [HOLDER] [STAKE]
? 2
$ stakeline add split Nissan 2:1 5
stakeline: add: '5' is one operand too many for the kind split
usage: stakeline add [OPTION]... KIND ISSUER [HOLDER] [STAKE]
? 2
$ stakeline add split Nissan 2:1 --ratio 3:1
stakeline: add: ratio is given twice: '2:1' and '3:1'
usage: stakeline add [OPTION]... KIND ISSUER [HOLDER] [STAKE]
? 2
$ stakeline entities show
stakeline: entities: show takes one name
usage: stakeline entities [OPTION]... [show NAME | alias NAME ALIAS | merge NAME OTHER | unmerge OTHER | rename NAME NEW | similar]
? 2
$ stakeline entities shwo Nissan
stakeline: entities: 'shwo' is not one of show, alias, merge, unmerge, rename, similar
usage: stakeline entities [OPTION]... [show NAME | alias NAME ALIAS | merge NAME OTHER | unmerge OTHER | rename NAME NEW | similar]
? 2
$ stakeline entities merge Nissan
stakeline: entities: merge takes two names
usage: stakeline entities [OPTION]... [show NAME | alias NAME ALIAS | merge NAME OTHER | unmerge OTHER | rename NAME NEW | similar]
? 2
$ stakeline entities unmerge Nissan --format csv
stakeline: entities: unmerge prints no rows: it takes no --format or -o
usage: stakeline entities [OPTION]... [show NAME | alias NAME ALIAS | merge NAME OTHER | unmerge OTHER | rename NAME NEW | similar]
? 2
$ stakeline export
stakeline: export: an operand is missing
usage: stakeline export [OPTION]... events
? 2
$ stakeline export imports
stakeline: export: 'imports' cannot be exported, only events
usage: stakeline export [OPTION]... events
? 2
$ stakeline chart
stakeline: chart: an operand is missing
usage: stakeline chart [OPTION]... KIND ENTITY... -o FILE
? 2
$ stakeline chart pie Nissan -o x.svg
stakeline: chart: 'pie' is no kind of chart; --help lists them
usage: stakeline chart [OPTION]... KIND ENTITY... -o FILE
? 2
$ stakeline chart stakes Nissan
stakeline: chart: -o FILE is missing
usage: stakeline chart [OPTION]... KIND ENTITY... -o FILE
? 2
$ stakeline chart stakes Nissan -o x.svg --width 5
stakeline: --width: '5' is not a whole number from 320 to 10000
? 2
$ stakeline chart stakes Nissan -o x.svg --top many
stakeline: --top: 'many' is not a whole number from 1 to 100
? 2
$ stakeline import deals.csv --fiscal-year-start 13
stakeline: --fiscal-year-start: '13' is not a whole number from 1 to 12
? 2
$ stakeline help frobnicate
stakeline: unknown command 'frobnicate'; 'stakeline help' lists the known ones
? 2

# Nothing of that made a database, and no reading command does.

$ ls
$ stakeline holders Nissan
stakeline: stakeline.db: no such database; 'stakeline import FILE' makes one
? 4
$ stakeline --db other.db undo 1
stakeline: other.db: no such database; 'stakeline import FILE' makes one
? 4
$ STAKELINE_DB=third.db stakeline imports
stakeline: third.db: no such database; 'stakeline import FILE' makes one
? 4
$ stakeline alias Nissan Nissan2
stakeline: stakeline.db: no such database; 'stakeline import FILE' makes one
? 4
$ ls

# Options stand anywhere, values join with = or follow, -- ends options.

$ stakeline holders --db=a.db Nissan
stakeline: a.db: no such database; 'stakeline import FILE' makes one
? 4
$ stakeline holders Nissan --db b.db
stakeline: b.db: no such database; 'stakeline import FILE' makes one
? 4
$ stakeline --db c.db holders -- --db
stakeline: c.db: no such database; 'stakeline import FILE' makes one
? 4
$ STAKELINE_DB=env.db stakeline --db option.db snapshot
stakeline: option.db: no such database; 'stakeline import FILE' makes one
? 4
