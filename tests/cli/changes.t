# What changed: deals through time, two cap tables, lines crossed.

$ stakeline import "$DATA/alliance.csv" "$DATA/india-deals.csv"
imported 76 events (0 duplicates skipped, 0 rejected) as import #1

# The story of the reshaped alliance: from talks to completion.

$ stakeline deals Nissan --from 2023 --to 2023-12-31
Deal                    Kind     Issuer  Holder        Status     Date          Stake               Amount  History                                                                                     Days     Counterparty  Part         After
alliance-2023           pact     Nissan  Renault       announced  2023-02-06                                announced 2023-01-26 Entrepreneur India, citing Reuters                                                            projects
alliance-2023           pact     Nissan  Renault       completed  2023-02-06                                announced 2023-01-26 Entrepreneur India, citing Reuters → completed 2023-02-06 Nasdaq       11                     unveiling
alliance-2023           pact     Nissan  Renault       completed  2023-07-26                                talks 2022-10-31 Entrepreneur India, citing Reuters → announced 2023-02-06 Nasdaq →         98; 170
                                                                                                            completed 2023-07-26 TechNode Global
renault-nissan-2023     dispose  Nissan  Renault       completed  2023-11-08   28.4 %                       talks 2023-01-26 Entrepreneur India, citing Reuters → announced 2023-01-30 Cercle Finance   4; 282   French trust
                                                                                                            → completed 2023-11-08 Reuters
nissan-buyback-2023-12  cancel   Nissan  French trust  completed  2023-12-15  24.63 %  JPY 119,953,500,000  announced 2023-12-13 Nissan release, via nissanclube.com.br → completed 2023-12-15 Nissan   2                                 24.63 %
                                                                                                            release; Reuters
