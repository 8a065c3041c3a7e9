// Works in the editor as people do, in Chromium, and prints what it saw as one JSON object. Usage:
//   node editor.js CHROMIUM SERVER [--screenshots FOLDER]
const path = require("path");
const { inBrowser, tooWide, views, violations } = require("./browser");

const [chromium, server, , folder] = process.argv.slice(2);
const seen = { console: [], elsewhere: [], faults: [], looks: 0 };

const value = (page) => page.evaluate(() => document.querySelector(".CodeMirror").CodeMirror.getValue());
const texts = (page, selector) => page.$$eval(selector, (all) => all.map((one) => one.innerText.trim()));

async function write(page, text, line, ch) {
  await page.evaluate((content, row, column) => {
    const editor = document.querySelector(".CodeMirror").CodeMirror;
    editor.setValue(content);
    editor.setCursor({ line: row, ch: column });
    editor.focus();
  }, text, line, ch);
}

async function press(page, ...keys) {
  for (const key of keys.slice(0, -1)) {
    await page.keyboard.down(key);
  }
  await page.keyboard.press(keys.at(-1));
  for (const key of keys.slice(0, -1)) {
    await page.keyboard.up(key);
  }
}

/** Waits until the result of a new run stands there. */
async function settled(page, action) {
  await page.$eval("#result", (element) => element.replaceChildren());
  await action();
  await page.waitForSelector("#result > *", { timeout: 15000 });
  await page.waitForFunction(() => document.getElementById("stop").hidden);
}

async function look(page, state) {
  for await (const { name, scheme } of views(page)) {
    const found = [...await tooWide(page), ...await violations(page, scheme)];
    seen.faults.push(...found.map((it) => `${state} at ${name}: ${it}`));
    seen.looks++;
    if (folder) {
      await page.screenshot({ path: path.join(folder, `${state}, ${name}.png`) });
    }
  }
  await page.setViewport({ width: 1280, height: 900 });
}

async function completion(page) {
  seen.completed = {};
  for (const [typed, before] of [["moon", "?s dem:heldBy "], ["지소미아", "?s ?p "], ["日本", "?s ?p "],
    ["행위자", "?s a "], ["id:actor/ja", "?s ?p "], ["held", "?s "]]) {
    await write(page, `SELECT * {\n  ${before}\n}`, 1, before.length + 2);
    await page.keyboard.type(typed);
    await (typed === "held" ? page.click("#complete") : press(page, "Control", "Space"));
    await page.waitForSelector(".CodeMirror-hints li", { timeout: 10000 });
    if (typed === "moon") {
      await look(page, "offers");
    }
    await page.keyboard.press("Enter");
    seen.completed[typed] = await value(page);
  }
  // A prefix is declared as soon as it is typed, and what is in text or comments is left alone.
  await write(page, "SELECT * {\n  \n}", 1, 2);
  await page.keyboard.type("?x skos:");
  await page.waitForFunction(() => document.querySelector(".CodeMirror").CodeMirror.getValue().startsWith("PREFIX skos:"));
  seen.declared = await value(page);
}

async function running(page) {
  await page.goto(`${server}/sparql`, { waitUntil: "networkidle0" });
  seen.first = await page.evaluate(() => performance.getEntriesByType("resource")
    .reduce((sum, it) => sum + it.transferSize, performance.getEntriesByType("navigation")[0].transferSize));
  await look(page, "fresh");
  await settled(page, () => page.click("#run"));
  seen.rows = (await page.$$("#result tbody tr")).length;
  seen.note = await page.$eval("#note", (element) => element.textContent);
  seen.link = await page.$eval("#result tbody a", (element) => element.getAttribute("href"));
  seen.address = page.url();
  await look(page, "table");

  const again = await page.browser().newPage();
  watch(again);
  await again.goto(seen.address, { waitUntil: "networkidle0" });
  await again.waitForSelector("#result tbody tr");
  seen.reopened = (await value(again)) === (await value(page));
  await again.close();
}

async function example(page) {
  await page.click("#examples summary");
  // The offers for what was typed before are gone soon after the focus.
  await page.waitForFunction(() => !document.querySelector(".CodeMirror-hints"));
  await look(page, "examples");
  await settled(page, () => page.click("#examples a[data-text^='/queries/demands/']"));
  seen.example = await value(page);
  seen.exampleRows = (await page.$$("#result tbody tr")).length;
  await page.evaluate(() => document.querySelector(".CodeMirror").CodeMirror.focus());
  await press(page, "Control", "z");
  seen.undone = await value(page);
}

async function errors(page) {
  await write(page, "SELECT * {\n  ?s ?p ?o .\n  ?s 한글 ?o\n}", 0, 0);
  await settled(page, () => press(page, "Control", "Enter"));
  seen.alert = (await texts(page, "#result [role=alert]"))[0];
  seen.signs = await page.evaluate(() => {
    const editor = document.querySelector(".CodeMirror").CodeMirror;
    const lines = [];
    editor.eachLine((line) => { if (line.gutterMarkers?.gutterErrorBar) { lines.push(editor.getLineNumber(line)); } });
    return lines;
  });
  seen.marked = await texts(page, ".wrong");
  await look(page, "error");
  // SPARQL 1.2 runs, and nothing says that it is wrong.
  await write(page, "SELECT * { BIND(<<( <urn:a> <urn:b> 1 )>> AS ?t) }", 0, 0);
  await settled(page, () => press(page, "Control", "Enter"));
  seen.triple = (await texts(page, "#result tbody td"))[0];
  seen.signsLeft = (await page.$$(".sign, .wrong")).length;
}

