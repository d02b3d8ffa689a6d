// Lighthouse on every view: lighthouse.mjs BASE COOKIE LEAST. Prints the scores for accessibility and best
// practices; exits 1 when one is below LEAST.

import lighthouse from "lighthouse";
import { launch } from "chrome-launcher";

const [base, cookie, least] = process.argv.slice(2);
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
});
let low = 0;
for (const view of ["login", "now", "steer", "back", "health"]) {
  const result = await lighthouse(`${base}/staff/${view === "login" ? "" : `#${view}`}`, {
    port: chrome.port,
    onlyCategories: ["accessibility", "best-practices"],
    extraHeaders: view === "login" ? {} : { Cookie: cookie },
    // the page follows the booth for ever, so that the network never rests
    maxWaitForLoad: 15_000,
    logLevel: "error",
  });
  const scores = Object.values(result.lhr.categories).map(({ id, score }) => `${id} ${Math.round(100 * score)}`);
  console.log(`${view}: ${scores.join(", ")}`);
  for (const { auditRefs } of Object.values(result.lhr.categories)) {
    for (const { id, weight } of auditRefs) {
      const { score, title } = result.lhr.audits[id];
      if (weight > 0 && score !== null && score < 1) console.log(`  ${id}: ${title}`);
    }
  }
  low += Object.values(result.lhr.categories).filter(({ score }) => !(100 * score >= least)).length;
}
await chrome.kill();
process.exit(low ? 1 : 0);
