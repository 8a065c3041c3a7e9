// Asks two servers with Comunica and prints what it got, as one JSON object with an entry for each
// question. Usage: node clients.js ENDPOINT ENDPOINT
const { QueryEngine } = require("@comunica/query-sparql");

const [first, second] = process.argv.slice(2);
const engine = new QueryEngine();
const source = (value) => ({ type: "sparql", value });
const one = { sources: [source(first)] };
const both = { sources: [source(first), source(second)] };

const prefixes = `
  PREFIX dcterms: <http://purl.org/dc/terms/>
  PREFIX id: <https://w3id.org/demarche/id/>
  PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
  PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
`;

async function rows(query, context) {
  const bindings = await (await engine.queryBindings(prefixes + query, context)).toArray();
  return bindings.map((row) => Object.fromEntries([...row].map(([v, term]) => [v.value, text(term)])));
}

function text(term) {
  return term.language ? `${term.value}@${term.language}` : term.value;
}

async function failure(query, context) {
  try {
    await rows(query, context);
    return "none";
  } catch (error) {
    return error.message;
  }
}

async function main() {
  const answers = {
    select: await rows(
      `SELECT ?label { id:actor\\/japan rdfs:label ?label } ORDER BY lang(?label)`, one),
    ask: await engine.queryBoolean(`${prefixes} ASK { id:actor\\/japan ?p ?o }`, one),
    askNone: await engine.queryBoolean(`${prefixes} ASK { id:actor\\/nobody ?p ?o }`, one),
    construct: (await (await engine.queryQuads(
      `${prefixes} CONSTRUCT { ?s skos:prefLabel ?label } WHERE { ?s rdfs:label ?label }`, one))
      .toArray()).filter((quad) => quad.object.value === "日本").map((quad) => quad.subject.value),
    failure: await failure(
      `SELECT * { id:actor\\/japan rdfs:label ?label }`,
      { sources: [source(first.replace("/sparql", "/nowhere"))] }),
    federated: await rows(
      `SELECT ?title ?name { ?actor dcterms:title ?title ; skos:altLabel ?name }`,
      both),
  };
  console.log(JSON.stringify(answers, null, 2));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
