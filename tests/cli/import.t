# All or nothing: everything wrong is listed, nothing is stored.

$ printf 'date,kind,issuer\n' | stakeline import -
imported 0 events (0 duplicates skipped, 0 rejected)
$ cat > bad.csv <<'END'
> date,kind,issuer,holder,stake,amount
> 2023-01-01,holding,A,B,10,
> 2023-02-30,holding,A,B,110,
> 2023-01-01,hodling,A,B,10,
> 06/02/2023,holding,A,,-5,12
> 2023-01-01,holding,,B,10,$12M
> END
$ stakeline import bad.csv
stakeline: bad.csv:3: date: "2023-02-30": that day does not exist: February 2023 has 28 days
stakeline: bad.csv:3: stake: "110": expected a per cent in 0 to 100
stakeline: bad.csv:4: kind: "hodling": expected holding, acquire, dispose, issue, cancel, split, outstanding, found, round, debt, ipo, merger, pact or note
stakeline: bad.csv:5: date: "06/02/2023" is ambiguous, it may be day/month or month/day: expected 2023-02-06 or 6 February 2023, or an import that gives a date format such as %d/%m/%Y
stakeline: bad.csv:5: stake: "-5": expected a stake without a sign: the kind says the direction
stakeline: bad.csv:5: amount: "12" has no currency: expected one with it, as in USD 12 Mn, or in the currency column
stakeline: bad.csv:6: issuer: expected a name, found a blank cell
stakeline: bad.csv: 7 problems in 4 rows; nothing was stored
? 3
$ stakeline imports
Import  At  File  Map  Events  Duplicates  Rejected
stakeline: nothing was imported yet
? 1
$ stakeline import missing.csv
stakeline: cannot open missing.csv: No such file or directory
? 4
$ stakeline import .
stakeline: cannot read .: Is a directory
? 4
$ printf 'date,kind,isuer\n2023,note,A\n' | stakeline import -
stakeline: -:1: "isuer": expected a known column (the nearest is 'issuer')
stakeline: -:1: issuer: expected a column of this name in the header
stakeline: -: 2 problems; nothing was stored
? 3
$ printf 'date,kind\n2023,note\n' | stakeline import -
stakeline: -:1: issuer: expected a column of this name in the header
stakeline: -: 1 problem; nothing was stored
? 3
$ printf '' | stakeline import -
stakeline: -:1: expected a header row with the names of the columns, found an empty file
stakeline: -: 1 problem; nothing was stored
? 3
$ printf 'date,kind,issuer,holder,stake\n' | stakeline import -
imported 0 events (0 duplicates skipped, 0 rejected)

# Good and bad files together: nothing.

$ printf 'date,kind,issuer,holder,stake\n2023,holding,A,B,10\n' > good.csv
$ stakeline import good.csv bad.csv 2>&1 | tail -2
stakeline: bad.csv:6: issuer: expected a name, found a blank cell
stakeline: the files: 7 problems in 4 rows; nothing was stored
$ stakeline import good.csv good.csv
imported 1 events (1 duplicates skipped, 0 rejected) as import #1
$ stakeline holders A --format csv
holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
B,,10,10,10,10,,2023,stated,
(undisclosed),,90,90,90,,,,,
$ stakeline undo 1
took back import #1: 1 event

# More than fifty problems are counted.

$ (echo date,kind,issuer,stake; for i in $(seq 60); do echo "2023,holding,A,x$i"; done) > many.csv
$ stakeline import many.csv 2>&1 | sed -n '1p;50,$p'
stakeline: many.csv:2: stake: "x1" is not a stake: expected a per cent such as 43.4, ~43%, 25-50%, >50%, <5%, or a fraction such as 1/3
stakeline: many.csv:51: stake: "x50" is not a stake: expected a per cent such as 43.4, ~43%, 25-50%, >50%, <5%, or a fraction such as 1/3
stakeline: and 10 more problems
stakeline: many.csv: 60 problems in 60 rows; nothing was stored

# A dry run stores nothing, and makes no database.

$ stakeline --db dry.db import --dry-run good.csv
would import 1 events (0 duplicates skipped, 0 rejected)
$ stakeline --db dry.db import --dry-run bad.csv 2>/dev/null
? 3
$ ls dry.db*
ls: cannot access 'dry.db*': No such file or directory
? 2
$ stakeline import --dry-run good.csv
would import 1 events (0 duplicates skipped, 0 rejected)
$ stakeline holders A
Holder  Class  Stake  Votes  Shares  Since  Basis  Source
stakeline: no entity is called 'A'
? 1