async function pictures(page) {
  const show = async (name) => {
    await page.evaluate((text) => [...document.querySelectorAll(".views button")]
      .find((it) => it.textContent === text).click(), name);
    await page.waitForFunction(() => document.querySelector(".view").children.length > 0);
    await page.waitForNetworkIdle({ idleTime: 100 });
  };
  await write(page, "PREFIX dem: <https://w3id.org/demarche/ontology#>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
    + "SELECT ?holder (COUNT(?s) AS ?statements) { ?s a dem:Statement ; dem:heldBy ?holder } GROUP BY ?holder ORDER BY DESC(?statements)", 0, 0);
  await settled(page, () => page.click("#run"));
  await show("Picture");
  seen.bars = (await page.$$(".view svg rect.mark")).length;
  await look(page, "bars");
  await write(page, "SELECT * (1 AS ?n) {}".replace("* ", ""), 0, 0);
  await settled(page, () => page.click("#run"));
  seen.noPicture = (await texts(page, ".view p"))[0];
  await write(page, "PREFIX dem: <https://w3id.org/demarche/ontology#>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
    + "SELECT ?label ?begin ?end { ?event a dem:Event ; rdfs:label ?label ; dem:earliestBegin ?begin ; dem:latestEnd ?end FILTER(lang(?label) = 'en') }", 0, 0);
  await settled(page, () => page.click("#run"));
  seen.timeline = (await page.$$(".view svg .mark")).length;
  await look(page, "timeline");
  await write(page, "PREFIX dem: <https://w3id.org/demarche/ontology#>\nCONSTRUCT { ?one dem:member ?other } { ?one a dem:Actor ; dem:member ?other . ?other a dem:Actor }", 0, 0);
  await settled(page, () => page.click("#run"));
  await show("Network");
  seen.nodes = (await page.$$(".view svg .node")).length;
  seen.edges = (await page.$$(".view svg .edge")).length;
  await look(page, "network");
  await show("Answer");
  await page.waitForSelector(".view pre");
  seen.raw = (await texts(page, ".view pre"))[0].slice(0, 40);
  await look(page, "answer");
}

async function keyboard(page) {
  await write(page, "ASK {}", 0, 0);
  await page.keyboard.press("Tab");
  seen.afterTab = await page.evaluate(() => document.activeElement.id);
  await write(page, `ASK {} # ${"x".repeat(9000)}`, 0, 0);
  await settled(page, () => page.click("#run"));
  seen.long = { address: page.url(), answer: (await texts(page, "#result"))[0] };
  await page.click("#copy");
  seen.long.note = await page.$eval("#note", (element) => element.textContent);
}

/** A server that is busy, or whose time is up: told by answers put in its place. */
async function busy(page) {
  seen.told = [];
  await page.setRequestInterception(true);
  const answers = [
    { status: 429, headers: { "Retry-After": "5" }, body: { title: "Too Many Requests", detail: "As many queries as this server takes run already." } },
    { status: 503, headers: { "Retry-After": "1" }, body: { title: "Service Unavailable", detail: "The time was up." } },
    null,
  ];
  for (const answer of answers) {
    const put = (request) => !request.url().includes("/sparql?") ? request.continue()
      : answer ? request.respond({ ...answer, contentType: "application/problem+json", body: JSON.stringify(answer.body) })
        : request.abort();
    page.on("request", put);
    await write(page, "ASK {}", 0, 0);
    await settled(page, () => page.click("#run"));
    seen.told.push((await texts(page, "#result [role=alert]"))[0]);
    page.off("request", put);
  }
  await page.setRequestInterception(false);
  // Back from another page, the editor stands there again, and not the answer that it fetched.
  await settled(page, () => page.click("#run"));
  await page.goto(`${server}/queries`);
  await page.goBack({ waitUntil: "networkidle0" });
  await page.waitForSelector(".CodeMirror");
  seen.back = await value(page);
}

async function unscripted(browser) {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(`${server}/sparql?query=${encodeURIComponent("SELECT (1 AS ?one) {}")}`);
  await Promise.all([page.waitForNavigation(), page.click("#run")]);
  seen.unscripted = await page.$eval("body", (body) => body.innerText);
  await page.close();
}

function watch(page) {
  page.on("console", (message) => seen.console.push(`${message.type()}: ${message.text()} ${message.location().url || ""}`));
  page.on("pageerror", (error) => seen.console.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(server) && !request.url().startsWith("data:")) {
      seen.elsewhere.push(request.url());
    }
  });
}

async function main(browser) {
  const page = await browser.newPage();
  watch(page);
  for (const part of [running, completion, example, errors, pictures, keyboard, busy]) {
    await part(page);
  }
  await unscripted(browser);
  console.log(JSON.stringify(seen, null, 2));
}

// Going back loads a page anew, as it does where the browser has forgotten it.
inBrowser(chromium, main, "--disable-features=BackForwardCache").catch((error) => {
  console.error(error, JSON.stringify(seen, null, 2));
  process.exit(1);
});
