# The euro's reference rates, and rounds in one currency.

$ printf 'Date,USD,JPY,INR,HRK,\n2026-04-13,1.1684,186.75,109.047,N/A,\n2026-04-10,1.1711,186.43,108.5,N/A,\n2022-12-30,1.0666,140.66,88.171,7.5365,\n' > hist.csv
$ stakeline rates
stakeline: stakeline.db: no such database; 'stakeline import FILE' makes one
? 4
$ stakeline rates import hist.csv
imported 10 rates (0 of them changed, 0 skipped as stored)
$ stakeline rates import hist.csv
imported 0 rates (0 of them changed, 10 skipped as stored)
$ printf 'Date, USD, JPY, \n13 April 2026, 1.1685, 186.7500, \n14 April 2026, 1.17, 187, \n' > day.csv
$ stakeline rates import day.csv
imported 3 rates (1 of them changed, 1 skipped as stored)
$ stakeline rates
Currency  First       Last        Days
HRK       2022-12-30  2022-12-30     1
INR       2022-12-30  2026-04-13     3
JPY       2022-12-30  2026-04-14     4
USD       2022-12-30  2026-04-14     4
$ stakeline rates --format csv
currency,first,last,days
HRK,2022-12-30,2022-12-30,1
INR,2022-12-30,2026-04-13,3
JPY,2022-12-30,2026-04-14,4
USD,2022-12-30,2026-04-14,4
$ printf 'Date,USD,KRX\n2026-04-13,1.1684,1\n' > bad.csv
$ stakeline rates import bad.csv
stakeline: bad.csv:1: "KRX": expected the code of a currency, such as USD
stakeline: bad.csv: 1 problem; nothing was stored
? 3
$ printf 'Date,USD\n2026-04-13,1,1684\n2026-13-04,1.1684\n2026-04-14,-1\n' > bad.csv
$ stakeline rates import bad.csv
stakeline: bad.csv:2: expected 2 cells, as in the header, found 3
stakeline: bad.csv:3: Date: "2026-13-04": there is no month 13: expected 01 to 12
stakeline: bad.csv:4: USD: "-1": expected a rate such as 1.1684, or N/A
stakeline: bad.csv: 3 problems; nothing was stored
? 3
$ stakeline rates import
stakeline: rates: import takes files
usage: stakeline rates [OPTION]... [import FILE...]
? 2
$ stakeline rates export
stakeline: rates: 'export' is not import
usage: stakeline rates [OPTION]... [import FILE...]
? 2
$ stakeline rates import --format csv day.csv
stakeline: rates: import prints no rows: it takes no --format or -o
usage: stakeline rates [OPTION]... [import FILE...]
? 2

# What a round was worth on its day; what has no rate is named and blank.

$ cat > rounds.csv <<'END'
> date,kind,issuer,holder,amount,round
> 2021-05-05,round,Old,,USD 1m,Seed
> 2026-04-12,round,New,Fund,USD 10m,Seed
> 2026-04-13,round,New,Fund,INR 50 Cr,Series A
> 2026-04-15,round,New,Bank,CHF 1m,Series B
> 2026-04-15,round,New,Bank,HRK 75365,Series C
> END
$ stakeline import rounds.csv
imported 5 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline rounds --in eur --format csv | cut -d, -f1-7,13
stakeline: 1 amount in CHF is left blank: there is no rate of CHF
stakeline: 1 amount in HRK of 2026-04-15 is converted at old rates: the last one of HRK before that is of 2022-12-30
stakeline: 1 amount in USD of 2021-05-05 is left blank: the first rate of USD is of 2022-12-30
date,issuer,round,kind,instrument,amount,currency,cumulative
2021-05-05,Old,Seed,round,,,,
2026-04-12,New,Seed,round,,8538980.45,EUR,8538980.45
2026-04-13,New,Series A,round,,4585178.87,EUR,13124159.32
2026-04-15,New,Series B,round,,,,
2026-04-15,New,Series C,round,,10000,EUR,13134159.32
$ stakeline rounds New --in INR --format csv 2>/dev/null | cut -d, -f1-7,13
date,issuer,round,kind,instrument,amount,currency,cumulative
2026-04-12,New,Seed,round,,926479378.36,INR,926479378.36
2026-04-13,New,Series A,round,,500000000,INR,1426479378.36
2026-04-15,New,Series B,round,,,,
2026-04-15,New,Series C,round,,1090470,INR,1427569848.36
$ stakeline rounds --by year --in EUR --format csv
stakeline: 1 amount in CHF is left blank: there is no rate of CHF
stakeline: 1 amount in HRK of 2026-04-15 is converted at old rates: the last one of HRK before that is of 2022-12-30
stakeline: 1 amount in USD of 2021-05-05 is left blank: the first rate of USD is of 2022-12-30
group,rounds,amount,currency
2021,1,,
2026,1,,
2026,3,13134159.32,EUR
$ stakeline rounds --by currency --in EUR 2>/dev/null
Group  Rounds            Amount
CHF         1
HRK         1        EUR 10,000
INR         1  EUR 4,585,178.87
USD         1
USD         1  EUR 8,538,980.45
$ stakeline rounds --by year --format csv
group,rounds,amount,currency
2021,1,1000000,USD
2026,1,1000000,CHF
2026,1,75365,HRK
2026,1,500000000,INR
2026,1,10000000,USD
$ stakeline rounds --in euros
stakeline: 'euros' is no currency: expected the three letters of one, such as EUR
? 2
