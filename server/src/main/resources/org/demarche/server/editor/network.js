// Draws things and what relates them: a graph's triples, or the rows that name two things each.
// Nodes push each other away and edges pull; where they begin is fixed, so that the same rows give
// the same drawing.

const MOST = 60;
const STEPS = 300;
const APART = 46;
const SVG = "http://www.w3.org/2000/svg";
const PAIRS = [["subject", "object"], ["holder", "against"], ["holder", "addressee"], ["by", "of"],
  ["by", "against"], ["from", "to"], ["cause", "effect"]];

/**
 * Draws the network, or says what it takes.
 *
 * @param {Element} place
 * @param answer columns and rows
 * @param names of terms in short
 * @param {Map} labels of things by IRI, for rows that bring none
 * @param made makes elements
 */
export function network(place, { columns, rows }, names, labels, made) {
  const things = columns.filter((column) => rows.some((row) => isThing(row[column])));
  const pair = PAIRS.find((ends) => ends.every((it) => things.includes(it)))
    || things.filter((it) => it !== "predicate" && it !== "relation").slice(0, 2);
  const { nodes, edges, left } = pair.length < 2 ? { nodes: [] } : collect(columns, rows, pair, names, labels);
  if (!nodes.length) {
    place.append(made("p", "No network suits these rows. It takes two columns of things, or a graph whose triples lead from thing to thing."));
    return;
  }
  lay(nodes, edges);
  nodes.forEach((node) => { node.half = width(cut(node.label)) / 2 + 8; });
  part(nodes);
  const scroll = made("div", "", "scroll wide");
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", "Network");
  scroll.append(drawing(nodes, edges));
  place.append(scroll);
  if (left) {
    place.append(made("p", `The ${MOST} things with the most edges are drawn; ${left} are left out.`));
  }
}

function isThing(it) {
  return it && it.type !== "literal";
}

function collect(columns, rows, [from, to], names, labels) {
  const relation = ["relation", "predicate"].find((it) => columns.includes(it));
  const nodes = new Map();
  const edges = new Map();
  const node = (it, given) => {
    const name = names.name(it);
    if (!nodes.has(name)) {
      const known = labels.get(it.value);
      nodes.set(name, {
        name,
        label: given?.value || known?.text || name.replace(/^id:/, ""),
        language: given ? given["xml:lang"] : known?.language,
        link: names.link(it),
        degree: 0,
      });
    }
    return nodes.get(name);
  };
  for (const row of rows) {
    if (!isThing(row[from]) || !isThing(row[to])) {
      continue;
    }
    const [one, other] = [node(row[from], row[`${from}Label`]), node(row[to], row[`${to}Label`])];
    one.degree++;
    other.degree++;
    const key = `${one.name} ${other.name}`;
    const edge = edges.get(key) || { one, other, relations: new Set(), weight: 0 };
    edge.weight++;
    if (relation && row[relation]) {
      edge.relations.add(names.name(row[relation]).replace(/^dem:/, ""));
    }
    edges.set(key, edge);
  }
  const kept = [...nodes.values()].sort((one, other) => other.degree - one.degree).slice(0, MOST);
  return {
    nodes: kept,
    edges: [...edges.values()].filter(({ one, other }) => kept.includes(one) && kept.includes(other)),
    left: nodes.size - kept.length,
  };
}

/** After Fruchterman and Reingold: what pulls and pushes weakens with time. */
function lay(nodes, edges) {
  const side = Math.max(500, 150 * Math.sqrt(nodes.length));
  const far = side / Math.sqrt(nodes.length) * 0.8;
  nodes.forEach((node, i) => {
    const angle = i * 2.399963;
    const radius = side / 2 * Math.sqrt((i + 0.5) / nodes.length);
    node.x = side / 2 + radius * Math.cos(angle) * 1.5;
    node.y = side / 2 + radius * Math.sin(angle) * 0.8;
  });
  for (let step = 0; step < STEPS; step++) {
    const heat = far * (1 - step / STEPS);
    nodes.forEach((node) => { node.dx = 0; node.dy = 0; });
    nodes.forEach((one, i) => nodes.slice(i + 1).forEach((other) => {
      // Labels are wide: what lies beside one another is nearer than it seems.
      const [x, y] = [(one.x - other.x) / 1.6, one.y - other.y];
      const distance = Math.max(1, Math.hypot(x, y));
      // Parts that nothing ties together needn't flee one another for ever.
      push(one, other, x, y, distance > 3 * far ? 0 : far * far / distance / distance);
    }));
    edges.forEach(({ one, other }) => {
      const [x, y] = [one.x - other.x, one.y - other.y];
      push(one, other, x, y, -Math.hypot(x, y) / far);
    });
    nodes.forEach((node) => {
      node.dx += (side / 2 - node.x) * 0.15;
      node.dy += (side / 2 - node.y) * 0.4;
      const length = Math.max(0.01, Math.hypot(node.dx, node.dy));
      node.x += node.dx / length * Math.min(length, heat);
      node.y += node.dy / length * Math.min(length, heat);
    });
  }
}

