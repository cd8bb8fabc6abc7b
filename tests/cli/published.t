# Worked examples that others have printed, asked as a person would ask. Each names where it is from.

# ---- circles and reciprocal holdings ----

# A French manual of consolidation (Groupe Revue Fiduciaire), chapter 3, example 4: the parent has 90 %
# of F1, which has 6 % of it. "99.36 %" of M and "89.42 %" of F1 are the shareholders' of the parent.
# The manual cuts digits off, here and below; they are rounded here.
$ cat > mutual.csv <<'END'
> date,kind,issuer,holder,stake
> 2020,holding,M,Shareholders,94
> 2020,holding,M,F1,6
> 2020,holding,F1,M,90
> 2020,holding,F1,Minority,10
> END
$ stakeline --db mutual.db import mutual.csv
imported 4 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db mutual.db lookthrough Shareholders --down
Entity  Direct  Indirect    Total
M         94 %    5.37 %  99.37 %
F1         0 %   89.43 %  89.43 %

# The same manual, example 5: M has 60 % of F1, F1 30 % of F2, F2 20 % of M: 82.98, 49.79 and 14.93 %.
$ cat > ring.csv <<'END'
> date,kind,issuer,holder,stake
> 2020,holding,M,Shareholders,80
> 2020,holding,M,F2,20
> 2020,holding,F1,M,60
> 2020,holding,F2,F1,30
> END
$ stakeline --db ring.db import ring.csv
imported 4 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db ring.db lookthrough Shareholders --down
Entity  Direct  Indirect    Total
M         80 %    2.99 %  82.99 %
F1         0 %   49.79 %  49.79 %
F2         0 %   14.94 %  14.94 %

# The same manual, by matrices: the parent has 78.95 % of F1, 72.89 % of F2 and 43.73 % of F3, those
# outside the group 21.05, 27.11 and 56.27 %.
$ cat > matrix.csv <<'END'
> date,kind,issuer,holder,stake
> 2020,holding,F1,Mother,60
> 2020,holding,F1,F2,20
> 2020,holding,F1,F3,10
> 2020,holding,F1,Others,10
> 2020,holding,F2,Mother,65
> 2020,holding,F2,F1,10
> 2020,holding,F2,Others,25
> 2020,holding,F3,F2,60
> 2020,holding,F3,Others,40
> END
$ stakeline --db matrix.db import matrix.csv
imported 9 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db matrix.db lookthrough Mother --down
Entity  Direct  Indirect    Total
F1        60 %   18.95 %  78.95 %
F2        65 %     7.9 %   72.9 %
F3         0 %   43.74 %  43.74 %
$ stakeline --db matrix.db lookthrough Others --down
Entity  Direct  Indirect    Total
F3        40 %   16.26 %  56.26 %
F2        25 %     2.1 %   27.1 %
F1        10 %   11.05 %  21.05 %

# ---- beneficial owners ----

# Airwallex, "How to Calculate Beneficial Ownership Percentage": W 25, Y 45, Z 5 % of Company A; Q has
# 50 % of 30 % and 80 % of 25 %, 35 % of Company X.
$ cat > owners.csv <<'END'
> date,kind,issuer,holder,stake
> 2020,holding,Company A,Individual X,25
> 2020,holding,Company A,Company B,25
> 2020,holding,Company B,Individual W,100
> 2020,holding,Company A,Company C,50
> 2020,holding,Company C,Individual Y,90
> 2020,holding,Company C,Individual Z,10
> 2020,holding,Company X,Company D,30
> 2020,holding,Company X,Company E,25
> 2020,holding,Company D,Individual Q,50
> 2020,holding,Company E,Individual Q,80
> END
$ stakeline --db owners.db import owners.csv
imported 10 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db owners.db lookthrough "Company A"
Entity        Direct  Indirect  Total
Company C       50 %       0 %   50 %
Individual Y     0 %      45 %   45 %
Company B       25 %       0 %   25 %
Individual W     0 %      25 %   25 %
Individual X    25 %       0 %   25 %
Individual Z     0 %       5 %    5 %
$ stakeline --db owners.db lookthrough "Company X" --min 31
Entity        Direct  Indirect  Total
Individual Q     0 %      35 %   35 %

# On pyramids of families in Asia: 30 % directly and 30 % of a company that has 20 % are 36 % of the
# cash flow. (The 50 % of the votes that such papers count takes control at 20 %.)
$ cat > family.csv <<'END'
> date,kind,issuer,holder,stake
> 2020,holding,B,Family A,30
> 2020,holding,C,B,20
> 2020,holding,C,Family A,30
> END
$ stakeline --db family.db import family.csv
imported 3 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db family.db lookthrough C
Entity    Direct  Indirect  Total
Family A    30 %       6 %   36 %
B           20 %       0 %   20 %

