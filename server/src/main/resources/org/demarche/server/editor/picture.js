// Draws rows: against time where a column holds dates, as bars where one holds numbers. As the
// server's own pictures, these have their colours from the style sheet of the site.

const MOST = 60;
const WIDE = 900;
const LEFT = 280;
const LINE = 26;
const SVG = "http://www.w3.org/2000/svg";
const BEGINS = ["earliestBegin", "earliest", "begin", "from", "start", "date", "notBefore"];
const ENDS = ["latestEnd", "latest", "end", "to", "until", "notAfter"];

/**
 * Draws what suits the rows, or says that nothing does.
 *
 * @param {Element} place
 * @param answer columns and rows
 * @param names of terms
 * @param made makes elements
 */
export function picture(place, { columns, rows }, names, made) {
  const dates = columns.filter((column) => all(rows, column, (it) => day(it) !== null));
  const numbers = columns.filter((column) => all(rows, column, names.isNumber));
  const titles = columns.filter((column) => !dates.includes(column) && !numbers.includes(column));
  if (!(dates.length || numbers.length) || !titles.length) {
    place.append(made("p", "No picture suits these rows. It takes a column of names, and one of dates or of numbers."));
    return;
  }
  const shown = rows.slice(0, MOST);
  const title = titles.includes("label") ? ["label"] : titles.slice(0, 2);
  const text = (row) => title.filter((it) => row[it]).map((it) => names.name(row[it])).join(", ");
  const drawing = dates.length ? timeline(shown, dates, text) : bars(shown, numbers[0], text);
  const scroll = made("div", "", "scroll");
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", "Picture");
  scroll.append(drawing);
  place.append(scroll);
  if (rows.length > MOST) {
    place.append(made("p", `The first ${MOST} of ${rows.length} rows are drawn.`));
  }
}

function all(rows, column, test) {
  const filled = rows.filter((row) => row[column]);
  return filled.length > 0 && filled.every((row) => test(row[column]));
}

/** Days since 1970; of a year or month its first. */
function day(it) {
  if (it?.type !== "literal" || !/#(date|dateTime|gYear|gYearMonth)$/.test(it.datatype || "")) {
    return null;
  }
  const found = it.value.match(/^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/);
  return found && Date.UTC(Number(found[1]), Number(found[2] || 1) - 1, Number(found[3] || 1)) / 86_400_000;
}

function timeline(rows, dates, text) {
  const first = BEGINS.find((name) => dates.includes(name)) || dates[0];
  const last = ENDS.find((name) => dates.includes(name)) || dates.find((name) => name !== first) || first;
  const items = rows
    .map((row) => ({ row, begin: day(row[first]) ?? day(row[last]), end: day(row[last]) ?? day(row[first]) }))
    .filter((item) => item.begin !== null)
    .sort((one, other) => one.begin - other.begin || one.end - other.end);
  const low = Math.min(...items.map((item) => item.begin));
  const high = Math.max(...items.map((item) => item.end), low + 1);
  const x = (days) => LEFT + (days - low) / (high - low) * (WIDE - LEFT - 20);
  const svg = begin(items.length, "Timeline");
  for (const [days, name] of ticks(low, high)) {
    add(svg, "line", { class: "grid", x1: x(days), x2: x(days), y1: 20, y2: LINE * (items.length + 1) });
    add(svg, "text", { class: "tick", x: x(days), y: 14, "text-anchor": "middle" }, name);
  }
  items.forEach((item, i) => {
    const top = LINE * (i + 1);
    const when = [...new Set([item.row[first], item.row[last]].filter(Boolean).map((it) => it.value))].join(" to ");
    const group = add(svg, "g", {});
    add(group, "title", {}, `${text(item.row)}: ${when}`);
    add(group, "text", { x: 0, y: top + 16 }, cut(text(item.row)));
    if (item.end > item.begin) {
      add(group, "rect", { class: "mark", x: x(item.begin), y: top + 5, height: 14, rx: 2,
        width: Math.max(3, x(item.end) - x(item.begin)) });
    } else {
      add(group, "circle", { class: "mark", cx: x(item.begin), cy: top + 12, r: 6 });
    }
  });
  return svg;
}

/** Round years, or months within a short time; about nine. */
function ticks(low, high) {
  const date = (days) => new Date(days * 86_400_000);
  const months = high - low < 900;
  const unit = months ? 30.4 : 365.25;
  const steps = months ? [1, 2, 3, 6] : [1, 2, 5, 10, 20, 50, 100, 200, 500];
  const each = steps.find((step) => (high - low) / unit / step < 10) || 1000;
  const start = months ? 0 : Math.floor(date(low).getUTCFullYear() / each) * each;
  const found = [];
  for (let i = 0; i < 40; i++) {
    const next = months
      ? Date.UTC(date(low).getUTCFullYear(), i * each, 1) / 86_400_000
      : Date.UTC(start + i * each, 0, 1) / 86_400_000;
    if (next >= low && next <= high) {
      found.push([next, date(next).toISOString().slice(0, months ? 7 : 4)]);
    }
  }
  return found;
}

function bars(rows, column, text) {
  const value = (row) => Number(row[column]?.value || 0);
  const most = Math.max(...rows.map(value), 0);
  const least = Math.min(...rows.map(value), 0);
  const x = (number) => LEFT + (number - least) / (most - least || 1) * (WIDE - LEFT - 80);
  const svg = begin(rows.length, `Bars: ${column}`);
  rows.forEach((row, i) => {
    const top = LINE * (i + 1);
    const [from, to] = [x(Math.min(0, value(row))), x(Math.max(0, value(row)))];
    const group = add(svg, "g", {});
    add(group, "title", {}, `${text(row)}: ${row[column]?.value ?? ""}`);
    add(group, "text", { x: 0, y: top + 16 }, cut(text(row)));
    add(group, "rect", { class: "mark", x: from, y: top + 4, width: Math.max(1, to - from), height: 16, rx: 2 });
    add(group, "text", { class: "figure", x: to + 6, y: top + 16 }, row[column]?.value ?? "");
  });
  add(svg, "text", { class: "tick", x: LEFT, y: 14 }, column);
  return svg;
}

function begin(lines, label) {
  const svg = document.createElementNS(SVG, "svg");
  const high = LINE * (lines + 1) + 10;
  Object.entries({ class: "picture", role: "img", "aria-label": `${label}. The table holds the same.`,
    viewBox: `0 0 ${WIDE} ${high}`, width: WIDE, height: high })
    .forEach(([name, value]) => svg.setAttribute(name, value));
  return svg;
}

function add(parent, name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  if (text !== undefined) {
    element.textContent = text;
  }
  parent.append(element);
  return element;
}

/** Fits beside the drawing; Hangul, kana and kanji are twice as wide. */
function cut(text) {
  let wide = 0;
  let end = 0;
  for (const letter of text) {
    wide += /[\u1100-\uffdc]/.test(letter) ? 2 : 1;
    if (wide > 34) {
      return `${text.slice(0, end)}…`;
    }
    end += letter.length;
  }
  return text;
}
