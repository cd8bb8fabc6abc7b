# The five formats, files, and the log back.

$ cp "$CASES/deals.csv" . && stakeline import deals.csv
imported 12 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline timeline Nissan --from 2023 --format csv
date,known,issuer,holder,class,kind,status,change_pct,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,amount,currency,basis,flag,deal,source
2023-01-26,2023-01-26,Nissan,Renault,,holding,completed,0,43.4,43.4,43.4,43.4,,,,stated,confirmed,,Entrepreneur India
2023-11-08,2023-11-08,Nissan,Renault,,dispose,completed,-28.4,15,15,15,15,,,,derived,,trust-2023,Reuters
2023-11-08,2023-11-08,Nissan,French trust,,acquire,completed,28.4,28.4,28.4,28.4,28.4,,,,derived,,trust-2023,Reuters
$ stakeline timeline Nissan --holder Renault --from 2023-02 --format json
[
{"date":"2023-11-08","known":"2023-11-08","issuer":"Nissan","holder":"Renault","class":null,"kind":"dispose","status":"completed","change_pct":-28.4,"stake_pct":15,"stake_low_pct":15,"stake_high_pct":15,"votes_pct":15,"shares":null,"amount":null,"currency":null,"basis":"derived","flag":null,"deal":"trust-2023","source":"Reuters"}
]
$ stakeline timeline Nissan --holder Renault --from 2023 --format ndjson
{"date":"2023-01-26","known":"2023-01-26","issuer":"Nissan","holder":"Renault","class":null,"kind":"holding","status":"completed","change_pct":0,"stake_pct":43.4,"stake_low_pct":43.4,"stake_high_pct":43.4,"votes_pct":43.4,"shares":null,"amount":null,"currency":null,"basis":"stated","flag":"confirmed","deal":null,"source":"Entrepreneur India"}
{"date":"2023-11-08","known":"2023-11-08","issuer":"Nissan","holder":"Renault","class":null,"kind":"dispose","status":"completed","change_pct":-28.4,"stake_pct":15,"stake_low_pct":15,"stake_high_pct":15,"votes_pct":15,"shares":null,"amount":null,"currency":null,"basis":"derived","flag":null,"deal":"trust-2023","source":"Reuters"}
$ stakeline timeline Nissan --from 2023 --format md
| Date | Issuer | Holder | Kind | Status | Change | Stake | Votes | Basis | Deal | Source | Flag |
| --- | --- | --- | --- | --- | ---: | ---: | ---: | --- | --- | --- | --- |
| 2023-01-26 | Nissan | Renault | holding | completed | 0 | 43.4 % | 43.4 % | stated | | Entrepreneur India | confirmed |
| 2023-11-08 | Nissan | Renault | dispose | completed | -28.4 | 15 % | 15 % | derived | trust-2023 | Reuters | |
| 2023-11-08 | Nissan | French trust | acquire | completed | +28.4 | 28.4 % | 28.4 % | derived | trust-2023 | Reuters | |
$ stakeline holders Nissan --format csv
holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
French trust,,28.4,28.4,28.4,28.4,,2023-11-08,derived,Reuters
Renault,,15,15,15,15,,2023-11-08,derived,Reuters
Daimler,,3.1,3.1,3.1,3.1,,2010-04-07,derived,Edelstahl Aktuell
(undisclosed),,53.5,53.5,53.5,,,,,
$ stakeline holdings Renault --format csv
issuer,holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
Nissan,Renault,,15,15,15,15,,2023-11-08,derived,Reuters
$ stakeline snapshot --format csv
issuer,holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
Alt Carbon,Lachy Groom,,,,,,,2025-05-22,,Entrepreneur India
Mitsubishi Motors,Nissan Motor,,34,34,34,34,,2016-10-20,derived,from memory
Nissan,French trust,,28.4,28.4,28.4,28.4,,2023-11-08,derived,Reuters
Nissan,Renault,,15,15,15,15,,2023-11-08,derived,Reuters
Nissan,Daimler,,3.1,3.1,3.1,3.1,,2010-04-07,derived,Edelstahl Aktuell
Renault,French State,,19.74,19.74,19.74,26.05,,2015-04-22,stated,Reuters
$ stakeline rounds --format csv
date,issuer,round,kind,instrument,amount,currency,investors,leads,pre_money,post_money,stake_sold_pct,cumulative,status,deal,source
2025-05-22,Alt Carbon,Seed,round,,12000000,USD,Lachy Groom,Lachy Groom,,,,12000000,completed,alt-carbon-seed,Entrepreneur India
2025-05-22,Ola Electric,,debt,ncd,17000000000,INR,,,,,,0,approved,ola-ncd,Entrepreneur India
$ stakeline rounds --by month --format json
[
{"group":"2025-05","rounds":1,"amount":12000000,"currency":"USD"}
]
$ stakeline entities --format md
| Name | As issuer | As holder |
| --- | ---: | ---: |
| Alt Carbon | 2 | 0 |
| Daimler | 0 | 1 |
| French State | 0 | 1 |
| French trust | 0 | 2 |
| Lachy Groom | 0 | 1 |
| Mercedes-Benz Group | 1 | 0 |
| Mitsubishi Motors | 1 | 0 |
| Nissan | 6 | 1 |
| Nissan Motor | 0 | 1 |
| Ola Electric | 1 | 0 |
| Renault | 1 | 5 |

