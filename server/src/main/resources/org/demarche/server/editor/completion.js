// Offers terms for what is being typed: a part of a name in any language, of a prefixed name, or of
// an IRI. Variables and prefixes too.

const MOST = 50;
const KINDS = ["class", "property", "code"];
const WORD = /[\p{L}\p{M}\p{N}_:/\\.-]*$/u;
const PLAIN = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u;
const PATH = /^[\p{L}_][\p{L}\p{M}\p{N}_/-]*$/u;

/**
 * Makes a function that CodeMirror asks for hints.
 *
 * @param {Array} terms as the server lists them
 * @param {Object<string, string>} prefixes that may be used, with their namespaces
 */
export function completer(terms, prefixes) {
  const known = terms.map((term) => ({
    ...term,
    name: short(term.iri, prefixes),
    words: term.labels.map((label) => label.text.toLowerCase()),
  }));
  return (editor) => {
    // The list is made when the hints are known, and has no name of its own.
    queueMicrotask(() => document.querySelector(".CodeMirror-hints")?.setAttribute("aria-label", "Terms"));
    return hints(editor, known, prefixes);
  };
}

/** Whether what was just typed can hardly be anything but a term, so that offers are no bother. */
export function isTerm(editor) {
  const typed = before(editor);
  return !inText(editor) && (/[\p{L}]:[^:]*$/u.test(typed) && !typed.startsWith("_:")
    || /[^\x00-\x7f]/.test(typed));
}

function before(editor) {
  const { line, ch } = editor.getCursor();
  return editor.getLine(line).slice(0, ch).match(WORD)[0];
}

/** Comments and strings are left alone; a bare word in Korean is an error to the tokenizer, no text. */
function inText(editor) {
  return /comment|string(?!-2)/.test(editor.getTokenTypeAt(editor.getCursor()) || "");
}

function hints(editor, terms, prefixes) {
  const { line, ch } = editor.getCursor();
  const text = editor.getLine(line);
  const until = text.slice(0, ch);
  const at = (start, list, end = ch) => ({
    list, from: { line, ch: start }, to: { line, ch: end },
  });
  const variable = until.match(/[?$]([\p{L}\p{N}_]*)$/u);
  if (variable) {
    return at(ch - variable[0].length, variables(editor.getValue(), variable[0]));
  }
  const iri = until.match(/<([^<>\s]*)$/);
  if (iri) {
    const found = best(terms, iri[1], (term, typed) => term.iri.toLowerCase().includes(typed) ? 1 : 0);
    const rest = text.slice(ch).match(/^[^<>\s]*>/);
    return at(ch - iri[0].length, found.map((term) => offer(term, `<${term.iri}>`, prefixes)),
      ch + (rest ? rest[0].length : 0));
  }
  if (inText(editor)) {
    return at(ch, []);
  }
  const typed = until.match(WORD)[0];
  const wantsClass = /\ba\s+$/.test(until.slice(0, ch - typed.length));
  const found = best(terms, typed, rate, wantsClass)
    .map((term) => offer(term, written(term, prefixes, typed.includes(":")), prefixes, typed));
  return at(ch - typed.length, [...namespaces(typed, prefixes), ...found].slice(0, MOST));
}

function variables(query, typed) {
  const all = new Set(query.match(/[?$][\p{L}_][\p{L}\p{N}_]*/gu) || []);
  return [...all].filter((name) => name.startsWith(typed) && name !== typed).sort()
    .map((name) => ({ text: name }));
}

function namespaces(typed, prefixes) {
  return !typed || typed.includes(":") ? [] : Object.keys(prefixes)
    .filter((prefix) => prefix.startsWith(typed))
    .map((prefix) => ({
      text: `${prefix}:`,
      render: (element) => show(element, `${prefix}:`, "prefix", []),
      hint: (editor, data) => insert(editor, data, `${prefix}:`, prefixes),
    }));
}

