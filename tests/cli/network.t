# Ownership through others: who owns and who controls, by every chain of holdings.

# Two companies that hold each other. X is held by Olga (40), Paul (40) and Y (20); Y by X (30) and
# Paul (70). What goes round once is 20 % of 30 %, so that each sum is divided by 1 - 0.06:
# Paul has (40 + 70 × 0.2) / 0.94 of X, Olga 40 / 0.94; together all of it. Z holds a tenth of itself.
$ cat > circle.csv <<'END'
> date,kind,issuer,holder,stake,votes,source
> 2020-01-01,holding,X Holding,Olga,40,,Register X
> 2020-01-01,holding,X Holding,Paul,40,,Register X
> 2020-01-01,holding,X Holding,Y Industries,20,,Report Y
> 2020-01-01,holding,Y Industries,X Holding,30,,Report X
> 2020-01-01,holding,Y Industries,Paul,70,,Register Y
> 2020-01-01,holding,Z Retail,Y Industries,60,,Report Y
> 2020-01-01,holding,Z Retail,Olga,30,,Register Z
> 2020-01-01,holding,Z Retail,Z Retail,10,,Report Z
> END
$ stakeline import circle.csv
imported 8 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline lookthrough "X Holding" --format csv
entity,direct_pct,indirect_pct,total_pct,total_low_pct,total_high_pct
Paul,40,17.446809,57.446809,57.446809,57.446809
Olga,40,2.553191,42.553191,42.553191,42.553191
Y Industries,20,0,20,20,20
$ stakeline lookthrough "Y Industries" --format csv
entity,direct_pct,indirect_pct,total_pct,total_low_pct,total_high_pct
Paul,70,17.234043,87.234043,87.234043,87.234043
X Holding,30,0,30,30,30
Olga,0,12.765957,12.765957,12.765957,12.765957
$ stakeline lookthrough "z retail"
Entity        Direct  Indirect    Total
Y Industries    60 %    6.67 %  66.67 %
Paul             0 %   58.16 %  58.16 %
Olga            30 %   11.84 %  41.84 %
X Holding        0 %      20 %     20 %
$ stakeline lookthrough Paul --down --format csv
entity,direct_pct,indirect_pct,total_pct,total_low_pct,total_high_pct
Y Industries,70,17.234043,87.234043,87.234043,87.234043
Z Retail,0,58.156028,58.156028,58.156028,58.156028
X Holding,40,17.446809,57.446809,57.446809,57.446809
$ stakeline lookthrough "Z Retail" --min 45 --format ndjson
{"entity":"Y Industries","direct_pct":60,"indirect_pct":6.666667,"total_pct":66.666667,"total_low_pct":66.666667,"total_high_pct":66.666667}
{"entity":"Paul","direct_pct":0,"indirect_pct":58.156028,"total_pct":58.156028,"total_low_pct":58.156028,"total_high_pct":58.156028}
$ stakeline lookthrough "Y Industries" --paths
Entity       Share  Chain                                                                                       Sources
Paul          70 %  Paul → Y Industries (70 %)                                                                  Register Y
Paul          12 %  Paul → X Holding (40 %) → Y Industries (30 %)                                               Register X → Report X
Paul         4.2 %  Paul → Y Industries (70 %) → X Holding (20 %) → Y Industries (30 %)                         Register Y → Report Y → Report X
Paul        0.72 %  Paul → X Holding (40 %) → Y Industries (30 %) → X Holding (20 %) → Y Industries (30 %)      Register X → Report X → Report Y → Report X
Paul        0.25 %  Paul → Y Industries (70 %) → X Holding (20 %) → Y Industries (30 %) → X Holding (20 %) → Y  Register Y → Report Y → Report X → Report Y → Report X
                    Industries (30 %)
Paul        0.04 %  Paul → X Holding (40 %) → Y Industries (30 %) → X Holding (20 %) → Y Industries (30 %) → X  Register X → Report X → Report Y → Report X → Report Y → Report X
                    Holding (20 %) → Y Industries (30 %)
Paul        0.02 %  Paul → Y Industries (70 %) → X Holding (20 %) → Y Industries (30 %) → X Holding (20 %) → Y  Register Y → Report Y → Report X → Report Y → Report X → Report Y → Report X
                    Industries (30 %) → X Holding (20 %) → Y Industries (30 %)
Paul       0.004 %  (other chains)
X Holding     30 %  X Holding → Y Industries (30 %)                                                             Report X
Olga          12 %  Olga → X Holding (40 %) → Y Industries (30 %)                                               Register X → Report X
Olga        0.72 %  Olga → X Holding (40 %) → Y Industries (30 %) → X Holding (20 %) → Y Industries (30 %)      Register X → Report X → Report Y → Report X
Olga        0.04 %  Olga → X Holding (40 %) → Y Industries (30 %) → X Holding (20 %) → Y Industries (30 %) → X  Register X → Report X → Report Y → Report X → Report Y → Report X
                    Holding (20 %) → Y Industries (30 %)
