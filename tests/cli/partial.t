# Rows with something wrong are left out on request, and kept as the source has them.

$ printf 'date,kind,issuer,holder,stake,note\r\n2020,holding,A,B,10,"x ""q"", y"\r\n2020-02-30,holding,A,C,10,z\r\n2021,holding,A,E\r\n2022,holding,A,F,200,"a, ""b"""' > d.csv
$ stakeline import d.csv 2>&1 | tail -1
stakeline: d.csv: 3 problems in 3 rows; nothing was stored
$ stakeline import --partial --rejects r.csv --dry-run d.csv 2>/dev/null
would import 1 events (0 duplicates skipped, 3 rejected)
$ rm r.csv
$ stakeline import --partial --rejects r.csv d.csv
stakeline: d.csv:3: date: "2020-02-30": that day does not exist: February 2020 has 29 days
stakeline: d.csv:4: expected 6 cells, as in the header, found 4
stakeline: d.csv:5: stake: "200": expected a per cent in 0 to 100
imported 1 events (0 duplicates skipped, 3 rejected) as import #1
$ cat -A r.csv
date,kind,issuer,holder,stake,note,x_error^M$
2020-02-30,holding,A,C,10,z,"d.csv:3: date: ""2020-02-30"": that day does not exist: February 2020 has 29 days"^M$
2021,holding,A,E,"d.csv:4: expected 6 cells, as in the header, found 4"^M$
2022,holding,A,F,200,"a, ""b""","d.csv:5: stake: ""200"": expected a per cent in 0 to 100"^M$
$ stakeline imports --format csv | cut -d, -f1,3-7
import,file,map,events,duplicates,rejected
1,d.csv,,1,0,3
$ stakeline holders A --format csv | cut -d, -f1,3
holder,stake_pct
B,10
(undisclosed),90

# A file of rejects is mended and imported as it is; what is still wrong gets its new reason.

$ sed -i 's/2020-02-30/2020-02-28/; s/,A,E,/,A,E,5,,/' r.csv
$ stakeline import --partial --rejects r2.csv r.csv
stakeline: r.csv:4: stake: "200": expected a per cent in 0 to 100
imported 2 events (0 duplicates skipped, 1 rejected) as import #2
$ cat -A r2.csv
date,kind,issuer,holder,stake,note,x_error^M$
2022,holding,A,F,200,"a, ""b""","r.csv:4: stake: ""200"": expected a per cent in 0 to 100"^M$
$ sed -i 's/,200,/,20,/' r2.csv
$ stakeline import r2.csv
imported 1 events (0 duplicates skipped, 0 rejected) as import #3
$ stakeline holders A --format csv | cut -d, -f1,3
holder,stake_pct
F,20
B,10
C,10
E,5
(undisclosed),55
$ stakeline export events | head -2
date,known,kind,status,issuer,holder,counterparty,class,stake,stake_after,votes,shares,outstanding,ratio,amount,currency,pre_money,post_money,price,round,role,instrument,deal,part,source,url,note
2020,2020-12-31,holding,completed,A,B,,,10,,,,,,,,,,,,,,,,,,"x ""q"", y"

# Without rejects the file is not touched.

$ echo old > r3.csv
$ stakeline import --partial --rejects r3.csv r2.csv
imported 0 events (1 duplicates skipped, 0 rejected)
$ cat r3.csv
old

# Nothing is stored where no row is good, or a file cannot be read to its end.

$ printf 'date,kind,issuer,stake\n2020,holding,X,300\n' > none.csv
$ stakeline import --partial none.csv
stakeline: none.csv:2: stake: "300": expected a per cent in 0 to 100
stakeline: none.csv: 1 problem in 1 row; nothing was stored
? 3
$ printf 'date,kind,issuer,stake\n2020,holding,X,300\n2020,holding,X,10\n2020,holding,"X,10\n' > open.csv
$ stakeline import --partial --rejects r4.csv open.csv
stakeline: open.csv:2: stake: "300": expected a per cent in 0 to 100
stakeline: open.csv:4: issuer: expected a closing quote for the quoted cell in the row that starts here, found the end of the file
stakeline: open.csv: 2 problems in 2 rows; nothing was stored
? 3
$ ls r4.csv
ls: cannot access 'r4.csv': No such file or directory
? 2
$ printf 'date,kind,isuer,stake\n2020,holding,X,300\n' > header.csv
$ stakeline import --partial --rejects r4.csv d.csv header.csv 2>&1 | tail -2
stakeline: header.csv:1: issuer: expected a column of this name in the header
stakeline: the files: 5 problems in 3 rows; nothing was stored

# Several files share their columns, or the file of rejects.

