// Reads what the server answers, and shows it as a table or as it came.

const FIRST = 500;
const BASE_TYPES = ["string", "langString"];
const NUMBER = /#(integer|decimal|double|float|int|long|short|nonNegativeInteger|positiveInteger|gYear)$/;

/**
 * Reads an answer.
 *
 * @param {string} type its media type
 * @param {string} body all of it
 * @return columns and rows; each row maps columns to terms of SPARQL's JSON format
 */
export function read(type, body) {
  if (type.includes("n-triples")) {
    return { graph: true, columns: ["subject", "predicate", "object"], rows: triples(body), body };
  }
  const json = JSON.parse(body);
  return "boolean" in json
    ? { columns: [], rows: [], truth: json.boolean, body }
    : { columns: json.head.vars, rows: json.results.bindings, body };
}

/** N-Triples, as the server writes them: one triple a line. */
function triples(text) {
  return text.split("\n").filter((line) => line.trim()).map((line) => {
    const rest = { text: line };
    return { subject: term(rest), predicate: term(rest), object: term(rest) };
  });
}

/** Takes the first term from a line. */
function term(rest) {
  const take = (pattern) => {
    const found = rest.text.match(pattern);
    if (found) {
      rest.text = rest.text.slice(found[0].length);
    }
    return found;
  };
  take(/^\s+/);
  let found;
  if ((found = take(/^<([^>]*)>/))) {
    return { type: "uri", value: unescaped(found[1]) };
  }
  if ((found = take(/^_:(\S+)/))) {
    return { type: "bnode", value: found[1] };
  }
  if ((found = take(/^"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?/))) {
    return { type: "literal", value: unescaped(found[1]), "xml:lang": found[2], datatype: found[3] };
  }
  if (take(/^<<\(/)) {
    const value = { subject: term(rest), predicate: term(rest), object: term(rest) };
    take(/^\s*\)>>/);
    return { type: "triple", value };
  }
  throw new Error("The answer is not in the form that was asked for.");
}

function unescaped(text) {
  const letters = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/g, (_, four, eight, letter) =>
    letter ? letters[letter] || letter : String.fromCodePoint(parseInt(four || eight, 16)));
}

/**
 * Names and links for terms.
 *
 * @param {Object<string, string>} prefixes with their namespaces
 * @param {string} base what our own IRIs begin with
 */
export function naming(prefixes, base) {
  const byLength = Object.entries(prefixes).sort((one, other) => other[1].length - one[1].length);
  const short = (iri) => {
    const found = byLength.find(([, namespace]) => iri.startsWith(namespace));
    return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
  };
  return {
    /** A term in short. */
    name(it) {
      switch (it.type) {
        case "uri": return short(it.value);
        case "bnode": return `_:${it.value}`;
        case "triple": return `<<( ${["subject", "predicate", "object"]
          .map((part) => this.name(it.value[part])).join(" ")} )>>`;
        default: return it.value;
      }
    },
    /** Where an IRI leads: ours to this server, others to their own place; scripts nowhere. */
    link(it) {
      if (it.type !== "uri") {
        return null;
      }
      return it.value.startsWith(`${base}/`) ? encodeURI(it.value.slice(base.length))
        : /^https?:\/\//.test(it.value) ? it.value : null;
    },
    isNumber: (it) => it?.type === "literal" && NUMBER.test(it.datatype || ""),
  };
}

/** Shows rows as a table, the first ones at once. */
export function table(place, { columns, rows, truth, graph }, names) {
  if (truth !== undefined) {
    place.append(made("p", truth ? "Yes: the pattern is found." : "No: the pattern isn't found.", "truth"));
    return;
  }
  if (!rows.length) {
    place.append(made("p", "Nothing fits this query."));
    return;
  }
  const scroll = made("div", "", "scroll wide");
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", "Table");
  const table = made("table");
  table.append(made("caption", graph ? "Triples" : "Rows", "hidden"));
  const head = made("tr");
  const numeric = columns.map((column) => rows.every((row) => !row[column] || names.isNumber(row[column]))
    && rows.some((row) => row[column]));
  columns.forEach((column, i) => {
    const cell = made("th", column, numeric[i] ? "number" : "");
    cell.scope = "col";
    head.append(cell);
  });
  const header = made("thead");
  header.append(head);
  const body = made("tbody");
  table.append(header, body);
  scroll.append(table);
  place.append(scroll);
  let shown = 0;
  const more = made("button", "", "quiet");
  more.type = "button";
  const add = () => {
    const part = document.createDocumentFragment();
    for (const row of rows.slice(shown, shown + FIRST)) {
      const line = made("tr");
      columns.forEach((column, i) => line.append(cell(row[column], numeric[i], names)));
      part.append(line);
    }
    body.append(part);
    shown = Math.min(shown + FIRST, rows.length);
    more.hidden = shown === rows.length;
    more.textContent = `Show more (${shown} of ${rows.length} stand here)`;
  };
  more.addEventListener("click", add);
  add();
  place.append(more);
}

function cell(it, number, names) {
  const place = made("td", "", number ? "number" : "");
  if (!it) {
    return place;
  }
  const link = names.link(it);
  const part = made(link ? "a" : "span", names.name(it));
  if (link) {
    part.href = link;
    part.title = it.value;
  } else if (it["xml:lang"]) {
    part.lang = it["xml:lang"];
  }
  place.append(part);
  const kind = it["xml:lang"] ? `@${it["xml:lang"]}`
    : it.datatype && !number && !BASE_TYPES.some((type) => it.datatype.endsWith(`#${type}`))
      ? names.name({ type: "uri", value: it.datatype }) : "";
  if (kind) {
    place.append(" ", made("small", kind));
  }
  return place;
}

/** Shows an answer as it came. */
export function raw(place, { body }) {
  const text = made("pre", "");
  text.tabIndex = 0;
  text.setAttribute("role", "region");
  text.setAttribute("aria-label", "Answer");
  const most = 200_000;
  text.append(made("code", body.slice(0, most)));
  place.append(text);
  if (body.length > most) {
    place.append(made("p", `The first ${most} of ${body.length} characters stand here; a link above fetches all.`));
  }
}

/** An element with a text, and classes for the style sheet. */
export function made(tag, text = "", style = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  if (style) {
    element.className = style;
  }
  return element;
}
