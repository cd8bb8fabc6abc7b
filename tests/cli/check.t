# What the log says that cannot be right.

# The sample logs have nothing of the kind.

$ stakeline import "$DATA/alliance.csv" "$DATA/india-deals.csv"
imported 76 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline check
Severity  Code  Date  What is wrong
$ stakeline check Nissan --format csv
severity,code,date,issuer,holder,message,source,file,line

# A log of a company that owns itself and of one with too many owners, in a file of its own.

$ cat > media.csv <<'END'
> date,kind,issuer,holder,stake,source
> 2018-06-22,holding,Groupe Perdriel,Claude Perdriel,93,Le Monde diplomatique
> 2018-06-22,holding,Groupe Perdriel,Renault,40,Acrimed
> 2019-01-01,holding,Groupe Perdriel,Renault,41,Acrimed
> 2020-11-18,holding,Nice-Matin,Nice-Matin,100,Acrimed
> END
$ stakeline --db media.db import media.csv
imported 4 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db media.db check
Severity  Code       Date        What is wrong
error     over-100   2018-06-22  Groupe Perdriel is held by 133 % in all: Claude Perdriel 93 % (2018-06-22, Le Monde
                                 diplomatique, media.csv:2), Renault 40 % (2018-06-22, Acrimed, media.csv:3)
error     self-held  2020-11-18  Nice-Matin owns 100 % of itself (2020-11-18, Acrimed, media.csv:5)
stakeline: 2 errors
? 1
$ stakeline --db media.db check --severity error --format csv
severity,code,date,issuer,holder,message,source,file,line
error,over-100,2018-06-22,Groupe Perdriel,,"Groupe Perdriel is held by 133 % in all: Claude Perdriel 93 % (2018-06-22, Le Monde diplomatique, media.csv:2), Renault 40 % (2018-06-22, Acrimed, media.csv:3)",Acrimed,media.csv,3
error,self-held,2020-11-18,Nice-Matin,Nice-Matin,"Nice-Matin owns 100 % of itself (2020-11-18, Acrimed, media.csv:5)",Acrimed,media.csv,5
stakeline: 2 errors
? 1
$ stakeline --db media.db check Nice-Matin --format json
[
{"severity":"error","code":"self-held","date":"2020-11-18","issuer":"Nice-Matin","holder":"Nice-Matin","message":"Nice-Matin owns 100 % of itself (2020-11-18, Acrimed, media.csv:5)","source":"Acrimed","file":"media.csv","line":5}
]
stakeline: 1 error
? 1
$ stakeline --db media.db check --code mismatch
Severity  Code  Date  What is wrong
$ stakeline --db media.db check --on 2018-06-21
Severity  Code  Date  What is wrong
$ stakeline --db media.db check --code over100
stakeline: check: --code: 'over100' is no code of a check; the codes are over-100, oversold, mismatch, disagreement, future, deal-reversed, round-total, valuation, price, waiting, self-held, circle, classes, currency, similar-names, unresolved
usage: stakeline check [OPTION]... [ISSUER]
? 2
$ stakeline --db media.db check Nice
Severity  Code  Date  What is wrong
stakeline: no entity is called 'Nice'; did you mean 'Nice-Matin'?
? 1
