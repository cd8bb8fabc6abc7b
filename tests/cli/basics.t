# From a file to answers.

$ cp "$CASES/deals.csv" . && stakeline import deals.csv
imported 12 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline timeline Nissan
Date        Issuer  Holder        Kind     Status     Change   Stake   Votes  Basis    Deal          Source              Flag
2002-03-01  Nissan  Renault       issue    completed   +44.4  44.4 %  44.4 %  stated                 La Tribune
2010-04-07  Nissan  Renault       dispose  completed      -1  43.4 %  43.4 %  stated   daimler-2010  from memory
2010-04-07  Nissan  Daimler       acquire  completed    +3.1   3.1 %   3.1 %  derived  daimler-2010  Edelstahl Aktuell
2023-01-26  Nissan  Renault       holding  completed       0  43.4 %  43.4 %  stated                 Entrepreneur India  confirmed
2023-11-08  Nissan  Renault       dispose  completed   -28.4    15 %    15 %  derived  trust-2023    Reuters
2023-11-08  Nissan  French trust  acquire  completed   +28.4  28.4 %  28.4 %  derived  trust-2023    Reuters
$ stakeline holders Nissan
Holder          Stake   Votes  Since       Basis    Source
French trust   28.4 %  28.4 %  2023-11-08  derived  Reuters
Renault          15 %    15 %  2023-11-08  derived  Reuters
Daimler         3.1 %   3.1 %  2010-04-07  derived  Edelstahl Aktuell
(undisclosed)  53.5 %
$ stakeline holders nissan --on 2023-10
Holder          Stake   Votes  Since       Basis    Source
Renault        43.4 %  43.4 %  2010-04-07  stated   from memory
Daimler         3.1 %   3.1 %  2010-04-07  derived  Edelstahl Aktuell
(undisclosed)  53.5 %
$ stakeline holdings Renault
Issuer  Stake  Votes  Since       Basis    Source
Nissan   15 %   15 %  2023-11-08  derived  Reuters
$ stakeline snapshot
Issuer             Holder          Stake    Votes  Since       Basis    Source
Alt Carbon         Lachy Groom                     2025-05-22           Entrepreneur India
Mitsubishi Motors  Nissan Motor     34 %     34 %  2016-10-20  derived  from memory
Nissan             French trust   28.4 %   28.4 %  2023-11-08  derived  Reuters
Nissan             Renault          15 %     15 %  2023-11-08  derived  Reuters
Nissan             Daimler         3.1 %    3.1 %  2010-04-07  derived  Edelstahl Aktuell
Renault            French State  19.74 %  26.05 %  2015-04-22  stated   Reuters
$ stakeline rounds
Date        Issuer        Round  Kind   Instrument              Amount  Investors    Leads            Cumulative  Status     Deal             Source
2025-05-22  Alt Carbon    Seed   round                  USD 12,000,000  Lachy Groom  Lachy Groom  USD 12,000,000  completed  alt-carbon-seed  Entrepreneur India
2025-05-22  Ola Electric         debt   ncd         INR 17,000,000,000                                     INR 0  approved   ola-ncd          Entrepreneur India
$ stakeline rounds --by currency --pro-forma
Group  Rounds              Amount
INR         1  INR 17,000,000,000
USD         1      USD 12,000,000
$ stakeline entities
Name                 As issuer  As holder
Alt Carbon                   2          0
Daimler                      0          1
French State                 0          1
French trust                 0          2
Lachy Groom                  0          1
Mercedes-Benz Group          1          0
Mitsubishi Motors            1          0
Nissan                       6          1
Nissan Motor                 0          1
Ola Electric                 1          0
Renault                      1          5
$ stakeline imports --format csv | cut -d, -f1,3-7
import,file,map,events,duplicates,rejected
1,deals.csv,,12,0,0

# Importing again changes nothing.

$ stakeline import deals.csv
imported 0 events (12 duplicates skipped, 0 rejected)
$ stakeline import ./deals.csv deals.csv
imported 0 events (24 duplicates skipped, 0 rejected)
$ stakeline imports --format csv | cut -d, -f1,3-7
import,file,map,events,duplicates,rejected
1,deals.csv,,12,0,0

# One event by hand, and back.

$ stakeline add dispose Nissan "French trust" 5 --date 2024 --source Reuters
added 1 event as import #2
$ stakeline holders Nissan --format csv
holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
French trust,,23.4,23.4,23.4,23.4,,2024,derived,Reuters
Renault,,15,15,15,15,,2023-11-08,derived,Reuters
Daimler,,3.1,3.1,3.1,3.1,,2010-04-07,derived,Edelstahl Aktuell
(undisclosed),,58.5,58.5,58.5,,,,,
$ stakeline undo 2
took back import #2: 1 event
$ stakeline undo 2
stakeline: there is no import #2
? 1
$ stakeline holders Nissan --format csv
holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
French trust,,28.4,28.4,28.4,28.4,,2023-11-08,derived,Reuters
Renault,,15,15,15,15,,2023-11-08,derived,Reuters
Daimler,,3.1,3.1,3.1,3.1,,2010-04-07,derived,Edelstahl Aktuell
(undisclosed),,53.5,53.5,53.5,,,,,
$ stakeline undo '#1'
took back import #1: 12 events
$ stakeline holders Nissan
Holder  Class  Stake  Votes  Shares  Since  Basis  Source
stakeline: no entity is called 'Nissan'
? 1
$ stakeline imports
Import  At  File  Map  Events  Duplicates  Rejected
stakeline: nothing was imported yet
? 1