# ---- control ----

# Gualino, DSCG, "Périmètre de consolidation": A has all of B, 35 % of C and of D, B 20 % and C 10 % of
# D. A controls D with 55 % (35 and 20 by B; not the 10 of C) and has an interest of 58.5 %.
$ cat > perimeter.csv <<'END'
> date,kind,issuer,holder,stake
> 2020,holding,B,A,100
> 2020,holding,C,A,35
> 2020,holding,D,A,35
> 2020,holding,D,B,20
> 2020,holding,D,C,10
> END
$ stakeline --db perimeter.db import perimeter.csv
imported 5 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db perimeter.db control A
Entity  Relation  Votes  Via
B       controls  100 %
D       controls   55 %  B
$ stakeline --db perimeter.db lookthrough D
Entity  Direct  Indirect   Total
A         35 %    23.5 %  58.5 %
B         20 %       0 %    20 %
C         10 %       0 %    10 %

# "Controlling Companies" (USACO training, concom): 1 controls 2 and 3, 2 controls 3, and the 20 % of 1
# that 3 has control nothing.
$ cat > concom.csv <<'END'
> date,kind,issuer,holder,stake
> 2020,holding,Two,One,80
> 2020,holding,Three,Two,80
> 2020,holding,One,Three,20
> END
$ stakeline --db concom.db import concom.csv
imported 3 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db concom.db control One
Entity  Relation  Votes  Via
Three   controls   80 %  Two
Two     controls   80 %
$ stakeline --db concom.db control Two
Entity  Relation                  Votes
One     controlled by              80 %
One     ultimately controlled by   80 %
Three   controls                   80 %
$ stakeline --db concom.db control Three
Entity  Relation                  Votes  Via
One     controlled by              80 %  Two
Two     controlled by              80 %
One     ultimately controlled by   80 %  Two

# ---- rounds ----

# A reading on venture capital: founders 2 million shares, series A a million at $2; then 100,000 of
# series B at $0.50. With a full ratchet series A gets 3 million more: 4 of 6.1 million.
$ cat > ratchet.csv <<'END'
> date,kind,issuer,holder,shares,amount,price,round
> 2020-01-01,found,Startup,,,,,
> 2020-01-01,issue,Startup,Founders,2000000,,,
> 2020-06-01,round,Startup,Series A holders,1000000,USD 2M,USD 2,Series A
> 2021-06-01,round,Startup,Series B holders,100000,"USD 50,000",USD 0.50,Series B
> 2021-06-01,issue,Startup,Series A holders,3000000,,,
> END
$ stakeline --db ratchet.db import ratchet.csv
imported 5 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db ratchet.db holders Startup --on 2020
Holder              Stake    Votes     Shares  Since       Basis
Founders          66.67 %  66.67 %  2,000,000  2020-01-01  diluted
Series A holders  33.33 %  33.33 %  1,000,000  2020-06-01  derived
$ stakeline --db ratchet.db holders Startup
Holder              Stake    Votes     Shares  Since       Basis
Series A holders  65.57 %  65.57 %  4,000,000  2021-06-01  derived
Founders          32.79 %  32.79 %  2,000,000  2020-01-01  diluted
Series B holders   1.64 %   1.64 %    100,000  2021-06-01  diluted
$ stakeline --db ratchet.db diff Startup --from 2020-12-31 --to 2021
Holder               From       To  Change  Reason
Founders          66.67 %  32.79 %  -33.88  diluted
Series A holders  33.33 %  65.57 %  +32.24  traded
Series B holders      0 %   1.64 %   +1.64  entered
$ stakeline --db ratchet.db rounds Startup
Date        Issuer   Round     Kind          Amount  Investors          Sold %     Cumulative  Status
2020-06-01  Startup  Series A  round  USD 2,000,000  Series A holders  33.33 %  USD 2,000,000  completed
2021-06-01  Startup  Series B  round     USD 50,000  Series B holders   3.23 %  USD 2,050,000  completed

# VC Hub, "Anti-dilution: full ratchet": 3 million founders' shares and a million of firm A; $500,000 at
# $2M before the money buys 20 %, and the ratchet ends at 3 million shares of firm A and $0.3333 a share.
$ cat > balanced.csv <<'END'
> date,kind,issuer,holder,shares,amount,pre_money,round
> 2020-01-01,found,Startup,,,,,
> 2020-01-01,issue,Startup,Founders,3000000,,,
> 2020-06-01,round,Startup,VC Firm A,1000000,USD 1M,USD 3M,Series A
> 2021-06-01,issue,Startup,VC Firm A,2000000,,,
> 2021-06-02,round,Startup,VC Firm B,,"USD 500,000",USD 2M,Series B
> END
$ stakeline --db balanced.db import balanced.csv
imported 5 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db balanced.db holders Startup
Holder     Stake  Votes     Shares  Since       Basis
Founders    40 %   40 %  3,000,000  2020-01-01  diluted
VC Firm A   40 %   40 %  3,000,000  2021-06-01  diluted
VC Firm B   20 %   20 %  1,500,000  2021-06-02  implied

