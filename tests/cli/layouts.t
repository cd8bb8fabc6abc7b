# Layouts as they are found: what maps can say of them.

# A date and a fund that stand above the table, a table that does not start on a fixed line, lines below it.

$ cat > fund.ini <<'END'
> [file]
> skip-to = Ticker
> short-rows = fill
> [numbers]
> currency = USD
> [columns]
> date = {top:^Fund Holdings as of,"?([^"]+)}
> kind = "holding"
> issuer = Name
> holder = {top:^(.*) ETF}
> shares = Quantity
> amount = Market Value
> [rows]
> keep = Asset Class == Equity
> [snapshot]
> by = holder
> END
$ cat > fund.csv <<'END'
> Core Index ETF
> Fund Holdings as of,"Sep 25, 2026"
> Inception Date,"May 15, 2000"
> ,
> "Ticker","Name","Asset Class","Market Value","Quantity"
> "ALFA","ALFA INC","Equity","2,000.50","100.00"
> "BETA","BETA INC","Equity","9,000.00","1,000.00"
> "USD","USD CASH","Cash","-48,228.45","-48,228.00"
> ,
> "The content contained herein is owned, ""as is""."
> END
$ stakeline import --map ./fund.ini fund.csv
stakeline: map fund: 4 rows, 2 dropped by its conditions
imported 2 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline holdings "Core Index" --format csv | cut -d, -f1,7,8
issuer,votes_pct,shares
ALFA INC,,100
BETA INC,,1000
$ sed 's/Holdings as of/holdings on/' fund.csv > odd.csv; stakeline import --map ./fund.ini odd.csv
stakeline: odd.csv:5: no line above the header fits {top:^Fund Holdings as of,"?([^"]+)} of the map
stakeline: odd.csv: 1 problem; nothing was stored
? 3
$ sed 's/Ticker/Symbol/' fund.csv > odd.csv; stakeline import --map ./fund.ini odd.csv
stakeline: odd.csv:1: expected a line whose first cell is 'Ticker', found none
stakeline: odd.csv: 1 problem; nothing was stored
? 3
$ sed 's/"100.00"/"some"/; s/USD","USD CASH","Cash/X","X","Equity/' fund.csv | grep -v BETA > odd.csv
$ sed '/snapshot/,$d' fund.ini > plain.ini; stakeline --db p.db import --partial --rejects r.csv --map ./plain.ini odd.csv
stakeline: odd.csv:6: Quantity: "some" is not a number of shares: expected one such as 211000000, 211,000,000 or 211 Mn
stakeline: odd.csv:7: Quantity: "-48,228.00": expected a number without a sign
stakeline: odd.csv:7: Market Value: "-48,228.45": expected a number without a sign
stakeline: odd.csv: 3 problems in 2 rows; nothing was stored
? 3
$ cat r.csv
Core Index ETF
Fund Holdings as of,"Sep 25, 2026"
Inception Date,"May 15, 2000"
,
"Ticker","Name","Asset Class","Market Value","Quantity",x_error
"ALFA","ALFA INC","Equity","2,000.50","some","odd.csv:6: Quantity: ""some"" is not a number of shares: expected one such as 211000000, 211,000,000 or 211 Mn"
"X","X","Equity","-48,228.45","-48,228.00","odd.csv:7: Quantity: ""-48,228.00"": expected a number without a sign; Market Value: ""-48,228.45"": expected a number without a sign"

# A part of a cell as the value; what the map says itself is not translated.

$ cat > psc.ini <<'END'
> [columns]
> issuer = company_number
> holder = name
> stake = natures_of_control
> votes = natures_of_control
> [values.stake]
> /ownership-of-shares-([0-9]+)-to-([0-9]+)-percent/ = \1-\2%
> * = (blank)
> [values.votes]
> /voting-rights-([0-9]+)-to-([0-9]+)-percent/ = \1-\2%
> * = (blank)
> [event.1]
> date = notified_on
> kind = "holding"
> [event.2]
> when = ceased_on != ""
> date = ceased_on
> kind = "holding"
> stake = "0"
> END
$ cat > psc.csv <<'END'
> company_number,name,notified_on,ceased_on,natures_of_control
> 1,Ann,2016-04-06,,ownership-of-shares-25-to-50-percent|voting-rights-25-to-50-percent
> 1,Bob,2016-04-06,2020-03-01,ownership-of-shares-50-to-75-percent
> 1,Cid,2020-03-01,,significant-influence-or-control
> END
$ stakeline --db psc.db import --map ./psc.ini psc.csv
stakeline: map psc: 3 rows, 0 dropped by its conditions
imported 4 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db psc.db timeline 1 --format csv | cut -d, -f1,4,6,9-11
date,holder,kind,stake_pct,stake_low_pct,stake_high_pct
2016-04-06,Ann,holding,37.5,25,50
2016-04-06,Bob,holding,62.5,50,75
2020-03-01,Bob,holding,0,0,0
2020-03-01,Cid,holding,,,
$ sed 's/= .1-.2%/= \\1-\\3%/' psc.ini > bad.ini; stakeline import --map ./bad.ini psc.csv
stakeline: ./bad.ini:7: the pattern has no group 3: expected at most \2
? 3

