// The editor. The form works without it; this puts YASQE over the text area, runs the query without
// leaving the page, shows where an error is, and keeps the address that of the query.

const LONGEST_LINK = 8000;
const ACCEPT = "application/sparql-results+json, application/n-triples, application/problem+json;q=0.5";
const FORMS = { tables: ["csv", "tsv", "json", "xml"], graphs: ["ttl", "nt", "jsonld", "rdf"] };

const form = document.getElementById("editor");
const result = document.getElementById("result");
const note = document.getElementById("note");
const button = (id) => document.getElementById(id);
const prefixes = JSON.parse(form.dataset.prefixes);
/** What the address asks besides the query, such as default-graph-uri. */
const given = new URLSearchParams(location.search);
const opened = given.has("query");
given.delete("query");
given.delete("format");

const editor = embed();
let request = null;
let told = null;

/** What tells of problems. */
async function problems() {
  told ??= (await import(form.dataset.problems)).problems(editor, result);
  return told;
}

/** Puts YASQE in place of the text area. */
function embed() {
  const area = document.getElementById("query");
  // YASQE's own offers come from other hosts.
  Yasqe.defaults.autocompleters = [];
  const place = document.createElement("div");
  area.before(place);
  const yasqe = new Yasqe(place, {
    value: area.value,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto",
    // YASQE knows SPARQL 1.1 only: the server says what is wrong.
    syntaxErrorCheck: false,
    extraKeys: {
      Tab: false,
      "Shift-Tab": false,
      Esc: false,
      "Ctrl-S": false,
      "Ctrl-Space": () => complete(),
      "Ctrl-Enter": () => run(),
      "Cmd-Enter": () => run(),
    },
  });
  const field = yasqe.getInputField();
  field.id = "query-field";
  field.setAttribute("aria-describedby", "keys");
  form.querySelector("label[for=query]").htmlFor = field.id;
  area.remove();
  document.querySelectorAll(".unscripted").forEach((element) => element.remove());
  document.querySelectorAll(".scripted").forEach((element) => { element.hidden = element.id === "stop"; });
  yasqe.refresh();
  return yasqe;
}

// --- Terms

let listed = null;

/** What queries can be about, fetched when it is first needed. */
async function terms() {
  listed ??= fetch(form.dataset.terms, { headers: { Accept: "application/json" } }).then((response) => {
    if (!response.ok) {
      throw new Error("The terms can't be had now.");
    }
    return response.json();
  });
  try {
    return (await listed).terms;
  } catch (failed) {
    listed = null;
    throw failed;
  }
}

/** The names of terms by IRI, in the reader's language or in English. */
async function labels() {
  const language = navigator.language.replace(/-.*/, "");
  const all = await terms().catch(() => []);
  return new Map(all.filter((term) => term.labels.length).map((term) => [term.iri,
    [language, "en"].map((wanted) => term.labels.find((label) => label.language === wanted))
      .find(Boolean) || term.labels[0]]));
}

button("complete").addEventListener("click", () => {
  editor.focus();
  complete();
});

let hint = null;

async function complete() {
  const completion = await import(form.dataset.completion);
  try {
    hint ??= completion.completer(await terms(), prefixes);
    editor.showHint({ hint, completeSingle: false, closeCharacters: /[\s(){}\[\];,>]/, container: form });
  } catch (failed) {
    say(failed.message);
  }
}

