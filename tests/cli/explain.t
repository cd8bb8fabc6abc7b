# How a stake came about.

$ cd "$DATA" && stakeline --db "$OLDPWD/log.db" import alliance.csv
imported 71 events (0 duplicates skipped, 0 rejected) as import #1
$ export STAKELINE_DB=log.db; stakeline explain Nissan "French trust"
Date        What happened                                                                                 Stake  Flag
2002-03-01  Renault is issued shares up to 44.4 % for JPY 215,900,000,000; what is issued is 12.03 %
            of the capital after it, which is 1.14 times what it was (La Tribune, alliance.csv:8)
2023-01-30  not counted: deal renault-nissan-2023 was reported again as announced on 2023-07-26:                 superseded
            Renault sells 28.4 % to French trust (Cercle Finance, alliance.csv:37)
2023-Q4     not counted: deal renault-nissan-2023 was reported again as completed on 2023-11-08:                 superseded
            Renault sells 28.4 % to French trust (Reuters; TechNode Global, alliance.csv:41)
2023-11-08  Renault is stated to hold 1,831,837,027 shares, 43.4 %; 4,220,715,112 shares outstanding;
            this makes the capital 4,220,715,112 shares (from memory, alliance.csv:45)
2023-11-08  Renault sells 1,198,729,760 shares, 28.4 % to French trust; 15 % of the votes; French        28.4 %
            trust's 1,198,729,760 of 4,220,715,112 shares are 28.4 % (Reuters, alliance.csv:46)
2023-11-08  French trust is stated to hold a part; 0 % of the votes; French trust's 1,198,729,760 of     28.4 %
            4,220,715,112 shares are 28.4 % (Cercle Finance, alliance.csv:47)
2023-12-15  not counted: deal nissan-buyback-2023-12 was reported again as completed on 2023-12-15:              superseded
            cancelled 211,000,000 shares, held by French trust (Nissan release, via
            nissanclube.com.br, alliance.csv:53)
2023-12-15  cancelled 211,000,000 shares, held by French trust, who keeps 24.63 %; 4,009,715,112 of     24.63 %  confirmed
            4,220,715,112 shares are left; French trust's 987,729,760 of 4,009,715,112 shares are
            24.63 %, as stated, after 28.4 % (Nissan release; Reuters, alliance.csv:54)
2024-04-03  not counted: deal nissan-buyback-2024-03 was reported again as completed on 2024-04-03:              superseded
            cancelled 99,132,100 shares, held by French trust (Just Auto, alliance.csv:56)
2024-04-03  cancelled 1,110,800 shares; 4,008,604,312 of 4,009,715,112 shares are left; French trust's  24.64 %
            987,729,760 of 4,008,604,312 shares are 24.64 %, after 24.63 % (Just Auto,
            alliance.csv:57)
2024-04-03  cancelled 99,132,100 shares, held by French trust, who keeps 22.73 %; 3,909,472,212 of      22.73 %  confirmed
            4,008,604,312 shares are left; French trust's 888,597,660 of 3,909,472,212 shares are
            22.73 %, as stated, after 24.64 % (Just Auto, alliance.csv:58)
2024-10-03  not counted: deal nissan-buyback-2024-09 was reported again as completed on 2024-10-03:              superseded
            cancelled 195,473,600 shares, held by French trust (Just Auto; Il Messaggero,
            alliance.csv:59)
2024-10-03  cancelled 195,473,600 shares, held by French trust, who keeps 18.66 %; 3,713,998,612 of     18.66 %  confirmed
            3,909,472,212 shares are left; French trust's 693,124,060 of 3,713,998,612 shares are
            18.66 %, as stated, after 22.73 % (Bourse Analysis, alliance.csv:60)
$ stakeline --db log.db explain Renault Nissan --known-by 2017
Date        What happened                                                                                Stake  Flag
2001-10-30  not counted: deal renault-nissan-2001 was reported again as completed on 2002-05-31:                superseded
            Nissan buys up to 15 %; 0 % of the votes (Japan Times, alliance.csv:7)
2002-03     Nissan buys 13.5 %; 0 % of the votes; Nissan has 13.5 % (from memory, alliance.csv:9)       13.5 %
2002-05     Nissan buys up to 15 %; 0 % of the votes; Nissan has 15 %, after 13.5 % (from memory,         15 %
            alliance.csv:10)
2017-11-02  French State sells 14,000,000 shares, 4.73 %, down to 15.01 %; as 14,000,000 shares are       15 %
            4.73 %, the capital is about 295,983,087 shares; Nissan's 44,397,463 of 295,983,087 shares
            are 15 % (Reuters; Fox Business, alliance.csv:23)
2023-11-08  not counted: published on 2023-11-08, after 2017-12-31: Nissan is stated to hold 15 %;              not known yet
            15 % of the votes (Cercle Finance, alliance.csv:49)
$ stakeline --db log.db explain Nissan Renault --on 2023-11-08 --format csv | tail -n 3
2024-04-03,cancel,French trust,"not counted: it takes effect after 2023-11-08: cancelled 99,132,100 shares, held by French trust, who keeps 22.73 %",,,,,later,Just Auto,alliance.csv,58
2024-10-03,cancel,French trust,"not counted: it takes effect after 2023-11-08: cancelled 195,473,600 shares, held by French trust, who keeps 18.66 %",,,,,later,Bourse Analysis,alliance.csv,60
2024-10-03,holding,Renault,not counted: it takes effect after 2023-11-08: Renault is stated to hold 17.05 %,,,,,later,Bourse Analysis,alliance.csv,61
$ stakeline --db log.db explain Nissan Renault --known-by 2023-06-01 --pro-forma --format csv | grep Cercle
2023-01-30,dispose,Renault,"Renault sells 28.4 % to French trust; Renault has 15 %, after 43.4 %",1.136691,,0.170504,15,pending,Cercle Finance,alliance.csv,37
$ stakeline --db log.db explain Nissan Nisan
Date  What happened  Stake  Flag
stakeline: no entity is called 'Nisan'; did you mean 'Nissan'?
? 1