# "Post-Money SAFE Math Problems": $1M at $10M after the money is 10 %, $600,000 at $15M is 4 %, and the
# founder has 86 %. A SAFE is no share before it converts, so it is recorded as a debt; then both
# convert at once.
$ cat > safe.csv <<'END'
> date,kind,issuer,holder,stake,amount,post_money,instrument,round
> 2019-01-01,holding,Startup,Founder,100,,,,
> 2019-06-01,debt,Startup,First SAFE,,USD 1M,USD 10M,safe,SAFE 1
> 2019-09-01,debt,Startup,Second SAFE,,"USD 600,000",USD 15M,safe,SAFE 2
> 2020-03-01,issue,Startup,First SAFE,10,,,,
> 2020-03-01,issue,Startup,Second SAFE,4,,,,
> END
$ stakeline --db safe.db import safe.csv
imported 5 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db safe.db holders Startup --on 2019
Holder   Stake  Votes  Since       Basis
Founder  100 %  100 %  2019-01-01  stated
$ stakeline --db safe.db holders Startup
Holder       Stake  Votes  Since       Basis
Founder       86 %   86 %  2019-01-01  diluted
First SAFE    10 %   10 %  2020-03-01  derived
Second SAFE    4 %    4 %  2020-03-01  derived

# ---- lines ----

# Investor and Financial Education Council, Hong Kong: from 5.9 to 6.2 % there is a notice, as 6 % is
# crossed; from 6.1 to 6.9 % there is none.
$ cat > hk.csv <<'END'
> date,kind,issuer,holder,stake_after
> 2020-01-01,acquire,Listed,Fund,5.9
> 2020-02-01,acquire,Listed,Fund,6.2
> 2020-03-01,dispose,Listed,Fund,6.1
> 2020-04-01,acquire,Listed,Fund,6.9
> END
$ stakeline --db hk.db import hk.csv
imported 4 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db hk.db thresholds Listed --regime hk --format csv
date,holder,direction,threshold_pct,from_pct,to_pct,source,of,certainty,cause,kind,status,deal
2020-01-01,Fund,up,5,0,5.9,,capital,,own,acquire,completed,
2020-02-01,Fund,up,6,5.9,6.2,,capital,,own,acquire,completed,

# Financial Services Agency, Japan, FAQ on the FIEA, section 5: a report beyond 5 %, another one for
# every change by 1 % or more after it. From 5.2 to 6.1 % there is none, to 6.2 % there is. (A stake
# stated as 5.0 may be 5.01: possible.)
$ cat > japan.csv <<'END'
> date,kind,issuer,holder,stake_after
> 2020-01-01,acquire,Listed,Fund,5.0
> 2020-02-01,acquire,Listed,Fund,5.2
> 2020-03-01,acquire,Listed,Fund,6.1
> 2020-04-01,acquire,Listed,Fund,6.2
> END
$ stakeline --db japan.db import japan.csv
imported 4 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db japan.db thresholds Listed --regime japan --format csv
date,holder,direction,threshold_pct,from_pct,to_pct,source,of,certainty,cause,kind,status,deal
2020-01-01,Fund,up,5,0,5,,capital,possible,own,acquire,completed,
2020-02-01,Fund,up,5,5,5.2,,capital,possible,own,acquire,completed,
2020-04-01,Fund,up,6.2,6.1,6.2,,capital,,own,acquire,completed,

# SEBI takeover regulations, 29: at 5 %, then for more than 2 points since the last disclosure, "even if
# such change results in shareholding falling below five per cent".
$ cat > sebi.csv <<'END'
> date,kind,issuer,holder,shares,outstanding
> 2020-01-01,outstanding,Listed,,,100000
> 2020-02-01,acquire,Listed,Fund,5000,
> 2020-03-01,acquire,Listed,Fund,2000,
> 2020-04-01,acquire,Listed,Fund,1,
> 2020-05-01,dispose,Listed,Fund,2002,
> END
$ stakeline --db sebi.db import sebi.csv
imported 5 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db sebi.db thresholds Listed --regime sebi --format csv
date,holder,direction,threshold_pct,from_pct,to_pct,source,of,certainty,cause,kind,status,deal
2020-02-01,Fund,up,5,0,5,,capital,,own,acquire,completed,
2020-04-01,Fund,up,7,7,7.001,,capital,,own,acquire,completed,
2020-05-01,Fund,down,5,7.001,4.999,,capital,,own,dispose,completed,