Olga       0.003 %  (other chains)
$ stakeline lookthrough Paul --down --paths --min 10 --format csv
entity,path_pct,path,sources
Y Industries,70,Paul → Y Industries (70 %),Register Y
Y Industries,12,Paul → X Holding (40 %) → Y Industries (30 %),Register X → Report X
Y Industries,5.234043,(other chains),
Z Retail,42,Paul → Y Industries (70 %) → Z Retail (60 %),Register Y → Report Y
Z Retail,16.156028,(other chains),
X Holding,40,Paul → X Holding (40 %),Register X
X Holding,14,Paul → Y Industries (70 %) → X Holding (20 %),Register Y → Report Y
X Holding,3.446809,(other chains),
$ stakeline control "Z Retail"
Entity        Relation                  Votes  Via
Paul          controlled by              60 %  Y Industries
Y Industries  controlled by              60 %
Paul          ultimately controlled by   60 %  Y Industries
$ stakeline control Paul --format csv
entity,relation,votes_pct,via
Y Industries,controls,100,X Holding
X Holding,controls,60,Y Industries
Z Retail,controls,60,Y Industries
$ stakeline control Olga
Entity  Relation  Votes  Via
stakeline: nobody is known to control Olga then, and it is not known to control anyone
? 1
$ stakeline lookthrough Paul
Entity  Direct  Indirect  Total
stakeline: nobody is known to own any of Paul then
? 1
$ stakeline lookthrough "Z Retail" --down
Entity  Direct  Indirect  Total
stakeline: Z Retail is not known to own anything then
? 1
$ stakeline lookthrough Nobody --format csv
entity,direct_pct,indirect_pct,total_pct,total_low_pct,total_high_pct
stakeline: no entity is called 'Nobody'
? 1
$ stakeline lookthrough "Z Retail" --min 5x
stakeline: lookthrough: --min: '5x' is not a per cent from 0 to 100
usage: stakeline lookthrough [OPTION]... ENTITY
? 2

# Ranges, unknown sizes, dates and the second clock.
$ cat > later.csv <<'END'
> date,known,kind,status,issuer,holder,stake,votes,deal,source
> 2021-01-01,2021-02-01,holding,,Shop,Z Retail,25-50,,,Filing
> 2021-01-01,2021-02-01,holding,,Shop,Quentin,,,,Press
> 2022-01-01,2021-12-01,acquire,announced,Shop,Y Industries,10,,shop-22,News
> 2023-01-01,2023-01-01,holding,,Shop,Rita,20,60,,Filing
> END
$ stakeline import later.csv
imported 4 events (0 duplicates skipped, 0 rejected) as import #2
$ stakeline lookthrough Shop --on 2021 --format csv
entity,direct_pct,indirect_pct,total_pct,total_low_pct,total_high_pct
Z Retail,37.5,0,37.5,25,50
Y Industries,0,25,25,16.666667,33.333333
Paul,0,21.808511,21.808511,14.539007,29.078014
Olga,0,15.691489,15.691489,10.460993,20.921986
X Holding,0,7.5,7.5,5,10
$ stakeline lookthrough Shop --on 2021 --known-by 2021-01-15 --format csv
entity,direct_pct,indirect_pct,total_pct,total_low_pct,total_high_pct
stakeline: nobody is known to own any of Shop then
? 1
$ stakeline lookthrough Shop --on 2022 --pro-forma --min 20
Entity        Direct  Indirect          Total
Z Retail      37.5 %       0 %        25–50 %
Y Industries    10 %      25 %  26.67–43.33 %
Paul             0 %   30.53 %   23.26–37.8 %
$ stakeline control Shop
Entity  Relation                  Votes
Rita    controlled by              60 %
Rita    ultimately controlled by   60 %

# More than all of it: named. A closed circle of full ownership has an end for its members, none for
# who is said to own part of it as well.
$ cat > over.csv <<'END'
> date,kind,issuer,holder,stake
> 2020-01-01,holding,Ring A,Ring B,100.00
> 2020-01-01,holding,Ring B,Ring A,100.00
> 2020-01-02,holding,Ring A,Sam,10
> 2020-01-02,holding,Ring B,Ring A,100.00
> 2020-01-02,holding,Leaf,Ring B,50
> END
$ stakeline --db over.db import over.csv
imported 5 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db over.db lookthrough Leaf --format csv
stakeline: Ring A is held by more than 100 % in all: 110 %
stakeline: Sam: the sum over its chains does not converge; its total is left blank
entity,direct_pct,indirect_pct,total_pct,total_low_pct,total_high_pct
Ring A,0,50,50,50,50
Ring B,50,0,50,50,50
Sam,0,,,,
$ stakeline --db over.db lookthrough Sam --down
stakeline: Ring A is held by more than 100 % in all: 110 %
stakeline: Leaf: the sum over its chains does not converge; its total is left blank
stakeline: Ring A: the sum over its chains does not converge; its total is left blank
stakeline: Ring B: the sum over its chains does not converge; its total is left blank
Entity  Direct
Leaf       0 %
Ring A    10 %
Ring B     0 %
$ stakeline --db over.db control Leaf
Entity  Relation  Votes  Via
stakeline: nobody is known to control Leaf then, and it is not known to control anyone
? 1

