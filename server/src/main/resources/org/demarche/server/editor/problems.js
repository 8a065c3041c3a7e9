// Tells what went wrong: in the place of the result, and at its place in the query.

const HEADINGS = {
  403: "Refused",
  413: "The query is too long",
  429: "The server is busy",
  502: "Another server failed",
  503: "Not answered",
};

/**
 * Makes what tells of problems.
 *
 * @param editor in which places are marked
 * @param {Element} result where it is told
 */
export function problems(editor, result) {
  let marks = [];

  /** Tells of an answer that is none: a problem by RFC 9457, or any text. */
  function fail(response, body) {
    let problem;
    try {
      problem = JSON.parse(body);
    } catch {
      problem = { title: `Error ${response.status}`, detail: body };
    }
    const seconds = Number(response.headers.get("Retry-After"));
    const again = seconds > 0 ? ` Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.` : "";
    complain(problem.line > 0 ? "The query has an error"
      : HEADINGS[response.status] || problem.title, (problem.detail || "") + again);
    if (problem.line > 0) {
      mark(problem.line - 1, Math.max(0, (problem.column || 1) - 1), problem.detail);
    }
  }

  function complain(title, detail) {
    const alert = document.createElement("div");
    alert.setAttribute("role", "alert");
    const heading = document.createElement("h2");
    heading.textContent = title;
    const text = document.createElement("p");
    text.className = "detail";
    text.textContent = detail;
    alert.append(heading, text);
    result.replaceChildren(alert);
  }

  /** Marks line and token, puts the cursor there, and says it to whoever reads the line. */
  function mark(line, column, message) {
    const last = Math.min(line, editor.lastLine());
    const written = editor.getLine(last);
    let start = Math.min(column, written.length);
    if (!/\S/.test(written.charAt(start))) {
      // What the parser met too early was the end of the word before.
      start = written.slice(0, start).trimEnd().length;
    }
    start -= written.slice(0, start).match(/[\p{L}\p{N}_?$:-]*$/u)[0].length;
    const from = { line: last, ch: start };
    const to = { line: last, ch: start + Math.max(1, written.slice(start).match(/^[\p{L}\p{N}_?$:-]*/u)[0].length) };
    const sign = document.createElement("span");
    sign.className = "sign";
    sign.textContent = "✗";
    sign.title = message;
    editor.setGutterMarker(last, "gutterErrorBar", sign);
    const handle = editor.addLineClass(last, "wrap", "wrong-line");
    const text = editor.markText(from, to, { className: "wrong", title: message });
    marks = [() => text.clear(), () => editor.removeLineClass(handle, "wrap", "wrong-line"),
      () => editor.clearGutter("gutterErrorBar")];
    editor.setCursor(from);
    editor.scrollIntoView(from, 60);
    editor.focus();
  }

  function unmark() {
    marks.forEach((clear) => clear());
    marks = [];
  }

  return { fail, complain, unmark };
}