$ stakeline deals Nissan --status cancelled --format csv
deal,kind,issuer,holder,status,first_known,last_known,date,stake_pct,amount,currency,history,source,days,counterparty,class,part,stake_low_pct,stake_high_pct,stake_after_pct,reports
mitsubishi-2020,dispose,Mitsubishi Motors,Nissan,cancelled,2020-11-15,2020-11-16,2020-11-16,34,,,"rumoured 2020-11-15 Reuters, citing Bloomberg → cancelled 2020-11-16 Reuters",Reuters,1,,,,34,34,,2
ampere-2023,round,Ampere,Nissan,cancelled,2023-01-26,2025-03-31,2025-03-31,7.5,600000000,EUR,"talks 2023-01-26 Entrepreneur India, citing Reuters → announced 2023-02-06 Nasdaq → cancelled 2025-03-31 Reuters, via Business Standard","Reuters, via Business Standard",11; 784,,,,0,15,,5
$ stakeline deals "French State"
Deal  Kind  Issuer  Holder  Status  Date  Stake  Amount  History  Days  Counterparty  Class  Part  After
stakeline: no such deal of French State in the log
? 1
$ stakeline deals Renault --kind dispose,pact --known-by 2023-06-30 --format ndjson
{"deal":"daimler-2010","kind":"dispose","issuer":"Nissan","holder":"Renault","status":"completed","first_known":"2010-04-07","last_known":"2010-04-07","date":"2010-04-07","stake_pct":43.4,"amount":null,"currency":null,"history":"completed 2010-04-07 from memory","source":"from memory","days":null,"counterparty":null,"class":null,"part":null,"stake_low_pct":43.4,"stake_high_pct":43.4,"stake_after_pct":43.4,"reports":1}
{"deal":"renault-nissan-2023","kind":"dispose","issuer":"Nissan","holder":"Renault","status":"announced","first_known":"2023-01-26","last_known":"2023-01-30","date":"2023-01-30","stake_pct":28.4,"amount":null,"currency":null,"history":"talks 2023-01-26 Entrepreneur India, citing Reuters → announced 2023-01-30 Cercle Finance","source":"Cercle Finance","days":"4","counterparty":"French trust","class":null,"part":null,"stake_low_pct":28.4,"stake_high_pct":28.4,"stake_after_pct":null,"reports":2}
{"deal":"alliance-2023","kind":"pact","issuer":"Nissan","holder":"Renault","status":"announced","first_known":"2023-01-26","last_known":"2023-01-26","date":"2023-02-06","stake_pct":null,"amount":null,"currency":null,"history":"announced 2023-01-26 Entrepreneur India, citing Reuters","source":"Entrepreneur India, citing Reuters","days":null,"counterparty":null,"class":null,"part":"projects","stake_low_pct":null,"stake_high_pct":null,"stake_after_pct":null,"reports":1}
{"deal":"alliance-2023","kind":"pact","issuer":"Nissan","holder":"Renault","status":"completed","first_known":"2023-01-26","last_known":"2023-02-06","date":"2023-02-06","stake_pct":null,"amount":null,"currency":null,"history":"announced 2023-01-26 Entrepreneur India, citing Reuters → completed 2023-02-06 Nasdaq","source":"Nasdaq","days":"11","counterparty":null,"class":null,"part":"unveiling","stake_low_pct":null,"stake_high_pct":null,"stake_after_pct":null,"reports":2}
{"deal":"alliance-2023","kind":"pact","issuer":"Nissan","holder":"Renault","status":"announced","first_known":"2022-10-31","last_known":"2023-02-06","date":"2023-02-06","stake_pct":null,"amount":null,"currency":null,"history":"talks 2022-10-31 Entrepreneur India, citing Reuters → announced 2023-02-06 Nasdaq","source":"Nasdaq","days":"98","counterparty":null,"class":null,"part":null,"stake_low_pct":null,"stake_high_pct":null,"stake_after_pct":null,"reports":3}
$ stakeline deals --open --known-by 2023-12-31 --format csv
deal,kind,issuer,holder,status,first_known,last_known,date,stake_pct,amount,currency,history,source,days,counterparty,class,part,stake_low_pct,stake_high_pct,stake_after_pct,reports
nissan-buyback-2016,cancel,Nissan,,announced,2016-02-26,2016-02-26,2016-02-26,,400000000000,JPY,announced 2016-02-26 Le Monde du Droit,Le Monde du Droit,,,,,,,,1
alliance-2023,pact,Nissan,Renault,announced,2023-01-26,2023-01-26,2023-02-06,,,,"announced 2023-01-26 Entrepreneur India, citing Reuters","Entrepreneur India, citing Reuters",,,,projects,,,,1
ampere-2023,round,Ampere,Nissan,announced,2023-01-26,2023-12-06,2023-12-06,7.5,600000000,EUR,"talks 2023-01-26 Entrepreneur India, citing Reuters → announced 2023-02-06 Nasdaq",Euronews,11,,,,0,15,,4
ampere-2023,round,Ampere,Mitsubishi Motors,announced,2023-12-06,2023-12-06,2023-12-06,,200000000,EUR,announced 2023-12-06 Euronews,Euronews,,,,,,,,1
ampere-ipo,ipo,Ampere,,announced,2023-12-06,2023-12-06,2024,,,,announced 2023-12-06 Euronews,Euronews,,,,,,,,1
$ stakeline deals --stale 90 --on 2025-09-28 --format md
| Deal | Kind | Issuer | Holder | Status | Date | Stake | Amount | History | Counterparty | Part |
| --- | --- | --- | --- | --- | --- | ---: | ---: | --- | --- | --- |
| nissan-buyback-2016 | cancel | Nissan | | announced | 2016-02-26 | | JPY 400,000,000,000 | announced 2016-02-26 Le Monde du Droit | | |
| alliance-2023 | pact | Nissan | Renault | announced | 2023-02-06 | | | announced 2023-01-26 Entrepreneur India, citing Reuters | | projects |
| ampere-2023 | round | Ampere | Mitsubishi Motors | announced | 2023-12-06 | | EUR 200,000,000 | announced 2023-12-06 Euronews | | |
| recur-swift-fy25 | debt | Recur Club | | announced | FY2024-25 | | INR 20,000,000,000 | announced 2025-03-31 Entrepreneur India | | |
| rnaipl-2025 | acquire | RNAIPL | Renault | announced | 2025-H1 | 51 % | | announced 2025-03-31 Reuters, via Business Standard | Nissan | |
| ola-electric-ncd-2025 | debt | Ola Electric | | approved | 2025-05-22 | | INR 17,000,000,000 | approved 2025-05-22 Entrepreneur India, 2025-05-22 | | |
$ stakeline deals --stale 365 --known-by 2024-06-30
Deal                 Kind    Issuer  Holder   Status     Date                     Amount  History                                                  Part
nissan-buyback-2016  cancel  Nissan           announced  2016-02-26  JPY 400,000,000,000  announced 2016-02-26 Le Monde du Droit
alliance-2023        pact    Nissan  Renault  announced  2023-02-06                       announced 2023-01-26 Entrepreneur India, citing Reuters  projects
$ stakeline deals --open --on 2016-12-31
Deal                 Kind    Issuer  Holder  Status     Date                     Amount  History
nissan-buyback-2016  cancel  Nissan          announced  2016-02-26  JPY 400,000,000,000  announced 2016-02-26 Le Monde du Droit
$ stakeline deals --status done
stakeline: 'done' is no status of a deal
? 2
$ stakeline deals --stale 0
stakeline: --stale: '0' is not a whole number from 1 to 100000
? 2

