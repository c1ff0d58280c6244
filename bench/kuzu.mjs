// The workload on Kùzu (https://kuzudb.com), in the process of Node.js. bench/compare installs and runs it.
//   node kuzu.mjs CSV_FOLDER QUERIES.json RUNS THREADS DATABASE
// A query may have a second form, "distinct", that is asked once, for its answer alone.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, queries, runs, threads, place] = process.argv.slice(2);
const kuzu = createRequire(process.cwd() + "/")("kuzu");

const nodeTables = {
  Person: ["people", "name STRING, born INT64"],
  Organization: ["organizations", "name STRING"],
  Place: ["places", "name STRING"],
  Event: ["events", "name STRING, date STRING, type STRING"],
};
const relationshipTables = {
  RELATIVE_OF: ["relative_of", "Person", "Person"],
  MEMBER_OF: ["member_of", "Person", "Organization"],
  LIVES_IN: ["lives_in", "Person", "Place"],
  PARTICIPATED_IN: ["participated_in", "Person", "Event"],
  LOCATED_IN: ["event_located_in", "Event", "Place"],
};

const connection = new kuzu.Connection(new kuzu.Database(place), Number(threads));
const ask = async (statement) => (await connection.query(statement)).getAll();

async function timed(action) {
  const begin = performance.now();
  const result = await action();
  return [performance.now() - begin, result];
}

async function load() {
  for (const [table, [, columns]] of Object.entries(nodeTables)) {
    await ask(`CREATE NODE TABLE ${table}(id INT64 PRIMARY KEY, ${columns}, label STRING)`);
  }
  for (const [table, [, start, end]] of Object.entries(relationshipTables)) {
    await ask(`CREATE REL TABLE ${table}(FROM ${start} TO ${end}, confidence DOUBLE, type STRING)`);
  }
  for (const [table, [file]] of [...Object.entries(nodeTables), ...Object.entries(relationshipTables)]) {
    await ask(`COPY ${table} FROM "${folder}/${file}.csv" (HEADER=true)`);
  }
}

async function measure(cypher) {
  const [cold, rows] = await timed(() => ask(cypher));
  const times = [];
  for (let i = 0; i < Number(runs); ++i) times.push((await timed(() => ask(cypher)))[0]);
  times.sort((a, b) => a - b);
  return { rows: rows.map(Object.values), cold_ms: cold, ms: times[times.length >> 1] };
}

const [loadTime] = await timed(load);
const out = { load_s: loadTime / 1000, queries: {} };
for (const { name, cypher, distinct } of JSON.parse(readFileSync(queries, "utf8"))) {
  out.queries[name] = await measure(cypher).catch((error) => ({ error: String(error) }));
  if (distinct) out.queries[name].distinct_rows = (await ask(distinct)).map(Object.values);
}
console.log(JSON.stringify(out, (_, value) => (typeof value === "bigint" ? Number(value) : value)));
process.exit(0);  // the engine's threads would keep the process
