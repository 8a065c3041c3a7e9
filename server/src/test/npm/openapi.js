// Reads the description of a server's interface as other people's programs do, and prints what they
// found, as one JSON object. Usage: node openapi.js URL
const Ajv2020 = require("ajv/dist/2020");
const addFormats = require("ajv-formats");
const { OpenAPIClientAxios } = require("openapi-client-axios");

const url = process.argv[2];
const warnings = [];
console.warn = (...words) => warnings.push(words.join(" "));
process.on("warning", (warning) => warnings.push(String(warning)));

// Strict: a keyword or format that it doesn't know is a fault.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, coerceTypes: true });
addFormats(ajv);
ajv.addFormat("iri", (text) => URL.canParse(text));

async function main() {
  const response = await fetch(url + "/openapi.json");
  const description = await response.json();
  const { Validator } = await import("@seriousme/openapi-schema-validator");
  const validator = new Validator();
  const validity = await validator.validate(structuredClone(description));

  // Only the schemas are JSON Schema, and only they are held to be.
  const { schemas } = description.components;
  ajv.addVocabulary(["components"]);
  const schema = (name) =>
    ajv.compile({ components: { schemas }, $ref: "#/components/schemas/" + name });
  Object.keys(schemas).forEach(schema);

  const { queries } = await (await fetch(url + "/queries?format=json")).json();
  const examples = Object.fromEntries(
    queries.map((query) => [query.name, faults(description, query.example)]));

  const client = await new OpenAPIClientAxios({ definition: url + "/openapi.json" }).init();
  const { data } = await client.statements({ holder: "actor/kathryn-botto", kind: "recommendation" });
  const rows = schema("StatementsRows");
  rows(structuredClone(data));
  const page = await client.statements({ limit: 5 });
  const after = new URLSearchParams(/<([^>]*)>; rel="next"/.exec(page.headers.link)[1]).get("after");
  const next = await client.statements({ limit: 5, after });
  const seen = [page, next]
    .map((part) => part.data.results.bindings.map((row) => row.code.value + row.passage.value));

  const refusal = await client.demands({ status: "none" }).catch((error) => error.response);
  const problem = schema("Problem");
  problem(structuredClone(refusal.data));

  console.log(JSON.stringify({
    version: validator.version,
    errors: texts(validity.errors),
    warnings,
    examples,
    rows: data.results.bindings.length,
    rowFaults: texts(rows.errors),
    pages: seen,
    refusal: refusal.status,
    problemFaults: texts(problem.errors),
  }, null, 2));
}

// What is wrong with the parameters of a URL, by the description of its path.
function faults(description, example) {
  const { pathname, searchParams } = new URL(example, url);
  const parameters = description.paths[pathname].get.parameters
    .map((parameter) => parameter.$ref ? referred(description, parameter.$ref) : parameter);
  const unknown = [...searchParams.keys()]
    .filter((name) => !parameters.some((parameter) => parameter.name === name))
    .map((name) => name + " is unknown");
  const missing = parameters
    .filter((parameter) => parameter.required && !searchParams.has(parameter.name))
    .map((parameter) => parameter.name + " is missing");
  const wrong = parameters
    .filter((parameter) => searchParams.has(parameter.name))
    .filter((parameter) => !ajv.validate(
      { type: "object", properties: { value: parameter.schema } },
      { value: searchParams.get(parameter.name) }))
    .map((parameter) => parameter.name + " is wrong");
  return [...unknown, ...missing, ...wrong];
}

function referred(description, reference) {
  return reference.slice(2).split("/").reduce((node, key) => node[key], description);
}

function texts(errors) {
  return [].concat(errors ?? []).map((error) => typeof error === "string" ? error : JSON.stringify(error));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
