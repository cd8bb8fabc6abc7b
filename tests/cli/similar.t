# Likely duplicates, other names from a file, and renames.

$ cat > log.csv <<'END'
> date,kind,issuer,holder,stake
> 2020-01-01,holding,Zomato Limited,Info Edge (India) Ltd.,18
> 2020-01-01,holding,ZOMATO LTD,Info Edge India,18
> 2020-01-01,holding,"Motors Tata, Pvt. Ltd.",Tata Motors,10
> 2020-01-01,holding,トヨタ自動車株式会社,株式会社デンソー,9
> 2020-01-01,holding,トヨタ自動車,デンソー,9
> 2020-01-01,holding,Société Générale S.A.,Mitsubishi Corporation,1
> 2020-01-01,holding,Societe Generale,Mitsubushi Corp,1
> 2020-01-01,holding,Fund 12 Holdings,Fund 13 Holdings,1
> END
$ stakeline import log.csv
imported 8 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline entities similar
Name                    Other             Differ in
Info Edge (India) Ltd.  Info Edge India   legal form
Société Générale S.A.   Societe Generale  legal form
Motors Tata, Pvt. Ltd.  Tata Motors       word order
Zomato Limited          ZOMATO LTD        legal form
株式会社デンソー        デンソー          legal form
トヨタ自動車株式会社    トヨタ自動車      legal form
Mitsubishi Corporation  Mitsubushi Corp   one letter
$ stakeline entities similar --format csv | head -2
name,other,reason
Info Edge (India) Ltd.,Info Edge India,legal form
$ stakeline check --code similar-names --format csv | grep -c similar-names
7
$ stakeline entities merge "Zomato Limited" "ZOMATO LTD"
$ stakeline entities similar | grep -c Zomato
0
? 1

# A rename keeps both names.

$ stakeline entities rename "Zomato Limited" Eternal --on 2025-02-06
$ stakeline entities show zomato\ limited --format csv
name,aliases,identifiers,former_names,as_issuer,as_holder
Eternal,ZOMATO LTD; Zomato Limited,,Zomato Limited (until 2025-02-06),2,0
$ stakeline holders Eternal --format csv | cut -d, -f1,3
holder,stake_pct
Info Edge (India) Ltd.,18
Info Edge India,18
(undisclosed),64
$ stakeline entities rename eternal "Eternal Limited" --on 2026-01
$ stakeline entities show Eternal
Name             Also called                          Formerly                                                    As issuer  As holder
Eternal Limited  ZOMATO LTD; Eternal; Zomato Limited  Zomato Limited (until 2025-02-06); Eternal (until 2026-01)          2          0
$ stakeline entities rename "Eternal Limited" ETERNAL\ LIMITED
$ stakeline entities rename "Eternal Limited" "ETERNAL LIMITED" --on 2026-02
$ stakeline entities show Eternal --format csv
name,aliases,identifiers,former_names,as_issuer,as_holder
ETERNAL LIMITED,ZOMATO LTD; Eternal; Eternal Limited; Zomato Limited,,Zomato Limited (until 2025-02-06); Eternal (until 2026-02),2,0
$ stakeline import log.csv
imported 0 events (8 duplicates skipped, 0 rejected)
$ stakeline export events > out.csv
$ stakeline --db other.db import out.csv
imported 8 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db other.db holders "eternal limited" --format csv | cut -d, -f1,3
holder,stake_pct
Info Edge (India) Ltd.,18
Info Edge India,18
(undisclosed),64
$ stakeline verify
verified 1 import with 8 events: nothing was changed
$ stakeline entities rename "Eternal Limited" "ZOMATO LTD"
stakeline: 'ZOMATO LTD' was an entity of its own that is merged into 'ETERNAL LIMITED': unmerge it, and merge the two the other way round
? 2
$ stakeline entities rename "Eternal Limited" "Tata Motors"
stakeline: 'Tata Motors' is the name of another entity, 'Tata Motors'; merge the two if they are one
? 2
$ stakeline entities rename "Tata Motors" "Tata Motors" --on 2020
stakeline: 'Tata Motors' had no other name that it could be called so since
? 2
$ stakeline entities rename "Tata Motors" lei:x
stakeline: 'lei:x' is an identifier, not a name
? 2
$ stakeline entities rename Nobody Someone
stakeline: no entity is called 'Nobody'
? 1
$ stakeline entities show "Tata Motors" --on 2020
stakeline: entities: --on is the date of a rename
usage: stakeline entities [OPTION]... [show NAME | alias NAME ALIAS | merge NAME OTHER | unmerge OTHER | rename NAME NEW | similar]
? 2

# Aliases and identifiers from a file: all or none.

$ printf 'name,alias\nTata Motors,ticker:TTM\nTATA MOTORS,TML\nTata Motors,tml\n' > aliases.csv
$ stakeline alias import aliases.csv
read 3 names
$ stakeline alias import aliases.csv
read 3 names
$ stakeline entities show tml --format csv
name,aliases,identifiers,former_names,as_issuer,as_holder
Tata Motors,TML,ticker:TTM,,0,1
$ printf 'name,alias\nDenso,x\nデンソー,denso\nTata Motors,\n' > bad.csv
$ stakeline alias import bad.csv
stakeline: bad.csv:4: alias: expected a name, found a blank cell
stakeline: bad.csv: 1 problem; nothing was stored
? 3
$ printf 'name,alias\nDenso,x\nデンソー,denso\nデンソー,Tata Motors\n' > bad.csv
$ stakeline alias import bad.csv
stakeline: bad.csv:2: no entity is called 'Denso'
stakeline: bad.csv:4: 'Tata Motors' is the name of another entity, 'Tata Motors'; merge the two if they are one
stakeline: bad.csv: 2 problems; nothing was stored
? 3
$ stakeline entities show denso
Name  Also called  Identifiers  Formerly  As issuer  As holder
stakeline: no entity is called 'denso'
? 1
$ printf 'alias,name\nx,y\n' | stakeline alias import -
stakeline: -:1: expected the columns name,alias
stakeline: -: 1 problem; nothing was stored
? 3
$ stakeline alias import missing.csv
stakeline: cannot open missing.csv: No such file or directory
? 4

# One letter apart from either order of the words; "&" is "and"; a misspelt name without its legal form.

$ printf 'date,kind,issuer,holder,stake\n2020,holding,Sequoia Capital India,Johnson & Johnson,1\n2020,holding,India Sequoia Capital,Johnson and Johnson,1\n2020,holding,Sequoia Capitol India,Acme Widgets Pvt. Ltd.,1\n' > more.csv
$ stakeline --db more.db import more.csv
imported 3 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db more.db entities similar
Name                   Other                  Differ in
Sequoia Capital India  India Sequoia Capital  word order
Johnson & Johnson      Johnson and Johnson    spelling
Sequoia Capital India  Sequoia Capitol India  one letter
$ stakeline --db more.db holdings "Acme Wigdets"
Issuer  Class  Stake  Votes  Shares  Since  Basis  Source
stakeline: no entity is called 'Acme Wigdets'; did you mean 'Acme Widgets Pvt. Ltd.'?
? 1
