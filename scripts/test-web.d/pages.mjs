// Looks at every page of a running booth as its users would: pages.mjs BASE FOLDER [PIN].
// Writes screenshots, the HTML that the scripts have made and axe's findings into FOLDER; exits 1 when
// there is a finding, or when a page is wider than its window.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [base, folder, pin = "141421"] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const VIEWS = ["login", "now", "steer", "back", "health"];
const LOOKS = [
  { name: "phone", width: 360, height: 740, colorScheme: "light", languages: ["en", "de", "fr", "es", "ja"] },
  { name: "phone-dark", width: 360, height: 740, colorScheme: "dark", languages: ["en"] },
  { name: "laptop", width: 1280, height: 800, colorScheme: "light", languages: ["en", "ja"] },
  { name: "laptop-dark", width: 1280, height: 800, colorScheme: "dark", languages: ["en"] },
  // at 200 % a window of 1280 by 800 has room for half as much
  { name: "laptop-200", width: 640, height: 400, deviceScaleFactor: 2, colorScheme: "light", languages: ["en", "de"] },
];

let faults = 0;
let seen = 0;

function complain(text) {
  faults++;
  console.log(text);
}

/** What tells that a view has its numbers. */
const FILLED = { back: ".facts dd", health: ".bar:not([aria-valuenow='0'])", now: ".hero .phase:not(:empty)" };

async function look(page, name) {
  await page.locator(FILLED[name.split("-").at(-1)] ?? "main").first().waitFor();
  await page.waitForTimeout(700);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) complain(`${name}: ${wide} px too wide`);
  await page.evaluate(`${axe}; true`);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const v of violations) complain(`${name}: axe ${v.id} at ${v.nodes.map((n) => n.target).join(" ")}`);
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  writeFileSync(`${folder}/${name}.html`, `<!DOCTYPE html>\n${await page.evaluate(() => document.documentElement.outerHTML)}\n`);
  seen++;
}

/** Every question of a calibration, on a phone; the staged one takes any answer. */
async function calibrate() {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en", bypassCSP: true });
  const page = await context.newPage();
  page.on("pageerror", (error) => complain(`calibration: ${error}`));
  await page.goto(`${base}/staff/#steer`);
  await page.locator("#pin").fill(pin);
  await page.keyboard.press("Enter");
  await page.locator("[data-command=cancel]:not([aria-disabled=true])").click();
  await page.locator("[data-confirms=cancel]").click();
  await page.locator("[data-command=calibrate]:not([aria-disabled=true])").click();
  await page.locator(".question").waitFor();
  for (let number = 1; await page.locator(".calibration").isVisible(); number++) {
    const asked = await page.locator(".question").textContent();
    await look(page, `phone-en-calibration-${number}`);
    const input = page.locator(".answers input");
    if (await input.count()) {
      await input.fill("100");
      await page.keyboard.press("Enter");
    } else {
      await page.locator(".answers button").last().click();
    }
    await page.waitForFunction((before) => {
      const question = document.querySelector(".question");
      return question.textContent !== before || question.closest(".card").hidden;
    }, asked);
  }
  await context.close();
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  // the checker is not the page's own script
  args: ["--no-sandbox"],
});
for (const { name, width, height, deviceScaleFactor, colorScheme, languages } of LOOKS) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor,
    colorScheme,
    locale: "en",
    bypassCSP: true,
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => complain(`${name}: ${error}`));
  await page.goto(`${base}/staff/`);
  for (const language of languages) {
    await page.locator("#language").selectOption(language);
    await page.locator(`html[lang=${language}]`).waitFor();
    for (const view of VIEWS) {
      if (view === "login") {
        if (language !== languages[0]) continue;
      } else {
        await page.evaluate((hash) => (location.hash = hash), view);
      }
      await look(page, `${name}-${language}-${view}`);
      if (view === "login") {
        await page.locator("#pin").fill(pin);
        await page.keyboard.press("Enter");
        await page.locator(".who button").waitFor();
      }
    }
  }
  await context.close();
}
await calibrate();
await browser.close();
console.log(`${seen} looks, ${faults} faults`);
process.exit(faults ? 1 : 0);