# Two cap tables against each other.

$ stakeline diff Nissan --from 2023-06-30 --to 2024-12-31
Holder           From       To  Change  Reason
Renault        43.4 %  17.05 %  -26.35  traded
French trust      0 %  18.66 %  +18.66  entered
Daimler         3.1 %   3.52 %   +0.42  diluted
(undisclosed)  53.5 %  60.77 %   +7.27
$ stakeline diff Nissan --from 2023-12-31 --format csv
holder,from_pct,to_pct,change_pp,reason,class
French trust,24.633415,18.662475,-5.97094,traded,
Renault,15.789333,17.046513,1.25718,diluted,
Daimler,3.263129,3.522946,0.259817,diluted,
(undisclosed),56.314123,60.768066,4.453942,,
$ stakeline diff Nissan --from 2022-12-31 --known-by 2023-06-30
Holder  From  To  Change  Reason  Class
stakeline: no stake in Nissan moved in that time
? 1
$ stakeline diff Nissan --from 2022-12-31 --known-by 2023-06-30 --pro-forma --format json
[
{"holder":"French trust","from_pct":0,"to_pct":28.4,"change_pp":28.4,"reason":"entered","class":null},
{"holder":"Renault","from_pct":43.4,"to_pct":15,"change_pp":-28.4,"reason":"traded","class":null}
]
$ stakeline diff --holder Renault --from 2020-12-31 --to 2023-12-31
Issuer        Holder     From       To  Change  Reason
Ampere        Renault     0 %    100 %    +100  entered
French trust  Renault     0 %    100 %    +100  entered
RNAIPL        Renault     0 %     49 %     +49  entered
Nissan        Renault  43.4 %  15.79 %  -27.61  traded
Daimler       Renault  1.55 %      0 %   -1.55  left
$ stakeline diff Nissan --holder Renault --from 2020-12-31 --format csv
holder,from_pct,to_pct,change_pp,reason,class
Renault,43.4,17.046513,-26.353487,traded,
$ stakeline diff Renault --from 2015-04-21 --to 2017-12-31
Holder  From  To  Change  Reason  Class
stakeline: no stake in Renault moved in that time
? 1
$ stakeline diff
stakeline: diff: name an ISSUER, or a --holder
usage: stakeline diff [OPTION]... ISSUER | --holder HOLDER
? 2
$ stakeline diff Nissan --from 2024 --to 2023
stakeline: diff: --from is after --to
usage: stakeline diff [OPTION]... ISSUER | --holder HOLDER
? 2