/** Moves boxes up and down that lie on one another. */
function part(nodes) {
  for (let round = 0; round < 50; round++) {
    let moved = false;
    nodes.forEach((one, i) => nodes.slice(i + 1).forEach((other) => {
      const high = APART - Math.abs(one.y - other.y);
      if (high > 0 && Math.abs(one.x - other.x) < one.half + other.half + 10) {
        const way = one.y < other.y ? -1 : 1;
        one.y += way * high / 2;
        other.y -= way * high / 2;
        moved = true;
      }
    }));
    if (!moved) {
      return;
    }
  }
}

function push(one, other, x, y, force) {
  one.dx += x * force;
  one.dy += y * force;
  other.dx -= x * force;
  other.dy -= y * force;
}

function drawing(nodes, edges) {
  const margin = 20;
  const left = Math.min(...nodes.map((node) => node.x - node.half)) - margin;
  const top = Math.min(...nodes.map((node) => node.y)) - 2 * margin;
  const wide = Math.max(...nodes.map((node) => node.x + node.half)) - left + margin;
  const high = Math.max(...nodes.map((node) => node.y)) - top + 2 * margin;
  const svg = add(null, "svg", { class: "picture", role: "group", "aria-label": "Network. The table holds the same.",
    viewBox: `${left} ${top} ${wide} ${high}`, width: Math.round(wide), height: Math.round(high) });
  edges.filter(({ one, other }) => one !== other).forEach((edge) => arrow(svg, edge));
  nodes.forEach((node) => {
    const group = add(svg, node.link ? "a" : "g", node.link ? { href: node.link, class: "node" } : { class: "node" });
    add(group, "title", {}, node.name);
    add(group, "rect", { x: node.x - node.half, y: node.y - 13, width: node.half * 2, height: 26, rx: 5 });
    const text = add(group, "text", { x: node.x, y: node.y + 4, "text-anchor": "middle" }, cut(node.label));
    if (node.language) {
      text.setAttribute("lang", node.language);
    }
  });
  return svg;
}

function arrow(svg, { one, other, relations, weight }) {
  const [x, y] = [other.x - one.x, other.y - one.y];
  // The tip ends at the box, not below it.
  const part = 1 - Math.min(0.5, Math.min(other.half / Math.abs(x || 0.01), 14 / Math.abs(y || 0.01)));
  const [tipX, tipY] = [one.x + x * part, one.y + y * part];
  const angle = Math.atan2(y, x) * 180 / Math.PI;
  const group = add(svg, "g", { class: "edge" });
  const words = [...relations].join(", ");
  add(group, "title", {}, `${one.label} → ${other.label}${words ? `: ${words}` : ""}${weight > 1 ? ` (${weight})` : ""}`);
  add(group, "line", { class: "line", x1: one.x, y1: one.y, x2: tipX, y2: tipY,
    "stroke-width": 1 + Math.min(4, Math.log2(weight)) });
  add(group, "path", { class: "tip", d: "M0 0 L-10 -4 L-10 4 Z",
    transform: `translate(${tipX} ${tipY}) rotate(${angle})` });
  if (words) {
    add(group, "text", { class: "relation", x: one.x + x * 0.5, y: one.y + y * 0.5, "text-anchor": "middle" }, cut(words));
  }
}

function add(parent, name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  if (text !== undefined) {
    element.textContent = text;
  }
  parent?.append(element);
  return element;
}

/** About as wide as it is drawn: Hangul, kana and kanji are twice as wide as letters. */
function width(text) {
  return [...text].reduce((sum, letter) => sum + (/[\u1100-\uffdc]/.test(letter) ? 13 : 7), 0);
}

function cut(text) {
  return text.length > 34 ? `${text.slice(0, 33)}…` : text;
}
