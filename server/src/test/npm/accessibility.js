// Opens pages in Chromium, in light and dark and at two widths, and prints what axe-core and a
// measuring of the width find, as one JSON object. Usage:
//   node accessibility.js CHROMIUM URL… [--screenshots FOLDER]
const path = require("path");
const { axe, inBrowser } = require("./browser");

const [chromium, ...rest] = process.argv.slice(2);
const mark = rest.indexOf("--screenshots");
const urls = mark < 0 ? rest : rest.slice(0, mark);
const folder = mark < 0 ? null : rest[mark + 1];

async function look(page, url, width, scheme) {
  const found = [];
  const where = `${decodeURIComponent(new URL(url).pathname + new URL(url).search)} at ${width} px, ${scheme}`;
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  // What is folded is for reading too.
  await page.$$eval("details", (all) => all.forEach((one) => { one.open = true; }));
  const [scroll, inner] = await page.evaluate(() => [
    document.documentElement.scrollWidth, window.innerWidth]);
  if (scroll > inner) {
    found.push(`${where}: ${scroll} px wide`);
  }
  // In the dark only the colours are others.
  const { violations } = await page.evaluate(
    (rules) => window.axe.run(rules ? { runOnly: { type: "rule", values: rules } } : {}),
    scheme === "dark" ? ["color-contrast"] : null);
  for (const fault of violations.filter((it) => ["serious", "critical"].includes(it.impact))) {
    found.push(`${where}: ${fault.id}, ${fault.help}: ${fault.nodes.map((it) => it.target.join(" ")).slice(0, 3).join("; ")}`);
  }
  if (folder) {
    const name = where.replace(/[^a-z0-9]+/gi, "-").slice(0, 90);
    await page.$$eval("details", (all) => all.forEach((one) => { one.open = false; }));
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
  }
  return found;
}

async function main(browser) {
  const page = await browser.newPage();
  const faults = [];
  let looks = 0;
  page.on("request", (request) => {
    if (!/^(data:|blob:)/.test(request.url()) && new URL(request.url()).host !== new URL(urls[0]).host) {
      faults.push(`${page.url()} asks ${request.url()}`);
    }
  });
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // Chromium notes by itself that a page came with 400, as wrong values have it.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) {
      faults.push(`${page.url()}: ${message.text()}`);
    }
  });
  for (const url of urls) {
    for (const width of [1280, 390]) {
      await page.setViewport({ width, height: 900 });
      await page.goto(url, { waitUntil: "load" });
      // Past the policy that forbids scripts: this one comes by the debugger, not by the page.
      await page.evaluate(axe);
      for (const scheme of ["light", "dark"]) {
        faults.push(...await look(page, url, width, scheme));
        looks++;
      }
    }
  }
  console.log(JSON.stringify({ looks, faults }, null, 2));
}

inBrowser(chromium, main).catch((error) => {
  console.error(error);
  process.exit(1);
});