$ printf 'date,kind,issuer,stake\n2020,holding,X,300\n2020,holding,Y,30\n' > e.csv
$ stakeline import --partial --rejects r4.csv d.csv e.csv 2>&1 | tail -1
stakeline: e.csv: has rejected rows, but other columns than a file before it that has some, and one file of rejects cannot hold both; nothing was stored
$ cp e.csv f.csv
$ stakeline import --partial --rejects r4.csv e.csv f.csv 2>/dev/null
imported 1 events (1 duplicates skipped, 2 rejected) as import #4
$ cat r4.csv
date,kind,issuer,stake,x_error
2020,holding,X,300,"e.csv:2: stake: ""300"": expected a per cent in 0 to 100"
2020,holding,X,300,"f.csv:2: stake: ""300"": expected a per cent in 0 to 100"
$ stakeline import --partial --rejects e.csv e.csv
stakeline: e.csv: the rejects would overwrite a file that is imported
? 2
$ stakeline import --rejects r4.csv e.csv
stakeline: import: --rejects is about the rows that --partial leaves out
usage: stakeline import [OPTION]... FILE...
? 2
$ stakeline import --partial --rejects - e.csv
stakeline: import: --rejects takes a file: standard output has the summary
usage: stakeline import [OPTION]... FILE...
? 2
$ stakeline import --partial --rejects missing/r.csv e.csv 2>&1 | tail -1
stakeline: missing/r.csv: No such file or directory

# Through a map: the skipped lines, the encoding and a missing header are the source's, too.

$ cat > old.ini <<'END'
> [file]
> delimiter = semicolon
> encoding = windows-1252
> skip = 2
> [columns]
> date = jour
> kind = "holding"
> issuer = société
> holder = qui
> stake = part
> END
$ printf 'Liste\nàé\njour;société;qui;part\n2020-01-01;Ésope;Zoé;10\n2020-01-01;Ésope;Noël;300\n' | iconv -f UTF-8 -t windows-1252 > old.csv
$ stakeline import --map old.ini --partial --rejects r5.csv old.csv 2>/dev/null
imported 1 events (0 duplicates skipped, 1 rejected) as import #5
$ iconv -f windows-1252 -t UTF-8 r5.csv
Liste
àé
jour;société;qui;part;x_error
2020-01-01;Ésope;Noël;300;"old.csv:5: part: ""300"": expected a per cent in 0 to 100"
$ sed -i 's/;300;/;30;/' r5.csv
$ stakeline import --map old.ini r5.csv
stakeline: map old: 1 rows, 0 dropped by its conditions
imported 1 events (0 duplicates skipped, 0 rejected) as import #6
$ stakeline holders Ésope --format csv | cut -d, -f1,3
holder,stake_pct
Noël,30
Zoé,10
(undisclosed),60
$ sed 's/windows-1252/UTF-16/' old.ini > wide.ini
$ iconv -f windows-1252 -t UTF-16 old.csv > wide.csv
$ stakeline import --map wide.ini --partial --rejects r6.csv wide.csv 2>/dev/null
imported 0 events (1 duplicates skipped, 1 rejected)
$ iconv -f UTF-16 -t UTF-8 r6.csv
Liste
àé
jour;société;qui;part;x_error
2020-01-01;Ésope;Noël;300;"wide.csv:5: part: ""300"": expected a per cent in 0 to 100"
$ printf '[file]\ncolumns = day, who, part, by\nskip = 1\n[columns]\ndate = day\nkind = "holding"\nissuer = who\nstake = part\nholder = by\n' > bare.ini
$ printf 'a line\n2020-01-01,Bare,10,X\n2020-01-01,Bare,300,Y\n' > bare.csv
$ stakeline import --map bare.ini --partial --rejects r7.csv bare.csv 2>/dev/null
imported 1 events (0 duplicates skipped, 1 rejected) as import #7
$ cat r7.csv
a line
2020-01-01,Bare,300,Y,"x_error: bare.csv:3: part: ""300"": expected a per cent in 0 to 100"
$ sed -i 's/,300,/,30,/' r7.csv; stakeline import --map bare.ini r7.csv
stakeline: map bare: 1 rows, 0 dropped by its conditions
imported 1 events (0 duplicates skipped, 0 rejected) as import #8
$ printf '2020-01-01;O"Neil;300\r\n2020-01-01;P;7;8\r\n2020-01-01;Q;9\r\n' > none.csv
$ printf '[file]\nquote = none\ndelimiter = semicolon\ncolumns = day, who, part\n[columns]\ndate = day\nkind = "holding"\nissuer = who\nstake = part\nholder = "Z"\n' > none.ini
$ stakeline import --map none.ini --partial --rejects r8.csv none.csv
stakeline: none.csv:1: part: "300": expected a per cent in 0 to 100
stakeline: none.csv:2: expected 3 cells, as in the header, found 4
stakeline: map none: 2 rows, 0 dropped by its conditions
imported 1 events (0 duplicates skipped, 2 rejected) as import #9
$ cat -A r8.csv
2020-01-01;O"Neil;300;x_error: none.csv:1: part: "300": expected a per cent in 0 to 100^M$
2020-01-01;P;7;8;x_error: none.csv:2: expected 3 cells, as in the header, found 4^M$
$ sed 's/;300;/;400;/' r8.csv > again.csv; stakeline import --map none.ini --partial --rejects r9.csv again.csv 2>/dev/null
? 3
$ sed 's/;300;/;30;/; s/;8;/;/' r8.csv > mended.csv; stakeline import --map none.ini mended.csv
stakeline: map none: 2 rows, 0 dropped by its conditions
imported 2 events (0 duplicates skipped, 0 rejected) as import #10