# Defaults for what the rows do not state; other ways to write a date.

$ printf 'date,kind,issuer,holder,stake\n06/02/2023,holding,A,B,10\nFY2024-25,holding,A,B,20\n' > dmy.csv
$ stakeline import dmy.csv
stakeline: dmy.csv:2: date: "06/02/2023" is ambiguous, it may be day/month or month/day: expected 2023-02-06 or 6 February 2023, or an import that gives a date format such as %d/%m/%Y
stakeline: dmy.csv: 1 problem in 1 row; nothing was stored
? 3
$ stakeline import dmy.csv --date-format %d/%m/%Y --fiscal-year-start 7 --known 2023-12 --source "A's report"
imported 2 events (0 duplicates skipped, 0 rejected) as import #2
$ stakeline timeline A --format csv
date,known,issuer,holder,class,kind,status,change_pct,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,amount,currency,basis,flag,deal,source
2023-02-06,2023-12,A,B,,holding,completed,,10,10,10,10,,,,stated,,,A's report
FY2024-25,2023-12,A,B,,holding,completed,10,20,20,20,20,,,,stated,mismatch,,A's report
$ stakeline timeline A --known-by 2023-11 --format csv
date,known,issuer,holder,class,kind,status,change_pct,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,amount,currency,basis,flag,deal,source
stakeline: nothing in the log about A as an issuer in that time
? 1
$ stakeline holders A --on 2024-06-30 --format csv
holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
B,,10,10,10,10,,2023-02-06,stated,A's report
(undisclosed),,90,90,90,,,,,
$ stakeline holders A --on 2024-07-01 --format csv
holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
B,,20,20,20,20,,FY2024-25,stated,A's report
(undisclosed),,80,80,80,,,,,
$ stakeline import dmy.csv --known soon
stakeline: the known date: "soon" is not a date: expected 2023-02-06, 2023-02, 2023, 2023-Q1, 2023-H1, FY2024-25, 6 February 2023 or Feb 6, 2023
? 2
$ stakeline import dmy.csv --date-format nonsense
stakeline: date format "nonsense": expected a year, and a month where there is a day
? 2

# The k-th copy of a row is a duplicate of the k-th copy stored.

$ printf 'date,kind,issuer,holder,stake\n2023,acquire,C,D,10\n2023,acquire,C,D,10.0%%\n' > twice.csv
$ stakeline import twice.csv
imported 2 events (0 duplicates skipped, 0 rejected) as import #3
$ stakeline import twice.csv twice.csv
imported 0 events (4 duplicates skipped, 0 rejected)
$ stakeline holders C --format csv
holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
D,,20,20,20,20,,2023,derived,
(undisclosed),,80,80,80,,,,,

# add says what is wrong with a cell, without a file or a line.

$ stakeline add hodling A B 10
stakeline: kind: "hodling": expected holding, acquire, dispose, issue, cancel, split, outstanding, found, round, debt, ipo, merger, pact or note
? 3
$ stakeline add holding A B 110 --date 2023-02-30
stakeline: date: "2023-02-30": that day does not exist: February 2023 has 28 days
stakeline: stake: "110": expected a per cent in 0 to 100
? 3
$ stakeline add merger A B 10 --date 2023
stakeline: stake: "10": kind merger moves no position: use kind acquire for what was bought and issue for new shares
? 3
$ stakeline add holding E F --date 2023
added 1 event as import #4
$ stakeline add split E 2:1 --date 2023
added 1 event as import #5
$ stakeline add outstanding E "1,000" --date 2022
added 1 event as import #6
$ stakeline add note E --note 'nothing else' --date 2021
added 1 event as import #7
$ stakeline export events --format csv | tail -4
2023,2023-12-31,holding,completed,E,F,,,,,,,,,,,,,,,,,,,,,
2023,2023-12-31,split,completed,E,,,,,,,,,2:1,,,,,,,,,,,,,
2022,2022-12-31,outstanding,completed,E,,,,,,,,1000,,,,,,,,,,,,,,
2021,2021-12-31,note,completed,E,,,,,,,,,,,,,,,,,,,,,,nothing else
