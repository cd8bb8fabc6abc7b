# Aliases, merges and back.

$ cp "$CASES/deals.csv" . && stakeline import deals.csv
imported 12 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline entities show nissan
Name    As issuer  As holder
Nissan          6          1
$ stakeline entities show Nisssan
Name  Also called  Identifiers  Formerly  As issuer  As holder
stakeline: no entity is called 'Nisssan'; did you mean 'Nissan'?
? 1
$ stakeline alias Nissan "Nissan Motor Co., Ltd."
$ stakeline entities alias Nissan ticker:7201.T
$ stakeline entities show TICKER:7201.t --format csv
name,aliases,identifiers,former_names,as_issuer,as_holder
Nissan,"Nissan Motor Co., Ltd.",ticker:7201.T,,6,1
$ stakeline holders "nissan motor co., ltd." --format csv
holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
French trust,,28.4,28.4,28.4,28.4,,2023-11-08,derived,Reuters
Renault,,15,15,15,15,,2023-11-08,derived,Reuters
Daimler,,3.1,3.1,3.1,3.1,,2010-04-07,derived,Edelstahl Aktuell
(undisclosed),,53.5,53.5,53.5,,,,,
$ stakeline alias Nissan Renault
stakeline: 'Renault' is the name of another entity, 'Renault'; merge the two if they are one
? 2
$ stakeline alias Nobody "No One"
stakeline: no entity is called 'Nobody'
? 1
$ stakeline alias Nissan ""
stakeline: the name is empty
? 2
$ stakeline merge Nissan "Nissan Motor"
$ stakeline holdings "Nissan Motor" --format csv
issuer,holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
Mitsubishi Motors,Nissan,,34,34,34,34,,2016-10-20,derived,from memory
$ stakeline entities --format csv
name,aliases,identifiers,former_names,as_issuer,as_holder
Alt Carbon,,,,2,0
Daimler,,,,0,1
French State,,,,0,1
French trust,,,,0,2
Lachy Groom,,,,0,1
Mercedes-Benz Group,,,,1,0
Mitsubishi Motors,,,,1,0
Nissan,"Nissan Motor; Nissan Motor Co., Ltd.",ticker:7201.T,,6,2
Ola Electric,,,,1,0
Renault,,,,1,5
$ stakeline merge Nissan "Nissan Motor"
$ stakeline merge Nissan Nissan
$ stakeline entities unmerge "Nissan Motor"
$ stakeline entities unmerge "Nissan Motor"
stakeline: 'Nissan Motor' is not merged into another entity
? 1
$ stakeline entities merge Nissan Nobody
stakeline: no entity is called 'Nobody'
? 1
$ stakeline holdings Nissan --format csv
issuer,holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
stakeline: Nissan is not known to hold anything then
? 1
$ stakeline holdings "Nissan Motor" --format csv
issuer,holder,class,stake_pct,stake_low_pct,stake_high_pct,votes_pct,shares,since,basis,source
Mitsubishi Motors,Nissan Motor,,34,34,34,34,,2016-10-20,derived,from memory
