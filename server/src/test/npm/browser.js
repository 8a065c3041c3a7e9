// A Chromium with a profile of its own, for as long as some work in it takes.
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

module.exports = { axe, inBrowser };