# Lines crossed.

$ stakeline thresholds Nissan --from 2023
Date        Holder        Way   Line     From       To  Source                   Of       Cause         Event    Status     Deal
2023-11-08  Renault       down  30 %   43.4 %     15 %  Reuters                  capital  own           dispose  completed  renault-nissan-2023
2023-11-08  Renault       down  25 %   43.4 %     15 %  Reuters                  capital  own           dispose  completed  renault-nissan-2023
2023-11-08  Renault       down  20 %   43.4 %     15 %  Reuters                  capital  own           dispose  completed  renault-nissan-2023
2023-11-08  French trust  up     5 %      0 %   28.4 %  Reuters                  capital  counterparty  dispose  completed  renault-nissan-2023
2023-11-08  French trust  up    10 %      0 %   28.4 %  Reuters                  capital  counterparty  dispose  completed  renault-nissan-2023
2023-11-08  French trust  up    15 %      0 %   28.4 %  Reuters                  capital  counterparty  dispose  completed  renault-nissan-2023
2023-11-08  French trust  up    20 %      0 %   28.4 %  Reuters                  capital  counterparty  dispose  completed  renault-nissan-2023
2023-11-08  French trust  up    25 %      0 %   28.4 %  Reuters                  capital  counterparty  dispose  completed  renault-nissan-2023
2023-12-15  French trust  down  25 %   28.4 %  24.63 %  Nissan release; Reuters  capital  own           cancel   completed  nissan-buyback-2023-12
2024-10-03  French trust  down  20 %  22.73 %  18.66 %  Bourse Analysis          capital  own           cancel   completed  nissan-buyback-2024-09
$ stakeline thresholds Renault --regime amf --format csv
date,holder,direction,threshold_pct,from_pct,to_pct,source,of,certainty,cause,kind,status,deal
2002-03,Nissan,up,5,0,13.5,from memory,capital,,own,acquire,completed,renault-nissan-2001
2002-03,Nissan,up,10,0,13.5,from memory,capital,,own,acquire,completed,renault-nissan-2001
2002-05,Nissan,up,15,13.5,15,from memory,capital,possible,own,acquire,completed,renault-nissan-2001
2015-04,French State,up,5,,15.01,Reuters,both,possible,stated,holding,completed,
2015-04,French State,up,10,,15.01,Reuters,both,possible,stated,holding,completed,
2015-04,French State,up,15,,15.01,Reuters,both,possible,stated,holding,completed,
2016-04-06,French State,up,20,19.74,26.05,"CCFA, citing Reuters",votes,,stated,holding,completed,
2016-04-06,French State,up,25,19.74,26.05,"CCFA, citing Reuters",votes,,stated,holding,completed,
2023-11-08,Nissan,up,5,0,15,Cercle Finance,votes,,stated,holding,completed,
2023-11-08,Nissan,up,10,0,15,Cercle Finance,votes,,stated,holding,completed,
2023-11-08,Nissan,up,15,0,15,Cercle Finance,votes,possible,stated,holding,completed,
$ stakeline thresholds Renault --regime amf --votes --to 2017
Date        Holder        Way  Line     From       To  Source                Of     Cause   Event    Status     How sure
2015-04     French State  up    5 %           15.01 %  Reuters               votes  stated  holding  completed  possible
2015-04     French State  up   10 %           15.01 %  Reuters               votes  stated  holding  completed  possible
2015-04     French State  up   15 %           15.01 %  Reuters               votes  stated  holding  completed  possible
2016-04-06  French State  up   20 %  19.74 %  26.05 %  CCFA, citing Reuters  votes  stated  holding  completed
2016-04-06  French State  up   25 %  19.74 %  26.05 %  CCFA, citing Reuters  votes  stated  holding  completed
$ stakeline thresholds Nissan --regime japan
Date        Holder        Way      Line     From       To  Source                   Of       Cause         Event    Status     Deal
1999-05-28  Renault       up        5 %      0 %   36.8 %  from memory              capital  own           acquire  completed  renault-nissan-1999
2002-03-01  Renault       up     37.8 %   36.8 %   44.4 %  La Tribune               capital  own           issue    completed  renault-nissan-2001
2010-04-07  Renault       down   43.4 %   44.4 %   43.4 %  from memory              capital  own           dispose  completed  daimler-2010
2023-11-08  Renault       down   42.4 %   43.4 %     15 %  Reuters                  capital  own           dispose  completed  renault-nissan-2023
2023-11-08  French trust  up        5 %      0 %   28.4 %  Reuters                  capital  counterparty  dispose  completed  renault-nissan-2023
2023-12-15  French trust  down   27.4 %   28.4 %  24.63 %  Nissan release; Reuters  capital  own           cancel   completed  nissan-buyback-2023-12
2024-04-03  French trust  down  23.63 %  24.64 %  22.73 %  Just Auto                capital  own           cancel   completed  nissan-buyback-2024-03
2024-04-03  Renault       up       16 %  15.79 %  16.19 %  Just Auto                capital  dilution      cancel   completed  nissan-buyback-2024-03
2024-10-03  French trust  down  21.73 %  22.73 %  18.66 %  Bourse Analysis          capital  own           cancel   completed  nissan-buyback-2024-09
$ stakeline thresholds Nissan --at 15,25,1/3 --from 2023 --format csv
date,holder,direction,threshold_pct,from_pct,to_pct,source,of,certainty,cause,kind,status,deal
2023-11-08,Renault,down,33.333333,43.401106,15,Reuters,capital,,own,dispose,completed,renault-nissan-2023
2023-11-08,Renault,down,25,43.401106,15,Reuters,capital,,own,dispose,completed,renault-nissan-2023
2023-11-08,French trust,up,15,0,28.401106,Reuters,capital,,counterparty,dispose,completed,renault-nissan-2023
2023-11-08,French trust,up,25,0,28.401106,Reuters,capital,,counterparty,dispose,completed,renault-nissan-2023
2023-12-15,French trust,down,25,28.401106,24.633415,Nissan release; Reuters,capital,,own,cancel,completed,nissan-buyback-2023-12
$ stakeline thresholds Nissan --at 25 --known-by 2023-06-30 --pro-forma --format md
| Date | Holder | Way | Line | From | To | Source | Of | Cause | Event | Status | Deal |
| --- | --- | --- | ---: | ---: | ---: | --- | --- | --- | --- | --- | --- |
| 1999-05-28 | Renault | up | 25 % | 0 % | 36.8 % | from memory | capital | own | acquire | completed | renault-nissan-1999 |
| 2023-01-30 | Renault | down | 25 % | 43.4 % | 15 % | Cercle Finance | capital | own | dispose | announced | renault-nissan-2023 |
| 2023-01-30 | French trust | up | 25 % | 0 % | 28.4 % | Cercle Finance | capital | counterparty | dispose | announced | renault-nissan-2023 |
$ stakeline thresholds Renault --at 80 --format json
[]
stakeline: nobody is known to have crossed such a line of Renault then
? 1
$ stakeline thresholds Nissan --at 5,ten
stakeline: 'ten' is no line: a per cent over 0 was expected, or 1/3
? 2
$ stakeline thresholds Nissan --at 5 --regime sec
stakeline: thresholds: --at and --regime exclude each other
usage: stakeline thresholds [OPTION]... ISSUER
? 2
$ stakeline thresholds Nissan --regime france
stakeline: --regime: 'france' is not one of eu, sec, dtr5, amf, sebi, japan or hk
? 2