# The alliance, with what each held of the other before and after.
$ stakeline --db alliance.db import "$DATA/alliance.csv"
imported 71 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db alliance.db lookthrough Nissan --on 2020
Entity        Direct  Indirect        Total
Renault       43.4 %    0.07 %      43.47 %
French State     0 %    6.98 %  6.98–6.99 %
Daimler        3.1 %    1.65 %       4.75 %
$ stakeline --db alliance.db lookthrough Nissan --on 2020 --paths --min 1
Entity         Share  Chain                                               Sources
Renault       43.4 %  Renault → Nissan (43.4 %)                           from memory
Renault       0.07 %  (other chains)
French State  6.51 %  French State → Renault (15.01 %) → Nissan (43.4 %)  Reuters; Fox Business → from memory
French State  0.47 %  (other chains)
Daimler        3.1 %  Daimler → Nissan (3.1 %)                            Edelstahl Aktuell, quoting the joint release
Daimler       1.35 %  Daimler → Renault (3.1 %) → Nissan (43.4 %)         Edelstahl Aktuell, quoting the joint release → from memory
Daimler       0.31 %  (other chains)
$ stakeline --db alliance.db lookthrough Nissan
Entity         Direct  Indirect    Total
Renault       17.05 %   18.66 %  35.71 %
French trust  18.66 %    0.49 %  19.15 %
French State      0 %    5.66 %   5.66 %
Daimler        3.52 %     0.2 %   3.72 %

# Pictures of it: boxes and arrows. The same log gives the same bytes; half of the votes is no control.
$ stakeline chart network "X Holding" -o one.gp && stakeline chart network "x holding" -o two.gp && cmp one.gp two.gp && rm one.gp two.gp
$ stakeline chart network "Z Retail" --depth 1 -o near.gp && grep -c 'Paul' near.gp
0
? 1
$ stakeline chart network "Z Retail" --depth 2 -o far.gp && grep -c 'Paul' far.gp
1
$ stakeline chart control "Z Retail" -o control.svg && grep -o 'Who controls [^<]*' control.svg && grep -o 'ultimately controls' control.svg
Who controls Z Retail
Who controls Z Retail
ultimately controls
ultimately controls
$ rm -f near.gp far.gp control.svg
$ stakeline chart network "X Holding" --on 2019 -o none.svg
stakeline: nobody is known to own any of X Holding then, nor it to own anything
? 1
$ stakeline chart control Olga -o none.svg
stakeline: nobody is known to own any of Olga then, nor it to control anything
? 1
$ stakeline chart control Nobody -o none.svg
stakeline: no entity is called 'Nobody'
? 1
$ stakeline chart network "X Holding" --from 2020 -o none.svg
stakeline: chart: --from is of no use to a chart of network
usage: stakeline chart [OPTION]... KIND ENTITY... -o FILE
? 2
$ stakeline chart stakes "X Holding" --depth 2 -o none.svg
stakeline: chart: --depth is of no use to a chart of stakes
usage: stakeline chart [OPTION]... KIND ENTITY... -o FILE
? 2
$ stakeline chart network "X Holding" --width 320 --height 240 -o none.svg
stakeline: 320 by 240 pixels are too few for this chart and its labels
? 2

# What is printed as the least per cent is not under it: 15 less 10 is 5.
$ cat > sold.csv <<'END'
> date,kind,issuer,holder,counterparty,stake
> 2020-01-01,holding,Sold,Eve,,15
> 2021-01-01,dispose,Sold,Eve,Cyd,10.0
> END
$ stakeline --db sold.db import sold.csv
imported 2 events (0 duplicates skipped, 0 rejected) as import #1
$ stakeline --db sold.db lookthrough Sold --min 5 --format csv
entity,direct_pct,indirect_pct,total_pct,total_low_pct,total_high_pct
Cyd,10,0,10,10,10
Eve,5,0,5,5,5
$ stakeline --db sold.db lookthrough Sold --min 5 --paths --format csv
entity,path_pct,path,sources
Cyd,10,Cyd → Sold (10 %),(no source)
Eve,5,Eve → Sold (5 %),(no source)
$ stakeline --db sold.db lookthrough Sold --min 5.000001 --format csv
entity,direct_pct,indirect_pct,total_pct,total_low_pct,total_high_pct
Cyd,10,0,10,10,10