# The number of shares says which way it went, and the amount may go without a sign; a price has none.

$ cat > form4.ini <<'END'
> [dates]
> time = ignore
> [numbers]
> currency = USD
> negative = reverse
> parentheses = negative
> multiply.price = 0.01
> [columns]
> date = Trade Date
> kind = "acquire"
> issuer = Company
> holder = Insider
> shares = Qty
> price = Price
> amount = Value
> END
$ cat > form4.csv <<'END'
> Trade Date,Company,Insider,Price,Qty,Value
> 2023-02-03 16:05:33,Acme,Smith,1234,"+1,000","+$12,340"
> 2023-02-06 10:00:00,Acme,Doe,1250,"-2,500","$31,250"
> 2023-02-06 10:00:00,Acme,Roe,1250,"(500)","($6,250)"
> END
$ stakeline --db f4.db import --map ./form4.ini form4.csv
stakeline: map form4: 3 rows, 0 dropped by its conditions
imported 3 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db f4.db export events | cut -d, -f1,3,6,12,15,19
date,kind,holder,shares,amount,price
2023-02-03,acquire,Smith,1000,12340,12.34
2023-02-06,dispose,Doe,2500,31250,12.5
2023-02-06,dispose,Roe,500,6250,12.5
$ printf 'Trade Date,Company,Insider,Price,Qty,Value\n2023-02-03,Acme,Smith,1234,100,-1234\n2023-02-03,Acme,Smith,-1234,100,1234\n' > odd.csv
$ stakeline --db f4.db import --map ./form4.ini odd.csv
stakeline: odd.csv:2: one number of the row is negative and one is not: which way it went is not clear
stakeline: odd.csv:3: Price: "-1234": is negative: the map can say 'negative = reverse' in [numbers] for a stake, shares or an amount
stakeline: odd.csv: 2 problems in 2 rows; nothing was stored
? 3

# Parts of shares are refused, or left out with a remark.

$ printf '[columns]\ndate = "2024"\nkind = "holding"\nissuer = of\nholder = "Fund"\nshares = n\n' > parts.ini
$ printf 'of,n\nA,10.5\nB,"2,000.00"\nC,7\n' > parts.csv; stakeline --db parts.db import --map ./parts.ini parts.csv
stakeline: parts.csv:2: n: "10.5": expected a whole number of shares
stakeline: parts.csv: 1 problem in 1 row; nothing was stored
? 3
$ printf '[numbers]\nparts-of-shares = drop\n' >> parts.ini; stakeline --db parts.db import --map ./parts.ini parts.csv
stakeline: map parts: 3 rows, 0 dropped by its conditions
imported 3 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db parts.db export events | cut -d, -f5,12,27
issuer,shares,note
A,10,"shares: without a part of a share
B,2000,
C,7,

# Formats with a comma, and the days that contradict the order.

$ printf '[dates]\nformats = "%%b. %%d, %%Y", %%d/%%m/%%y\n[columns]\ndate = on\nkind = "note"\nissuer = of\n' > dates.ini
$ printf 'on,of\n"Feb. 6, 2023",A\n6/2/23,A\n' > dates.csv; stakeline --db d.db import --map ./dates.ini dates.csv
stakeline: map dates: 2 rows, 0 dropped by its conditions
imported 2 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db d.db export events | cut -d, -f1,5
date,issuer
2023-02-06,A
2023-02-06,A
$ printf 'on,of\n6/22/23,A\n' > dates.csv; stakeline --db d.db import --map ./dates.ini dates.csv
stakeline: dates.csv:2: on: "6/22/23" does not fit %b. %d, %Y, %d/%m/%y, the order that the map declares; it would fit %m/%d/%y
stakeline: dates.csv: 1 problem in 1 row; nothing was stored
? 3

# Files of exchange rates are recognised, too, and a map can say how others are written.