function best(terms, typed, rating, wantsClass = false) {
  const wanted = typed.toLowerCase().replaceAll("\\", "");
  return terms
    .map((term) => ({ term, points: rating(term, wanted) + (wantsClass && term.kind === "class" ? 10 : 0) }))
    .filter(({ term, points }) => points > 0 && rating(term, wanted) > 0)
    .sort((one, other) => other.points - one.points
      || rank(one.term) - rank(other.term) || one.term.name.length - other.term.name.length
      || (one.term.name < other.term.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ term }) => term);
}

function rank(term) {
  const place = KINDS.indexOf(term.kind);
  return place < 0 ? KINDS.length : place;
}

/** The whole name counts most, then its beginning, then the beginning of a word, then any part. */
function rate(term, typed) {
  if (!typed) {
    return 1;
  }
  const name = term.name.toLowerCase();
  const colon = typed.indexOf(":");
  if (colon >= 0) {
    const rest = typed.slice(colon + 1);
    if (name.startsWith(typed)) {
      return 5;
    }
    return name.startsWith(typed.slice(0, colon + 1)) && rest ? among([name, ...term.words], rest) : 0;
  }
  return among([name.replace(/^.*[:/]/, ""), ...term.words], typed);
}

function among(names, typed) {
  return Math.max(...names.map((name) => {
    const place = name.indexOf(typed);
    if (place < 0) {
      return 0;
    }
    return name === typed ? 4 : place === 0 ? 3 : /[\s/:-]/.test(name[place - 1]) ? 2 : 1;
  }));
}

function short(iri, prefixes) {
  const found = Object.entries(prefixes).find(([, namespace]) => iri.startsWith(namespace));
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
}

/**
 * As SPARQL can read it: in a prefixed name a slash stands behind a backslash (SPARQL 1.1, section
 * 19.8, PN_LOCAL_ESC). Few know that, so the whole IRI is written unless a prefix was begun.
 */
function written(term, prefixes, begun) {
  const [prefix, ...rest] = term.name.split(":");
  const local = rest.join(":");
  return !(prefix in prefixes) || !(begun ? PATH : PLAIN).test(local) ? `<${term.iri}>`
    : `${prefix}:${local.replaceAll("/", "\\/")}`;
}

function offer(term, text, prefixes, typed = "") {
  const wanted = typed.replace(/^.*:/, "").toLowerCase();
  // The name that was typed is shown, whatever other names there are.
  const meant = ({ text: label }) => wanted !== "" && label.toLowerCase().includes(wanted);
  const labels = [...term.labels.filter(meant), ...term.labels.filter((label) => !meant(label))];
  return {
    text,
    render: (element) => show(element, term.name, term.kind, labels),
    hint: (editor, data) => insert(editor, data, text, prefixes),
  };
}

function show(element, name, kind, labels) {
  const add = (tag, text, language, style) => {
    const part = document.createElement(tag);
    part.textContent = text;
    part.className = style;
    if (language) {
      part.lang = language;
    }
    element.append(part);
  };
  add("code", name, "", "name");
  add("span", kind, "", "kind");
  const seen = new Set();
  for (const { text, language } of labels) {
    if (!seen.has(language) && seen.size < 3) {
      seen.add(language);
      add("span", text, language, "label");
    }
  }
}

function insert(editor, data, text, prefixes) {
  editor.operation(() => {
    editor.replaceRange(text, data.from, data.to, "complete");
    declare(editor, text, prefixes);
  });
}

/** Declares the prefix of a name that was written, unless it is declared. */
export function declare(editor, name, prefixes) {
  const prefix = name.match(/^([\w-]+):/)?.[1];
  if (!prefix || !(prefix in prefixes)
      || new RegExp(`\\bprefix\\s+${prefix}:`, "i").test(editor.getValue())) {
    return;
  }
  editor.replaceRange(`PREFIX ${prefix}: <${prefixes[prefix]}>\n`, { line: 0, ch: 0 }, null, "+prefix");
}