# A file is written whole; without the answer it is not touched.

$ stakeline rounds --format csv -o rounds.csv && cat rounds.csv
date,issuer,round,kind,instrument,amount,currency,investors,leads,pre_money,post_money,stake_sold_pct,cumulative,status,deal,source
2025-05-22,Alt Carbon,Seed,round,,12000000,USD,Lachy Groom,Lachy Groom,,,,12000000,completed,alt-carbon-seed,Entrepreneur India
2025-05-22,Ola Electric,,debt,ncd,17000000000,INR,,,,,,0,approved,ola-ncd,Entrepreneur India
$ stakeline --db none.db rounds -o rounds.csv
stakeline: none.db: no such database; 'stakeline import FILE' makes one
? 4
$ wc -l < rounds.csv
3
$ stakeline rounds -o missing/rounds.csv
stakeline: missing/rounds.csv: No such file or directory
? 4
$ stakeline holders Nissan --on 1990 --format csv -o empty.csv
stakeline: nobody is known to hold any of Nissan then
? 1
$ cat empty.csv
holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source

# Exported and imported, the log gives the same answers.

$ stakeline export events -o events.csv && stakeline --db again.db import events.csv
imported 12 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline export events > one.csv; stakeline --db again.db export events | cmp - one.csv
$ for q in snapshot rounds "timeline Nissan" "timeline --holder Renault" entities; do
> stakeline $q --format csv > one.csv; stakeline --db again.db $q --format csv | cmp - one.csv; done
$ head -2 events.csv
date,known,kind,status,issuer,holder,counterparty,class,stake,stake_after,votes,shares,outstanding,ratio,amount,currency,pre_money,post_money,price,round,role,instrument,deal,part,source,url,note
2002-03-01,2002-03-01,issue,completed,Nissan,Renault,,,,44.4,,,,,,,,,,,,,,,La Tribune,,
$ stakeline export events --format ndjson | head -1
{"date":"2002-03-01","known":"2002-03-01","kind":"issue","status":"completed","issuer":"Nissan","holder":"Renault","counterparty":null,"class":null,"stake":null,"stake_after":"44.4","votes":null,"shares":null,"outstanding":null,"ratio":null,"amount":null,"currency":null,"pre_money":null,"post_money":null,"price":null,"round":null,"role":null,"instrument":null,"deal":null,"part":null,"source":"La Tribune","url":null,"note":null}

# A spreadsheet's formulas are taken the sting; the default is exact.

$ printf 'date,kind,issuer,holder,stake,source\n2023,holding,X,=1+1,10,@here\n' | stakeline import -
imported 1 events (0 duplicates skipped, 0 rejected) as import #2
$ stakeline holders X --format csv
holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
=1+1,,10,10,10,10,,2023,stated,@here
(undisclosed),,90,90,90,,,,,
$ stakeline holders X --format csv --spreadsheet
holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
'=1+1,,10,10,10,10,,2023,stated,'@here
(undisclosed),,90,90,90,,,,,
$ stakeline holders X --format json --spreadsheet
stakeline: holders: --spreadsheet goes with --format csv
usage: stakeline holders [OPTION]... ISSUER
? 2

# Charts: the script alone here; what it draws is tested elsewhere.

$ stakeline chart stakes Nissan -o nissan.gp && head -c 1 nissan.gp | wc -c
1
$ stakeline chart stakes Nissan -o nissan.bmp
stakeline: nissan.bmp: a chart's file name ends in .gp (a gnuplot script), .svg, .png or .pdf
? 2
$ stakeline chart stakes Nissan -o nissan
stakeline: nissan: a chart's file name ends in .gp (a gnuplot script), .svg, .png or .pdf
? 2
$ stakeline chart stakes Nisan -o nissan.svg
stakeline: no entity is called 'Nisan'; did you mean 'Nissan'?
? 1
$ stakeline chart rounds Nissan -o nissan.svg
stakeline: no funding round of Nissan in that time
? 1
$ stakeline chart stakes Nissan --theme print -o print.gp && grep -c 'The theme "print"' print.gp && rm print.gp
1
$ stakeline chart stakes Nissan --theme sepia -o sepia.gp
stakeline: --theme: 'sepia' is not one of light, dark or print
? 2
$ stakeline chart stakes Nissan --style none.gp -o styled.gp
stakeline: cannot read the style none.gp: No such file or directory
? 4
$ printf 'INK = "#ff0000"' >own.gp && stakeline chart stakes Nissan --style own.gp -o styled.gp && grep -c '^INK = ' styled.gp && rm styled.gp own.gp
2
$ stakeline chart stakes Nissan -o missing/nissan.gp
stakeline: missing/nissan.gp: No such file or directory
? 4
$ ls
again.db
deals.csv
empty.csv
events.csv
nissan.gp
one.csv
rounds.csv
stakeline.db