$ stakeline import "$CASES"/../maps/eurofxref-hist.csv
stakeline: this is in the columns of the map ecb-rates
imported 8 rates (0 of them changed, 0 skipped as stored)
$ stakeline import --map ecb-rates --dry-run "$CASES"/../maps/eurofxref.csv
would import 4 rates, less those that are stored
$ stakeline import --map ecb-rates "$CASES"/../maps/eurofxref.csv
imported 4 rates (0 of them changed, 0 skipped as stored)
$ stakeline rates
Currency  First       Last        Days
CHF       2026-04-10  2026-04-14     3
GBP       2026-04-10  2026-04-14     3
JPY       2026-04-10  2026-04-14     3
USD       2026-04-10  2026-04-14     3
$ stakeline import --partial "$CASES"/../maps/eurofxref.csv
stakeline: this is in the columns of the map ecb-rates
stakeline: import: files of exchange rates are imported with --map and --dry-run only
usage: stakeline import [OPTION]... FILE...
? 2
$ stakeline map try "$CASES"/../maps/eurofxref.csv
stakeline: this is in the columns of the map ecb-rates
Line  Column             Value   From  In the file
   2  USD on 2026-04-14  1.17    USD   1.17
   2  JPY on 2026-04-14  187.00  JPY   187.00
   2  GBP on 2026-04-14  0.8700  GBP   0.8700
   2  CHF on 2026-04-14  0.9240  CHF   0.9240