editor.on("inputRead", async (_, change) => {
  told?.unmark();
  const completion = await import(form.dataset.completion);
  if (change.text[0] === ":") {
    const { line, ch } = editor.getCursor();
    const typed = editor.getLine(line).slice(0, ch).match(/(^|[\s({|/^;,])([\w-]+:)$/);
    if (typed && !/\bprefix\s+[\w-]+:$/i.test(editor.getLine(line).slice(0, ch))) {
      completion.declare(editor, typed[2], prefixes);
    }
  }
  if (!editor.state.completionActive && completion.isTerm(editor)) {
    complete();
  }
});

// --- Running

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
button("stop").addEventListener("click", () => request?.abort());

async function run() {
  request?.abort();
  const mine = new AbortController();
  request = mine;
  told?.unmark();
  say("Running …");
  button("stop").hidden = false;
  const start = performance.now();
  const link = address();
  // One that is too long to be passed on would not survive.
  history.replaceState(null, "", fits(link) ? link : "/sparql");
  try {
    const response = await ask(link, mine.signal);
    const body = await response.text();
    if (mine !== request) {
      return;
    }
    if (response.ok) {
      await show(response.headers.get("Content-Type") || "", body, (performance.now() - start) / 1000);
    } else {
      say("");
      (await problems()).fail(response, body);
    }
  } catch (failed) {
    if (mine === request) {
      const stopped = failed.name === "AbortError";
      say("");
      (await problems()).complain(stopped ? "Stopped" : "No answer",
        stopped ? "The query was stopped." : "The server didn't answer, or broke off. The query may be right.");
    }
  } finally {
    if (mine === request) {
      request = null;
      button("stop").hidden = true;
    }
  }
}

/** Long queries go in the body of a POST. */
function ask(link, signal) {
  const headers = { Accept: ACCEPT };
  return fits(link) ? fetch(link, { headers, signal })
    : fetch("/sparql", { method: "POST", headers, signal, body: parameters() });
}

function parameters(more = {}) {
  const all = new URLSearchParams(given);
  all.set("query", editor.getValue());
  Object.entries(more).forEach(([name, value]) => all.set(name, value));
  return all;
}

function address(more) {
  return `/sparql?${parameters(more)}`;
}

function fits(link) {
  return link.length <= LONGEST_LINK;
}

// --- Results

async function show(type, body, seconds) {
  const results = await import(form.dataset.results);
  const names = results.naming(prefixes, form.dataset.base);
  const answer = results.read(type, body);
  const rows = answer.rows.length;
  const what = answer.graph ? (rows === 1 ? "triple" : "triples") : (rows === 1 ? "row" : "rows");
  say(answer.truth === undefined ? `${rows} ${what} in ${seconds.toFixed(2)} s` : `Answered in ${seconds.toFixed(2)} s`);
  const place = results.made("div", "", "view");
  const views = {
    Table: () => results.table(place, answer, names),
    Picture: async () => (await import(form.dataset.picture)).picture(place, answer, names, results.made),
    Network: async () => (await import(form.dataset.network)).network(place, answer, names, await labels(), results.made),
    Answer: () => results.raw(place, answer),
  };
  const bar = results.made("div", "", "views");
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Show the result as");
  const select = (name) => {
    bar.querySelectorAll("button").forEach((it) =>
      it.setAttribute("aria-pressed", String(it.textContent === name)));
    place.replaceChildren();
    view = name;
    return views[name]();
  };
  for (const name of Object.keys(views)) {
    const choice = results.made("button", name, "quiet");
    choice.type = "button";
    choice.addEventListener("click", () => select(name));
    bar.append(choice);
  }
  for (const format of FORMS[answer.graph ? "graphs" : "tables"]) {
    if (fits(address({ format }))) {
      const link = results.made("a", format.toUpperCase());
      link.href = address({ format });
      bar.append(link);
    }
  }
  result.replaceChildren(bar, place);
  await select(view);
}

let view = "Table";

function say(text) {
  note.textContent = text;
}

// --- Links and examples

button("copy").addEventListener("click", async () => {
  const link = location.origin + address();
  if (!fits(link)) {
    say(`This query is too long for a link: ${link.length} characters, where ${LONGEST_LINK} work everywhere.`);
    return;
  }
  history.replaceState(null, "", link);
  try {
    await navigator.clipboard.writeText(link);
    say("The link is copied.");
  } catch {
    say("The link stands in the address bar.");
  }
});

document.getElementById("examples").addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-text]");
  // With a key held, the browser opens the page of the example elsewhere.
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  const response = await fetch(link.dataset.text);
  if (!response.ok) {
    say("The example can't be had now.");
    return;
  }
  // Undone as any change is: what stood there before is not lost.
  editor.setValue(`# ${link.textContent}\n${await response.text()}`);
  document.getElementById("examples").open = false;
  editor.focus();
  run();
});

if (opened) {
  run();
}
