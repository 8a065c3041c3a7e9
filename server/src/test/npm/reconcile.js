// Asks a reconciliation service all that its manifest offers, as a web application of another site
// does, and prints what JSON Schemas find wrong with the answers, as one JSON object. Usage:
//   node reconcile.js FOLDER URL
// The folder has the schemas under the names of the W3C's report.
const fs = require("fs");
const path = require("path");
const Ajv2020 = require("ajv/dist/2020");
const addFormats = require("ajv-formats");

const [folder, url] = process.argv.slice(2);
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
for (const file of fs.readdirSync(folder).filter((name) => name.endsWith(".json"))) {
  const schema = JSON.parse(fs.readFileSync(path.join(folder, file), "utf8"));
  // The report names a draft that it doesn't tell.
  delete schema.$schema;
  ajv.addSchema(schema, file);
}

const faults = [];
const checked = {};

async function ask(schema, address, form) {
  const response = await fetch(address, form
    ? { method: "POST", body: new URLSearchParams(form), headers: { Origin: "https://elsewhere.example" } }
    : { headers: { Origin: "https://elsewhere.example" } });
  const text = await response.text();
  const where = address.replace(url, "") + (form ? " " + JSON.stringify(form) : "");
  if (response.status !== 200 || response.headers.get("access-control-allow-origin") !== "*") {
    faults.push(`${where}: ${response.status} ${text}`);
    return {};
  }
  const answer = JSON.parse(text);
  if (schema) {
    const valid = ajv.getSchema(schema + ".json");
    checked[schema] = (checked[schema] ?? 0) + 1;
    if (!valid(answer)) {
      faults.push(...valid.errors.map((error) => `${where}: ${error.instancePath} ${error.message}`));
    }
  }
  return answer;
}

async function main() {
  const endpoint = url + "/reconcile";
  const manifest = await ask("manifest", endpoint);

  const queries = JSON.stringify({
    q0: { query: "Seoul", type: manifest.defaultTypes[0].id, type_strict: "should", limit: 3, properties: [] },
    q1: { query: "대한민국", type: ["State"] },
    q2: { query: "administration", properties: [{ pid: "administrationOf", v: { id: "actor/south-korea", name: "x" } }] },
    q3: { properties: [{ pid: "administrationOf", v: ["South Korea", "Japan"] }] },
    q4: { query: "nobody has this name" },
    q5: { limit: 0 },
    q6: { query: "x", type: "NoSuchType" },
  });
  const posted = await ask("reconciliation-result-batch", endpoint, { queries });
  const got = await ask("reconciliation-result-batch",
    `${endpoint}?queries=${encodeURIComponent(queries)}&callback=alert`);

  const suggested = {};
  for (const [kind, schema] of Object.entries({ entity: "entities", property: "properties", type: "types" })) {
    const service = manifest.suggest[kind].service_url + manifest.suggest[kind].service_path;
    for (const prefix of { entity: ["Moon", "문", "actor/japan", "zzz"], property: ["gov", "author"], type: ["st", "국"] }[kind]) {
      const { result } = await ask(`suggest-${schema}-response`, `${service}?prefix=${encodeURIComponent(prefix)}&cursor=0`);
      suggested[`${kind} ${prefix}`] = (result ?? []).map((one) => one.id);
    }
  }

  const proposal = manifest.extend.propose_properties;
  const proposed = await ask("", `${proposal.service_url}${proposal.service_path}?type=Event&limit=50`);
  const extend = JSON.stringify({
    ids: [...posted.q0.result, ...posted.q1.result].map((one) => one.id)
      .concat("event/gsomia-signed", "op-ed/botto-2019-gsomia", "actor/nobody"),
    properties: proposed.properties.filter(({ id }) => id !== "rdfs:label").map(({ id }) => ({ id }))
      .concat({ id: "schema:author" }, { id: "rdfs:label", settings: { language: "ko", limit: "1" } },
        { id: "governmentOf", settings: { content: "name" } }, { id: "noSuchProperty" }),
  });
  const extended = await ask("data-extension-response", endpoint, { extend });

  const id = encodeURIComponent(posted.q0.result[0].id);
  const preview = await fetch(manifest.preview.url.replace("{{id}}", id));
  const view = await fetch(manifest.view.url.replace("{{id}}", id), { redirect: "manual" });

  console.log(JSON.stringify({
    faults,
    checked: Object.keys(checked).sort(),
    same: JSON.stringify(posted) === JSON.stringify(got),
    found: Object.fromEntries(Object.entries(posted).map(([name, { result, error }]) =>
      [name, error ?? result.map((one) => one.id)])),
    suggested,
    proposed: proposed.properties.map((one) => one.id),
    extended,
    preview: { status: preview.status, policy: preview.headers.get("content-security-policy"), text: await preview.text() },
    view: { status: view.status, location: view.headers.get("location") },
  }, null, 2));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
