// Runs the statements that standard input holds, each ended by a line's last semicolon, on a database:
// node duckdb_peer.cjs DB. With --present it says whether the package is there.
'use strict';
const fs = require('fs');
const { DuckDBInstance, version } = require('@duckdb/node-api');

async function main() {
    const [path] = process.argv.slice(2);
    if (path === "--present") return console.log(version());
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    for (const statement of fs.readFileSync(0, 'utf8').split(/;[ \t]*(?:--.*)?\n/))
        if (statement.replace(/^--.*$/gm, '').trim() !== '') await connection.run(statement);
    connection.closeSync();
    instance.closeSync();
}

main().catch((error) => {
    console.error(`duckdb: ${error.message}`);
    process.exitCode = 1;
});
