// A Chromium with a profile of its own, for as long as some work in it takes, and what is wrong with
// the pages in it.
const fs = require("fs");
const os = require("os");
const path = require("path");
const axe = fs.readFileSync(require.resolve("axe-core"), "utf8");
const puppeteer = require("puppeteer-core");

async function inBrowser(chromium, work, ...moreArguments) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "chromium-"));
  const browser = await puppeteer.launch({
    executablePath: chromium,
    userDataDir: profile,
    args: [...moreArguments, "--no-sandbox", "--disable-gpu", "--no-first-run",
      "--disable-background-networking", "--disable-sync", "--disable-dev-shm-usage"],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
}

/** Shows a page at two widths, and at each in light and dark. */
async function* views(page) {
  for (const width of [1280, 390]) {
    await page.setViewport({ width, height: 900 });
    for (const scheme of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      yield { name: `${width} px, ${scheme}`, scheme };
    }
  }
}

/** Whether a page is wider than its window, as no line or one. */
async function tooWide(page) {
  const [scroll, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  return scroll > inner ? [`${scroll} px wide`] : [];
}

/** What axe-core calls serious or critical in a page, as lines; in the dark only the colours are others. */
async function violations(page, scheme) {
  if (!await page.evaluate(() => "axe" in window)) {
    // Past the policy that forbids scripts: this one comes by the debugger, not by the page.
    await page.evaluate(axe);
  }
  const { violations: found } = await page.evaluate((rules) => window.axe.run({ resultTypes: ["violations"], ...rules }),
    scheme === "dark" ? { runOnly: { type: "rule", values: ["color-contrast"] } } : {});
  return found.filter((it) => ["serious", "critical"].includes(it.impact)).map((it) =>
    `${it.id}, ${it.help}: ${it.nodes.map((node) => node.target.join(" ")).slice(0, 3).join("; ")}`);
}

module.exports = { inBrowser, tooWide, views, violations };
