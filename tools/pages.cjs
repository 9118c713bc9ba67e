// Opens pages in chromium at 360 and 1280 pixels and fails on what axe-core finds, and on a page wider than its window.
// NODE_PATH=build/validators/node_modules node tools/pages.cjs FILE… (.ci/nightly)
const fs = require("fs");
const path = require("path");
const puppeteer = require("puppeteer-core");

const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

async function look(browser, file, width) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 800 });
  await page.goto("file://" + path.resolve(file));
  await page.evaluate(axe);
  const found = await page.evaluate(async () => ({
    violations: (await axe.run()).violations.map((one) => `${one.impact} ${one.id}: ${one.nodes[0].html.slice(0, 120)}`),
    wide: document.documentElement.scrollWidth,
  }));
  await page.close();
  if (found.wide > width) found.violations.push(`the page is ${found.wide} pixels wide`);
  return found.violations.map((one) => `${file} at ${width}: ${one}`);
}

(async () => {
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
  const troubles = [];
  for (const file of process.argv.slice(2)) {
    for (const width of [360, 1280]) troubles.push(...(await look(browser, file, width)));
  }
  await browser.close();
  for (const one of troubles) console.error(one);
  process.exit(troubles.length ? 1 : 0);
})();
