# The two clocks, pending deals and spans of time.

$ stakeline import "$DATA/alliance.csv" "$DATA/india-deals.csv"
imported 76 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline timeline Nissan --holder Renault --from 2022 --format csv
date,known,issuer,holder,class,kind,status,change_pct,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,amount,currency,basis,flag,deal,source
2023-01,2023-01-26,Nissan,Renault,,holding,completed,0,43.4,43.4,43.4,43.4,,,,stated,confirmed,,"Entrepreneur India, citing Reuters"
2023-02-06,2023-01-26,Nissan,Renault,,pact,announced,,,,,,,,,,pending,alliance-2023,"Entrepreneur India, citing Reuters"
2023-02-06,2023-02-06,Nissan,Renault,,pact,completed,,,,,,,,,,,alliance-2023,Nasdaq
2023-07-26,2023-07-26,Nissan,Renault,,pact,completed,,,,,,,,,,,alliance-2023,TechNode Global
2023-11-08,2023-11-08,Nissan,Renault,,holding,completed,0.001106,43.401106,43.401106,43.401106,43.401106,1831837027,,,derived,,,from memory
2023-11-08,2023-11-08,Nissan,Renault,,dispose,completed,-28.401106,15,15,15,15,633107267,,,derived,,renault-nissan-2023,Reuters
2023-12-15,2023-12-15,Nissan,Renault,,dilution,completed,0.789333,15.789333,15.789333,15.789333,15,633107267,,,diluted,,nissan-buyback-2023-12,Nissan release; Reuters
2024-04-03,2024-04-03,Nissan,Renault,,dilution,completed,0.004375,15.793708,15.793708,15.793708,15,633107267,,,diluted,,nissan-buyback-2024-03,Just Auto
2024-04-03,2024-04-03,Nissan,Renault,,dilution,completed,0.400479,16.194188,16.194188,16.194188,15,633107267,,,diluted,,nissan-buyback-2024-03,Just Auto
2024-10-03,2024-10-03,Nissan,Renault,,dilution,completed,0.852326,17.046513,17.046513,17.046513,15,633107267,,,diluted,,nissan-buyback-2024-09,Bourse Analysis
2024-10-03,2024-10-03,Nissan,Renault,,holding,completed,0,17.046513,17.046513,17.046513,15,633107267,,,diluted,confirmed,,Bourse Analysis
2025-03-31,2025-03-31,Nissan,Renault,,pact,completed,,,,,,,,,,,alliance-2025,"Reuters, via Business Standard"
2025-06-30,2025-07-01,Nissan,Renault,,note,completed,,,,,,,,,,,,Renault release; Business Recorder
$ stakeline timeline Nissan --known-by 2023-06-01 --from 2023
Date        Issuer  Holder        Kind     Status     Change   Stake   Votes  Basis   Deal                 Source                              Flag
2023-01     Nissan  Renault       holding  completed       0  43.4 %  43.4 %  stated                       Entrepreneur India, citing Reuters  confirmed
2023-01-30  Nissan  Renault       dispose  announced   -28.4                          renault-nissan-2023  Cercle Finance                      pending
2023-01-30  Nissan  French trust  acquire  announced   +28.4                          renault-nissan-2023  Cercle Finance                      pending
2023-02-06  Nissan  Renault       pact     announced                                  alliance-2023        Entrepreneur India, citing Reuters  pending
2023-02-06  Nissan  Renault       pact     completed                                  alliance-2023        Nasdaq
2023-02-06  Nissan  Renault       pact     announced                                  alliance-2023        Nasdaq                              pending
$ stakeline timeline Nissan --known-by 2023-06-01 --from 2023 --pro-forma
Date        Issuer  Holder        Kind     Status     Change   Stake   Votes  Basis    Deal                 Source                              Flag
2023-01     Nissan  Renault       holding  completed       0  43.4 %  43.4 %  stated                        Entrepreneur India, citing Reuters  confirmed
2023-01-30  Nissan  Renault       dispose  announced   -28.4    15 %    15 %  derived  renault-nissan-2023  Cercle Finance                      pending
2023-01-30  Nissan  French trust  acquire  announced   +28.4  28.4 %  28.4 %  derived  renault-nissan-2023  Cercle Finance                      pending
2023-02-06  Nissan  Renault       pact     announced                                   alliance-2023        Entrepreneur India, citing Reuters  pending
2023-02-06  Nissan  Renault       pact     completed                                   alliance-2023        Nasdaq
2023-02-06  Nissan  Renault       pact     announced                                   alliance-2023        Nasdaq                              pending
$ stakeline holders Nissan --on 2023-11-07
Holder          Stake   Votes  Since       Basis    Source
Renault        43.4 %  43.4 %  2010-04-07  stated   from memory
Daimler         3.1 %   3.1 %  2010-04-07  derived  Edelstahl Aktuell, quoting the joint release
(undisclosed)  53.5 %
$ stakeline holders Nissan --on 2023-11-07 --pro-forma
Holder          Stake   Votes  Since       Basis    Source
Renault        43.4 %  43.4 %  2010-04-07  stated   from memory
Daimler         3.1 %   3.1 %  2010-04-07  derived  Edelstahl Aktuell, quoting the joint release
(undisclosed)  53.5 %
$ stakeline holders Nissan --known-by 2023-06-01 --pro-forma=approved --format csv
holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
Renault,,43.4,43.4,43.4,43.4,,2010-04-07,stated,from memory
Daimler,,3.1,3.1,3.1,3.1,,2010-04-07,derived,"Edelstahl Aktuell, quoting the joint release"
(undisclosed),,53.5,53.5,53.5,,,,,
$ stakeline holders Nissan --known-by 2023-06-01 --on 2023-12-31 --pro-forma=announced --format csv
holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
French trust,,28.4,28.4,28.4,28.4,,2023-01-30,derived,Cercle Finance
Renault,,15,15,15,15,,2023-01-30,derived,Cercle Finance
Daimler,,3.1,3.1,3.1,3.1,,2010-04-07,derived,"Edelstahl Aktuell, quoting the joint release"
(undisclosed),,53.5,53.5,53.5,,,,,
$ stakeline timeline Nissan --from 2023-11 --to 2024-06
Date        Issuer  Holder        Kind      Status     Change    Stake   Votes         Shares               Amount  Basis    Deal                    Source                   Flag
2023-11-08  Nissan  Renault       holding   completed  +0.001   43.4 %  43.4 %  1,831,837,027                       derived                          from memory
2023-11-08  Nissan  Renault       dispose   completed   -28.4     15 %    15 %    633,107,267                       derived  renault-nissan-2023     Reuters
2023-11-08  Nissan  French trust  acquire   completed   +28.4   28.4 %  28.4 %  1,198,729,760                       derived  renault-nissan-2023     Reuters
2023-11-08  Nissan  French trust  holding   completed       0   28.4 %     0 %  1,198,729,760                       derived                          Cercle Finance
2023-12-15  Nissan  French trust  cancel    completed   -3.77  24.63 %     0 %    987,729,760  JPY 119,953,500,000  derived  nissan-buyback-2023-12  Nissan release; Reuters  confirmed
2023-12-15  Nissan  Renault       dilution  completed   +0.79  15.79 %    15 %    633,107,267                       diluted  nissan-buyback-2023-12  Nissan release; Reuters
2023-12-15  Nissan  Daimler       dilution  completed   +0.16   3.26 %  3.26 %    130,842,168                       diluted  nissan-buyback-2023-12  Nissan release; Reuters
2024-04-03  Nissan                cancel    completed                                                                        nissan-buyback-2024-03  Just Auto
2024-04-03  Nissan  Renault       dilution  completed  +0.004  15.79 %    15 %    633,107,267                       diluted  nissan-buyback-2024-03  Just Auto
2024-04-03  Nissan  Daimler       dilution  completed  +0.001   3.26 %  3.26 %    130,842,168                       diluted  nissan-buyback-2024-03  Just Auto
2024-04-03  Nissan  French trust  dilution  completed   +0.01  24.64 %     0 %    987,729,760                       diluted  nissan-buyback-2024-03  Just Auto
2024-04-03  Nissan  French trust  cancel    completed   -1.91  22.73 %     0 %    888,597,660                       derived  nissan-buyback-2024-03  Just Auto                confirmed
2024-04-03  Nissan  Renault       dilution  completed    +0.4  16.19 %    15 %    633,107,267                       diluted  nissan-buyback-2024-03  Just Auto
2024-04-03  Nissan  Daimler       dilution  completed   +0.08   3.35 %  3.35 %    130,842,168                       diluted  nissan-buyback-2024-03  Just Auto
$ stakeline timeline Nissan --from 2023-11 --on 2024-06 --no-dilution --format csv
date,known,issuer,holder,class,kind,status,change_pct,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,amount,currency,basis,flag,deal,source
2023-11-08,2023-11-08,Nissan,Renault,,holding,completed,0.001106,43.401106,43.401106,43.401106,43.401106,1831837027,,,derived,,,from memory
2023-11-08,2023-11-08,Nissan,Renault,,dispose,completed,-28.401106,15,15,15,15,633107267,,,derived,,renault-nissan-2023,Reuters
2023-11-08,2023-11-08,Nissan,French trust,,acquire,completed,28.401106,28.401106,28.401106,28.401106,28.401106,1198729760,,,derived,,renault-nissan-2023,Reuters
2023-11-08,2023-11-08,Nissan,French trust,,holding,completed,0,28.401106,28.401106,28.401106,0,1198729760,,,derived,,,Cercle Finance
2023-12-15,2023-12-15,Nissan,French trust,,cancel,completed,-3.767691,24.633415,24.633415,24.633415,0,987729760,119953500000,JPY,derived,confirmed,nissan-buyback-2023-12,Nissan release; Reuters
2024-04-03,2024-04-03,Nissan,,,cancel,completed,,,,,,,,,,,nissan-buyback-2024-03,Just Auto
2024-04-03,2024-04-03,Nissan,French trust,,cancel,completed,-1.91089,22.729351,22.729351,22.729351,0,888597660,,,derived,confirmed,nissan-buyback-2024-03,Just Auto
$ stakeline timeline --holder "French State"
Date        Issuer   Holder        Kind     Status     Change    Stake    Votes      Shares  Basis   Source                 Flag
2015-04     Renault  French State  holding  completed          15.01 %  15.01 %              stated  Reuters
2015-04-22  Renault  French State  acquire  completed   +4.73  19.74 %  19.74 %              stated  Reuters
2016-04-06  Renault  French State  holding  completed       0  19.74 %  26.05 %              stated  CCFA, citing Reuters   confirmed
2017-11-02  Renault  French State  dispose  completed   -4.73  15.01 %  26.05 %  44,427,061  stated  Reuters; Fox Business
$ stakeline holdings nissan --on 2020-12-31
Issuer                   Stake   Votes      Shares  Since       Basis    Source
Mitsubishi Motors         34 %    34 %              2016-10-20  derived  from memory
Renault                   15 %     0 %  44,397,463  2002-05     stated   from memory
Daimler            1.54–1.56 %  1.55 %              2010-04-07  derived  Edelstahl Aktuell, quoting the joint release
$ stakeline snapshot --on 2016
Issuer             Holder              Stake    Votes  Since       Basis    Source
Daimler            Nissan        1.54–1.56 %   1.55 %  2010-04-07  derived  Edelstahl Aktuell, quoting the joint release
Daimler            Renault       1.54–1.56 %   1.55 %  2010-04-07  derived  Edelstahl Aktuell, quoting the joint release
Mitsubishi Motors  Nissan               34 %     34 %  2016-10-20  derived  from memory
Nissan             Renault            43.4 %   43.4 %  2010-04-07  stated   from memory
Nissan             Daimler             3.1 %    3.1 %  2010-04-07  derived  Edelstahl Aktuell, quoting the joint release
Nissan Diesel      Renault            22.5 %   22.5 %  1999-05-28  derived  from memory
Renault            French State      19.74 %  26.05 %  2015-04-22  stated   Reuters
Renault            Nissan               15 %      0 %  2002-05     stated   from memory
Renault            Daimler             3.1 %    3.1 %  2010-04-07  derived  Edelstahl Aktuell, quoting the joint release
$ stakeline rounds "ola electric"
Date        Issuer        Kind  Instrument              Amount  Cumulative  Status    Deal                   Source
2025-05-22  Ola Electric  debt  ncd         INR 17,000,000,000       INR 0  approved  ola-electric-ncd-2025  Entrepreneur India, 2025-05-22
$ stakeline rounds --from 2025
Date        Issuer        Round  Kind   Instrument              Amount  Investors    Leads            Cumulative  Status     Deal                   Source
2025-05-22  Alt Carbon    Seed   round                  USD 12,000,000  Lachy Groom  Lachy Groom  USD 12,000,000  completed  alt-carbon-seed        Entrepreneur India, 2025-05-22
2025-05-22  Ola Electric         debt   ncd         INR 17,000,000,000                                     INR 0  approved   ola-electric-ncd-2025  Entrepreneur India, 2025-05-22
$ stakeline rounds --by year
Group  Rounds          Amount
2025        1  USD 12,000,000
$ stakeline rounds --by issuer --pro-forma=approved --format csv
group,rounds,amount,currency
Alt Carbon,1,12000000,USD
Ola Electric,1,17000000000,INR

