// Types into the search box of a page in Chromium, by keyboard alone, and prints what the page
// tells assistive technology, as one JSON object. Usage: node search.js CHROMIUM URL
const { inBrowser, violations } = require("./browser");

const [chromium, url, screenshot] = process.argv.slice(2);
const BOX = "header input[name=q]";

const state = (page) => page.evaluate((box) => {
  const input = document.querySelector(box);
  const list = document.getElementById(input.getAttribute("aria-controls"));
  const active = document.getElementById(input.getAttribute("aria-activedescendant") || "-");
  return {
    role: input.getAttribute("role"),
    expanded: input.getAttribute("aria-expanded"),
    shown: !list.hidden,
    options: list.hidden ? 0 : list.querySelectorAll("[role=option]").length,
    active: active ? active.querySelector("span").textContent : "",
    selected: active ? active.getAttribute("aria-selected") : "",
    told: input.parentElement.querySelector("[aria-live]").textContent,
    value: input.value,
  };
}, BOX);

async function main(browser) {
  const page = await browser.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(url, { waitUntil: "load" });
  const options = () => page.waitForSelector(
    "header [role=listbox]:not([hidden]) [role=option]", { timeout: 20000 });

  await page.focus(BOX);
  const atFirst = await state(page);
  await page.keyboard.type("moon ja");
  await options();
  const typed = await state(page);
  if (screenshot) await page.screenshot({ path: screenshot });
  await page.keyboard.press("ArrowDown");
  const down = await state(page);
  const faults = await violations(page, "light");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  const last = await state(page);
  await page.keyboard.press("Escape");
  const escaped = await state(page);
  await page.keyboard.press("ArrowDown");
  await options();
  await page.keyboard.press("ArrowDown");
  await Promise.all([page.waitForNavigation({ timeout: 20000 }), page.keyboard.press("Enter")]);
  const chosen = new URL(page.url()).pathname;

  // Whatever was chosen need not be a page of its own for this test.
  complaints.splice(0, complaints.length, ...complaints.filter((it) => !it.includes("404")));
  await page.goto(url, { waitUntil: "load" });
  await page.focus(BOX);
  await page.keyboard.type("gsomia");
  await Promise.all([page.waitForNavigation({ timeout: 20000 }), page.keyboard.press("Enter")]);
  const sent = new URL(page.url());

  console.log(JSON.stringify({
    atFirst, typed, down, last, escaped, chosen,
    sent: sent.pathname + sent.search,
    complaints, faults,
  }, null, 2));
}

inBrowser(chromium, main).catch((error) => {
  console.error(error);
  process.exit(1);
});
