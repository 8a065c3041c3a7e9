// Opens pages in Chromium, in light and dark and at two widths, and prints what axe-core and a
// measuring of the width find, as one JSON object. Usage:
//   node accessibility.js CHROMIUM URL… [--screenshots FOLDER]
const path = require("path");
const { inBrowser, tooWide, views, violations } = require("./browser");

const [chromium, ...rest] = process.argv.slice(2);
const mark = rest.indexOf("--screenshots");
const urls = mark < 0 ? rest : rest.slice(0, mark);
const folder = mark < 0 ? null : rest[mark + 1];

/** Opens what is folded, which is for reading too. */
const unfold = (page) => page.$$eval("details", (all) => all.forEach((one) => { one.open = true; }));

/** Of what repeats leaves the first ones, as axe-core takes seconds for thousands of elements. */
const shorten = (page) => page.$$eval("main :is(tr, li, dt, dd):nth-child(n+9), main .term:nth-child(n+4)",
  (all) => all.forEach((one) => one.remove()));

async function main(browser) {
  const page = await browser.newPage();
  const found = [];
  let looks = 0;
  page.on("request", (request) => {
    if (!/^(data:|blob:)/.test(request.url()) && new URL(request.url()).host !== new URL(urls[0]).host) {
      found.push(`${page.url()} asks ${request.url()}`);
    }
  });
  page.on("pageerror", (error) => found.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // Chromium notes by itself that a page came with 400, as wrong values have it.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) {
      found.push(`${page.url()}: ${message.text()}`);
    }
  });
  for (const url of urls) {
    const state = decodeURIComponent(new URL(url).pathname + new URL(url).search);
    await page.goto(url, { waitUntil: "load" });
    await unfold(page);
    for await (const { name } of views(page)) {
      found.push(...(await tooWide(page)).map((it) => `${state} at ${name}: ${it}`));
      if (folder) {
        const file = `${state}, ${name}.png`.replace(/[^a-z0-9.]+/gi, "-");
        await page.screenshot({ path: path.join(folder, file), fullPage: true });
      }
    }
    await shorten(page);
    for await (const { name, scheme } of views(page)) {
      found.push(...(await violations(page, scheme)).map((it) => `${state} at ${name}: ${it}`));
      looks++;
    }
  }
  console.log(JSON.stringify({ looks, faults: found }, null, 2));
}

inBrowser(chromium, main).catch((error) => {
  console.error(error);
  process.exit(1);
});