# The answer is no: status 1, the header and a message.

$ stakeline holders Nisan
Holder  Class  Stake  Votes  Shares  Since  Basis  Source
stakeline: no entity is called 'Nisan'; did you mean 'Nissan'?
? 1
$ stakeline holders Nissan --on 1990
Holder  Class  Stake  Votes  Shares  Since  Basis  Source
stakeline: nobody is known to hold any of Nissan then
? 1
$ stakeline holders Nissan --on 1990 --format csv 2>/dev/null
holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
? 1
$ stakeline holders Nissan --on 1990 --format json 2>/dev/null
[]
? 1
$ stakeline holders Nissan --on 1990 --format ndjson 2>/dev/null
? 1
$ stakeline holders Nissan --on 1990 --format md 2>/dev/null
| Holder | Class | Stake | Votes | Shares | Since | Basis | Source |
| --- | --- | ---: | ---: | ---: | --- | --- | --- |
? 1
$ stakeline timeline --holder Nobody --format csv
date,known,issuer,holder,class,kind,status,change_pct,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,amount,currency,basis,flag,deal,source
stakeline: no entity is called 'Nobody'
? 1
$ stakeline timeline Nissan --holder "Vivek Oberoi" --format csv
date,known,issuer,holder,class,kind,status,change_pct,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,amount,currency,basis,flag,deal,source
stakeline: nothing in the log about Vivek Oberoi as a holder of Nissan in that time
? 1
$ stakeline rounds Nissan --format csv
date,issuer,round,kind,instrument,amount,currency,investors,leads,pre_money,post_money,stake_sold_pct,cumulative,status,deal,source
stakeline: no funding round of Nissan in that time
? 1
$ stakeline rounds --by year --to 2001 --format csv
group,rounds,amount,currency
stakeline: no completed round of anyone in that time
? 1
$ stakeline snapshot --on 1990 --format csv
issuer,holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
stakeline: nobody is known to hold anything then
? 1