$ printf '[file]\ndelimiter = semicolon\n[dates]\nformats = %%d.%%m.%%Y\n[numbers]\ndecimal = comma\n[rates]\ndate = Datum\n' > kurse.ini
$ printf 'GBP;Datum;USD\n0,87;15.4.2026;1,17\n-;16.4.2026;1,18\n' > kurse.csv; stakeline import --map kurse.ini kurse.csv
imported 3 rates (0 of them changed, 0 skipped as stored)
$ stakeline rates --format csv
currency,first,last,days
CHF,2026-04-10,2026-04-14,3
GBP,2026-04-10,2026-04-15,4
JPY,2026-04-10,2026-04-14,3
USD,2026-04-10,2026-04-16,5
$ sed 's/1,18/1.18/; s/15.4/4.15/' kurse.csv > odd.csv; stakeline import --map kurse.ini odd.csv
stakeline: odd.csv:2: Date: "4.15.2026" does not fit %d.%m.%Y, the order that the map declares; it would fit %m.%d.%Y
stakeline: odd.csv: 1 problem; nothing was stored
? 3
$ stakeline map try --map kurse.ini odd.csv --format csv
line,event,column,value,from,cell,problem
2,,Date,,,,"""4.15.2026"" does not fit %d.%m.%Y, the order that the map declares; it would fit %m.%d.%Y"
3,,USD on 2026-04-16,1.18,USD,1.18,
stakeline: odd.csv: 1 problem in the rows shown
? 1
$ stakeline import --map kurse.ini parts.csv
stakeline: parts.csv:1: "of,n": expected a column of dates as [rates] in the map names it
stakeline: parts.csv: 1 problem; nothing was stored
? 3
$ printf '[columns]\nissuer = x\n' >> kurse.ini; stakeline import --map kurse.ini kurse.csv
stakeline: kurse.ini: [rates] says that the file is of exchange rates: it makes no events, and has no [columns]
? 3

# A map to start from, for a table that starts late, in another encoding, with a decimal comma.

$ printf 'Meldungen\nStand: 31.12.2023\n\nEmittent;Meldende ID;Aktionär;Anteil in %%;Betrag;Datum\nMüller AG;7;Größe KG;3,02;1.000,50;2.1.2024 10:00\nZeta SE;8;Weiß AG;(5,1);-20,00;15.3.2024 11:30\n' | iconv -f utf-8 -t windows-1252 > stand.csv
$ stakeline map try stand.csv
stakeline: no map knows stand.csv; here is one to start from
# A map for stand.csv: look over each line, then 'stakeline map try'
[file]
encoding = windows-1252   ; a guess: it is not UTF-8
delimiter = semicolon
skip-to = Emittent

[dates]
formats = %d.%m.%Y
time = ignore

[numbers]
decimal = comma
grouping = point
# currency = USD   ; the amounts carry none: which is it?
# parentheses = negative   ; is (12.5) -12.5?
# negative = reverse   ; does a negative acquire mean dispose?

[columns]
date = Datum
holder = Aktionär
issuer = Emittent
kind = "holding"   ; a guess: or holding, acquire, dispose, round, debt, note
stake = Anteil in %
amount = Betrag
# not used: Meldende ID;
# above the table; {top:PATTERN} takes a part of a line, the name of the file {file:PATTERN}:
#   Meldungen
#   Stand: 31.12.2023

[recognise]
header = "Emittent"
header = "Meldende ID"
header = "Aktionär"
header = "Anteil in %"
header = "Betrag"
header = "Datum"
$ stakeline map try stand.csv 2> /dev/null > stand.ini; sed -i 's/^# currency = USD.*/currency = EUR/' stand.ini
$ stakeline map try stand.csv --map ./stand.ini --rows 1
Line  Event  Column    Value       From         In the file
   5      1  currency  EUR
   5      1  date      2024-01-02  Datum        2.1.2024 10:00
   5      1  holder    Größe KG    Aktionär     Größe KG
   5      1  issuer    Müller AG   Emittent     Müller AG
   5      1  kind      holding
   5      1  stake     3.02        Anteil in %  3,02
   5      1  amount    1,000.50    Betrag       1.000,50
$ printf 'Fund,Fund,When;now,"a ""b""\nc",date\nA,B,C,D,20240102\n' > names.csv; stakeline map try names.csv
stakeline: no map knows names.csv; here is one to start from
# A map for names.csv: look over each line, then 'stakeline map try'
[dates]
formats = %Y%m%d

[columns]
date = date
holder = #1   ; Fund
# issuer = which column? It is required.
kind = "holding"   ; a guess: or holding, acquire, dispose, round, debt, note
# not used: Fund; When;now; a "b" c;

[recognise]
header = "date"
$ stakeline map try missing.csv
stakeline: no map knows missing.csv; here is one to start from
stakeline: cannot read missing.csv: No such file or directory
? 4
$ : > none.csv; stakeline map try none.csv
stakeline: no map knows none.csv; here is one to start from
stakeline: none.csv: is empty
? 3

# Numbers as people write them: what can be meant in one way only is read, and the rest named.

$ printf '[file]\ndelimiter = tab\n[numbers]\ncurrency = USD\nparentheses = negative\nnegative = reverse\n[columns]\ndate = "2020"\nkind = "acquire"\nissuer = is\nholder = "B"\namount = is\n' > money.ini
$ printf 'is\n1 234 567\n1\302\240234\342\200\257567\n1'"'"'234'"'"'567\nRs. 12,34,567/-\n$(1,234)\n$-5\n5-\n$14M+\n~ $5m\nover 5 million\n1.5 Mrd\n?\n12 34\n1.234.567\n5-10\n' > money.csv
$ stakeline --db money.db import --partial --map ./money.ini money.csv
stakeline: money.csv:14: is: "12 34": expected the marks between digits that the map names in [numbers]
stakeline: money.csv:15: is: "1.234.567" is not an amount: expected a number with a currency, such as 12000000, USD 12 Mn, $12M, INR 1,700 Cr or ₹50 lakh
stakeline: money.csv:16: is: "5-10" is not an amount: expected a number with a currency, such as 12000000, USD 12 Mn, $12M, INR 1,700 Cr or ₹50 lakh
stakeline: map money: 15 rows, 0 dropped by its conditions
imported 12 events (0 duplicates skipped, 3 rejected) as import #1
$ stakeline --db money.db export events | cut -d, -f3,5,15,16,27 | tail -n +2
acquire,1 234 567,1234567,USD,
acquire,1 234 567,1234567,USD,
acquire,1'234'567,1234567,USD,
acquire,"Rs. 12,,,
dispose,"$(1,,1234,
dispose,$-5,5,USD,
dispose,5-,5,USD,
acquire,$14M+,14000000,USD,"amount: at least
acquire,~ $5m,5000000,USD,"amount: about
acquire,over 5 million,5000000,USD,"amount: at least
acquire,1.5 Mrd,1500000000,USD,
acquire,?,,,

# Names as pages have them.

$ printf '[file]\nclean = entities\n[columns]\ndate = "2020"\nkind = "note"\nissuer = is\n' > page.ini
$ printf 'is\nBeta &amp; Co\nO&#39;Neil &#x2013; Fils\n&nbsp;Gamma&nbsp;SA\nA&B; &what; &#0; &#xd800; &#99999999; &amp;lt;\n&#128512;&;&\n' > page.csv
$ stakeline --db page.db import --map ./page.ini page.csv
stakeline: map page: 5 rows, 0 dropped by its conditions
imported 5 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db page.db entities --format csv | cut -d, -f1
name
A&B; &what; &#0; &#xd800; &#99999999; &lt;
Beta & Co
Gamma SA
O'Neil – Fils
😀&;&
