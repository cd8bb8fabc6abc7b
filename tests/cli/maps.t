# The maps that come with stakeline, each on a small file in its layout.

$ stakeline maps --format csv | cut -d, -f1
map
ark-holdings
crunchbase-acquisitions
crunchbase-investments
crunchbase-rounds
ecb-rates
french-media
nse-insider
startup-funding-india
$ cp "$CASES"/../maps/* .

# Snapshots: the dates are in the files' names; what is gone is inferred, what is unchanged adds nothing.

$ stakeline import relations_2020-02-01.tsv relations_2019-02-01.tsv
stakeline: this is in the columns of the map french-media
stakeline: map french-media: 7 rows, 0 dropped by its conditions, 2 unchanged, 1 inferred to be gone
imported 6 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline timeline "Groupe Exemple" --format csv | cut -d, -f1,4,6,9-11,17
date,holder,kind,stake_pct,stake_low_pct,stake_high_pct,flag
2019-02-01,Alice Durand,holding,24.5,24.5,24.5,
2019-02-01,Fonds Martin,holding,75,50,100,
2020-02-01,Fonds Martin,holding,0,0,0,mismatch
$ stakeline timeline "L’Hebdo" --format csv | cut -d, -f1,4,6,9-11,17
date,holder,kind,stake_pct,stake_low_pct,stake_high_pct,flag
2019-02-01,Banque Nord,holding,,,,
2020-02-01,Banque Nord,holding,40,40,40,
$ stakeline export events | grep inferred
date,known,kind,status,issuer,holder,counterparty,class,stake,stake_after,votes,shares,outstanding,ratio,amount,currency,pre_money,post_money,price,round,role,instrument,deal,part,source,url,note,x_inferred,x_snapshot
2020-02-01,2020-02-01,holding,completed,Groupe Exemple,Fonds Martin,,,0,,,,,,,,,,,,,,,,relations_2020-02-01.tsv,,inferred: absent from relations_2020-02-01.tsv,absent,french-media
$ stakeline imports --format csv | cut -d, -f1,3-7
import,file,map,events,duplicates,rejected
1,relations_2019-02-01.tsv; relations_2020-02-01.tsv,french-media,6,0,0
$ stakeline import --map french-media relations_*.tsv
stakeline: map french-media: 7 rows, 0 dropped by its conditions, 7 unchanged, 0 inferred to be gone
imported 0 events (0 duplicates skipped, 0 rejected)

# The same data in another spelling adds no event.

$ sed 's/24,5/24,5 %/; s/$/\r/' relations_2019-02-01.tsv > other.tsv
$ mkdir again; mv other.tsv again/relations_2019-02-01.tsv
$ stakeline import again/relations_2019-02-01.tsv
stakeline: this is in the columns of the map french-media
stakeline: map french-media: 4 rows, 0 dropped by its conditions, 4 unchanged, 0 inferred to be gone
imported 0 events (0 duplicates skipped, 0 rejected)

# A snapshot that would change the past is refused.

$ sed 's/24,5/25,5/' relations_2019-02-01.tsv > again/relations_2019-02-01.tsv
$ stakeline import again/relations_2019-02-01.tsv
stakeline: this is in the columns of the map french-media
stakeline: again/relations_2019-02-01.tsv:2: the snapshot of 2019-02-01 would change what the book has through the map french-media up to 2020-02-01: undo the later imports, and import the files together
stakeline: again/relations_2019-02-01.tsv: 1 problem; nothing was stored
? 3

# Names of the file that do not fit are a problem, as columns that are missing.

$ cp relations_2019-02-01.tsv notes.tsv; stakeline import --map french-media notes.tsv
stakeline: notes.tsv:1: the file's name does not fit {file:relations_([0-9]+-[0-9]+-[0-9]+)} of the map
stakeline: notes.tsv: 1 problem; nothing was stored
? 3
$ printf 'origine\tvaleurs\tcible\n' > relations_2022-01-01.tsv
$ stakeline import --map french-media relations_2022-01-01.tsv 2>&1 | sed "s,$DATA,DATA,"
stakeline: relations_2022-01-01.tsv:1: valeur: the map wants a column of this name for stake (DATA/maps/french-media.ini:14; a text would go in double quotes); the nearest in the header is 'valeurs'
stakeline: relations_2022-01-01.tsv:1: valeur: the map wants a column of this name for note (DATA/maps/french-media.ini:16; a text would go in double quotes); the nearest in the header is 'valeurs'
stakeline: relations_2022-01-01.tsv: 2 problems; nothing was stored

# One row an investor: the round's amount is counted once.

$ stakeline --db cb.db import crunchbase-investments.csv
stakeline: this is in the columns of the map crunchbase-investments
stakeline: map crunchbase-investments: 4 rows, 0 dropped by its conditions
imported 6 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db cb.db rounds --format csv | cut -d, -f1-9
date,issuer,round,kind,instrument,amount,currency,investors,leads
2012-03-01,First,Seed,round,,700000,USD,Ann Lee,
2014-01-05,First,Series A,round,,10000000,USD,North Capital; Ann Lee; South Fund,
$ stakeline --db cb.db import crunchbase-rounds.csv
stakeline: this is in the columns of the map crunchbase-rounds
stakeline: map crunchbase-rounds: 3 rows, 0 dropped by its conditions
imported 1 events (2 duplicates skipped, 0 rejected) as import #2
$ stakeline --db cb.db rounds --format csv | cut -d, -f1-9
date,issuer,round,kind,instrument,amount,currency,investors,leads
2012-03-01,First,Seed,round,,700000,USD,Ann Lee,
2014-01-05,First,Series A,round,,10000000,USD,North Capital; Ann Lee; South Fund,
2014-10-14,Second,Debt,debt,loan,,,,

# The export of 2013 has no names of rounds, and old line ends; a row that is rejected leaves the round's
# amount to the next.

$ tr '\n' '\r' < crunchbase-investments-2013.csv > mac.csv; stakeline --db cb13.db import mac.csv
stakeline: this is in the columns of the map crunchbase-investments
stakeline: map crunchbase-investments: 3 rows, 0 dropped by its conditions
imported 4 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db cb13.db import crunchbase-rounds-2013.csv
stakeline: this is in the columns of the map crunchbase-rounds
stakeline: map crunchbase-rounds: 2 rows, 0 dropped by its conditions
imported 1 events (1 duplicates skipped, 0 rejected) as import #2
$ stakeline --db cb13.db rounds --format csv | cut -d, -f1-8
date,issuer,round,kind,instrument,amount,currency,investors
2010-01-05,Fourth,Angel,round,,,,Ann Lee
2011-02-01,Fifth,Grant,round,grant,100000,USD,
2012-10-30,Fourth,Series C+,round,,2000000,USD,North Capital; Ann Lee
$ sed '2s/2012-10-30/2012-30-10/' crunchbase-investments-2013.csv > odd.csv
$ stakeline --db odd.db import --partial odd.csv
stakeline: this is in the columns of the map crunchbase-investments
stakeline: odd.csv:2: funded_at: "2012-30-10": there is no month 30: expected 01 to 12
stakeline: map crunchbase-investments: 3 rows, 0 dropped by its conditions
imported 3 events (0 duplicates skipped, 1 rejected) as import #1
$ stakeline --db odd.db rounds --format csv | cut -d, -f1-8
date,issuer,round,kind,instrument,amount,currency,investors
2010-01-05,Fourth,Angel,round,,,,Ann Lee
2012-10-30,Fourth,Series C+,round,,2000000,USD,Ann Lee
$ sed '3s/10000000/20000000/' crunchbase-investments.csv > odd.csv; stakeline --db odd.db import odd.csv
stakeline: this is in the columns of the map crunchbase-investments
stakeline: odd.csv:3: funding_round_permalink: "/funding-round/aa01": expected the same amount on each row of the deal, another line before says otherwise
stakeline: odd.csv: 1 problem in 1 row; nothing was stored
? 3
$ stakeline --db cb.db import crunchbase-acquisitions.csv
stakeline: this is in the columns of the map crunchbase-acquisitions
stakeline: map crunchbase-acquisitions: 2 rows, 0 dropped by its conditions
imported 2 events (0 duplicates skipped, 0 rejected) as import #3
$ stakeline --db cb.db timeline Second --format csv | cut -d, -f1,4,6,14,15
date,holder,kind,amount,currency
2014-10-14,,debt,,
2015-02-10,First,acquire,30000000,USD

# Day-first dates, Indian digit groups, several investors a cell, junk.

$ stakeline --db in.db import startup-funding-india.csv
stakeline: this is in the columns of the map startup-funding-india
stakeline: map startup-funding-india: 4 rows, 0 dropped by its conditions
imported 8 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db in.db rounds --format csv | cut -d, -f1-7
date,issuer,round,kind,instrument,amount,currency
2015-04-13,Khet,Private Equity,round,,,
2017-08-01,Chai Point,Series A,round,,200000000,USD
2018-07-05,Ledgerly,Debt Funding,debt,,,
2020-01-09,Rickshaw,Seed Round,round,,14342000,USD
$ sed 's/20,00,00,000/200,000,000/; s/01.08.2017/01-08-2017/; s/$/\r/' startup-funding-india.csv > other.csv
$ stakeline --db in.db import other.csv
stakeline: this is in the columns of the map startup-funding-india
stakeline: map startup-funding-india: 4 rows, 0 dropped by its conditions
imported 0 events (8 duplicates skipped, 0 rejected)
$ sed 's,01/08/2017,12/25/2017,' startup-funding-india.csv > us.csv; stakeline --db in.db import us.csv
stakeline: this is in the columns of the map startup-funding-india
stakeline: us.csv:2: Date dd/mm/yyyy: "12/25/2017" does not fit %d/%m/%Y, %d-%m-%Y, %d-%m-%y, %d/%m/%y, %d/%m.%Y, %d/%m//%Y, %d/%m/.%Y, %d/%m%Y, %d/%m/0%y, the order that the map declares; it would fit %m/%d/%Y
stakeline: us.csv: 1 problem in 1 row; nothing was stored
? 3
$ stakeline --db in.db import startup-funding-india-2017.csv
stakeline: this is in the columns of the map startup-funding-india
stakeline: map startup-funding-india: 6 rows, 0 dropped by its conditions
imported 14 events (0 duplicates skipped, 0 rejected) as import #2
$ stakeline --db in.db rounds --to 2017 --format csv | cut -d, -f1-7,8
date,issuer,round,kind,instrument,amount,currency,investors
2015-04-13,Khet,Private Equity,round,,,,Lotus Ventures
2017-08-01,Chai Point,Series A,round,,200000000,USD,Lotus Ventures; Banyan Fund; Ravi Rao
2017-08-01,Lanterna,Private Equity,round,,1300000,USD,"Hilltop & Co.; Asha Rao (founder
2017-08-02,Munch's,Seed Funding,round,,500000,USD,
2017-08-03,Two Digits,Seed Funding,round,,200000,USD,Hilltop & Co.
2017-08-04,Three Digits,Seed Funding,round,,300000,USD,Hilltop & Co.
2017-08-05,Two Rows,Seed Funding,round,,750000,USD,Hilltop & Co.; Asha Rao; R Mehta

# A fund's daily holdings.

$ stakeline --db ark.db import ark-holdings-2.csv ark-holdings-1.csv
stakeline: this is in the columns of the map ark-holdings
stakeline: map ark-holdings: 7 rows, 2 dropped by its conditions, 1 unchanged, 2 inferred to be gone
imported 6 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db ark.db timeline --holder ARKX --format csv | cut -d, -f1,3,6,12,13
date,issuer,kind,votes_pct,shares
2024-03-14,TESLA INC,holding,,3308052
2024-03-14,ROKU INC,holding,,500000
2024-03-14,MONEY FUND 468,holding,,2333333
2024-03-15,MONEY FUND 468,holding,0,
2024-03-15,ROKU INC,holding,0,
2024-03-15,BLOCK INC,holding,,100000
$ stakeline --db ark.db import ark-holdings-*.csv
stakeline: this is in the columns of the map ark-holdings
stakeline: map ark-holdings: 7 rows, 2 dropped by its conditions, 5 unchanged, 0 inferred to be gone
imported 0 events (0 duplicates skipped, 0 rejected)

# Before, the trade, and after: three events of a row.

$ stakeline --db nse.db import nse-insider.csv
stakeline: this is in the columns of the map nse-insider
stakeline: map nse-insider: 4 rows, 1 dropped by its conditions
imported 9 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db nse.db timeline "Example Industries Limited" --format csv | cut -d, -f1,4,6,8,9,12,17
date,holder,kind,change_pct,stake_pct,votes_pct,flag
2022-11-22,Meera Shah,holding,,12,12,
2022-11-24,Meera Shah,dispose,-2,10,10,
2022-11-24,Meera Shah,holding,0,10,10,
2022-11-28,Arjun Das,holding,,0,0,
2022-11-28,Arjun Das,acquire,0.05,0.05,0.05,
2022-11-28,Arjun Das,holding,0,0.05,0.05,confirmed
2022-12-01,Meera Shah,holding,0,10,10,confirmed
2022-12-01,Meera Shah,note,,,,
2022-12-01,Meera Shah,holding,0,10,10,confirmed

# What a map makes of a file, and a map to start from.

$ stakeline map try startup-funding-india.csv --rows 1
stakeline: this is in the columns of the map startup-funding-india
Line  Event  Column    Value                         From               In the file
   2      1  note      Food, Tea                     Industry Vertical  Food
   2      1  currency  USD
   2      1  date      2017-08-01                    Date dd/mm/yyyy    01/08/2017
   2      1  kind      round                         InvestmentnType    Series A
   2      1  issuer    Chai Point                    Startup Name       Chai Point
   2      1  holder                                  Investors Name     Lotus Ventures, Banyan Fund and Ravi Rao
   2      1  round     Series A                      InvestmentnType    Series A
   2      1  amount    20,00,00,000                  Amount in USD      20,00,00,000
   2      1  source    startup_funding.csv (Kaggle)
   2      1  x_city    Bengaluru                     City  Location     Bengaluru
   2      2  note      Food, Tea                     Industry Vertical  Food
   2      2  date      2017-08-01                    Date dd/mm/yyyy    01/08/2017
   2      2  kind      round                         InvestmentnType    Series A
   2      2  issuer    Chai Point                    Startup Name       Chai Point
   2      2  holder    Lotus Ventures                Investors Name     Lotus Ventures, Banyan Fund and Ravi Rao
   2      2  round     Series A                      InvestmentnType    Series A
   2      2  amount                                  Amount in USD      20,00,00,000
   2      2  source    startup_funding.csv (Kaggle)
   2      2  x_city    Bengaluru                     City  Location     Bengaluru
   2      3  note      Food, Tea                     Industry Vertical  Food
   2      3  date      2017-08-01                    Date dd/mm/yyyy    01/08/2017
   2      3  kind      round                         InvestmentnType    Series A
   2      3  issuer    Chai Point                    Startup Name       Chai Point
   2      3  holder    Banyan Fund                   Investors Name     Lotus Ventures, Banyan Fund and Ravi Rao
   2      3  round     Series A                      InvestmentnType    Series A
   2      3  amount                                  Amount in USD      20,00,00,000
   2      3  source    startup_funding.csv (Kaggle)
   2      3  x_city    Bengaluru                     City  Location     Bengaluru
   2      4  note      Food, Tea                     Industry Vertical  Food
   2      4  date      2017-08-01                    Date dd/mm/yyyy    01/08/2017
   2      4  kind      round                         InvestmentnType    Series A
   2      4  issuer    Chai Point                    Startup Name       Chai Point
   2      4  holder    Ravi Rao                      Investors Name     Lotus Ventures, Banyan Fund and Ravi Rao
   2      4  round     Series A                      InvestmentnType    Series A
   2      4  amount                                  Amount in USD      20,00,00,000
   2      4  source    startup_funding.csv (Kaggle)
   2      4  x_city    Bengaluru                     City  Location     Bengaluru
$ sed 's,01/08/2017,31/04/2017,' startup-funding-india.csv > us.csv; stakeline map try us.csv --rows 2 | grep 31/04
stakeline: this is in the columns of the map startup-funding-india
stakeline: us.csv: 1 problem in the rows shown
   2      1  date                                                  Date dd/mm/yyyy    31/04/2017                                "31/04/2017": that day does not exist: April 2017 has 30 days
$ stakeline map try us.csv --rows 1 > us.txt
stakeline: this is in the columns of the map startup-funding-india
stakeline: us.csv: 1 problem in the rows shown
? 1
$ printf 'Company;Announced on;Buyer;Stake\nAcme;25.12.2020;Bob;12,5\n' > unknown.csv
$ stakeline map try unknown.csv
stakeline: no map knows unknown.csv; here is one to start from
# A map for unknown.csv: look over each line, then 'stakeline map try'
[file]
delimiter = semicolon

[dates]
formats = %d.%m.%Y

[numbers]
decimal = comma

[columns]
date = Announced on
holder = Buyer
issuer = Company
kind = "holding"   ; a guess: or holding, acquire, dispose, round, debt, note
stake = Stake
# not used:

[recognise]
header = "Company"
header = "Announced on"
header = "Buyer"
header = "Stake"
$ stakeline import unknown.csv
stakeline: unknown.csv:1: "Company;Announced on;Buyer;Stake": expected columns that are separated by commas
stakeline: no map knows these columns: 'stakeline map try FILE' writes one to start from
stakeline: unknown.csv: 1 problem; nothing was stored
? 3
$ stakeline map try unknown.csv > mine.ini 2> /dev/null
$ stakeline import --map mine.ini unknown.csv
stakeline: map mine: 1 rows, 0 dropped by its conditions
imported 1 events (0 duplicates skipped, 0 rejected) as import #2
$ stakeline holders Acme
Holder          Stake   Votes  Since       Basis
Bob            12.5 %  12.5 %  2020-12-25  stated
(undisclosed)  87.5 %

# A map is checked as a whole; one's own stands before those that come with stakeline.

$ printf '[file]\ndelimeter = tab\n' > bad.ini; stakeline import --map ./bad.ini unknown.csv
stakeline: ./bad.ini:2: [file] has no key 'delimeter' (the nearest is 'delimiter')
? 3
$ printf '[columns]\ndate = d\nkind = "holding"\nissuer = "A"\nholdr = h\n' > bad.ini; stakeline import --map bad.ini unknown.csv
stakeline: bad.ini:5: no column of an event is called 'holdr' (the nearest is 'holder')
? 3
$ printf '[columns]\ndate = d\nkind = "holding"\n' > bad.ini; stakeline import --map bad.ini unknown.csv
stakeline: bad.ini: no rule says what the issuer of an event is
? 3
$ stakeline import --map french-medai relations_2019-02-01.tsv
stakeline: no map is called 'french-medai'; the nearest is 'french-media'
? 2
$ mkdir -p .config/stakeline/maps; cp mine.ini .config/stakeline/maps/mine.ini
$ stakeline import unknown.csv
stakeline: this is in the columns of the map mine
stakeline: map mine: 1 rows, 0 dropped by its conditions
imported 0 events (1 duplicates skipped, 0 rejected)

# Several files of different layouts are imported apart.

$ stakeline import unknown.csv relations_2019-02-01.tsv
stakeline: relations_2019-02-01.tsv is for the map french-media, another file is not: import them apart
? 2

# Under a threshold a holder is only no longer reported; a snapshot of one issuer says nothing of others.

$ printf '[columns]\ndate = on\nkind = "holding"\nissuer = of\nholder = who\nstake = pct\n[snapshot]\nby = issuer\nthreshold = 5\n' > major.ini
$ printf 'on,of,who,pct\n2020-01-01,A,X,12\n2020-01-01,A,Y,6\n2020-01-01,B,X,50\n2020-02-01,A,X,12.0\n2020-03-01,A,Y,7\n' > major.csv
$ stakeline --db m.db import --map ./major.ini major.csv
stakeline: map major: 5 rows, 0 dropped by its conditions, 1 unchanged, 2 inferred to be gone
imported 6 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db m.db timeline --holder Y --format csv | cut -d, -f1,3,6,9-11
date,issuer,kind,stake_pct,stake_low_pct,stake_high_pct
2020-01-01,A,holding,6,6,6
2020-02-01,A,holding,2.5,0,5
2020-03-01,A,holding,7,7,7
$ stakeline --db m.db timeline --holder X --format csv | cut -d, -f1,3,6,9-11
date,issuer,kind,stake_pct,stake_low_pct,stake_high_pct
2020-01-01,A,holding,12,12,12
2020-01-01,B,holding,50,50,50
2020-03-01,A,holding,2.5,0,5
$ stakeline --db m.db import --map ./major.ini major.csv
stakeline: map major: 5 rows, 0 dropped by its conditions, 5 unchanged, 0 inferred to be gone
imported 0 events (0 duplicates skipped, 0 rejected)
$ stakeline --db m.db export events > log.csv; stakeline --db m2.db import log.csv
imported 6 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db m2.db import --map ./major.ini major.csv
stakeline: map major: 5 rows, 0 dropped by its conditions, 5 unchanged, 0 inferred to be gone
imported 0 events (0 duplicates skipped, 0 rejected)

# A row with something wrong is left out whole, and the rest stored; a snapshot is whole or not at all.

$ sed 's/"5000","0.05"/"5000","105"/' nse-insider.csv > bad.csv
$ stakeline --db p.db import --partial --rejects rejects.csv bad.csv
stakeline: this is in the columns of the map nse-insider
stakeline: bad.csv:3: % POST: "105": expected a per cent in 0 to 100
stakeline: map nse-insider: 4 rows, 1 dropped by its conditions
imported 6 events (0 duplicates skipped, 1 rejected) as import #1
$ cut -d, -f4,7,23 rejects.csv
"NAME OF THE ACQUIRER/DISPOSER ","NO. OF SECURITY (PRIOR) ",x_error
"Arjun Das","0","bad.csv:3: % POST: ""105"": expected a per cent in 0 to 100"

$ printf '2020-04-01,A,X,120\n2020-04-01,A,Y,7.5\n' >> major.csv
$ stakeline --db m.db import --partial --map ./major.ini major.csv
stakeline: major.csv:7: pct: "120": expected a per cent in 0 to 100
stakeline: major.csv: a snapshot without the rows that are rejected would take what they hold to be gone: it is imported whole or not at all
stakeline: major.csv: 2 problems in 1 row; nothing was stored
? 3
