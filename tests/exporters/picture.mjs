// Opens a page in headless Chromium, uses it as a reader would, and prints what happened as one JSON object.
//   node picture.mjs PAGE.html [SCREENSHOT.png WIDTH HEIGHT [light|dark]]      (in a folder with playwright-core)
// Status 77 where there is no Chromium or no playwright-core.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

const chromiumPath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
let chromium;
try {
  ({ chromium } = createRequire(path.join(process.cwd(), "x.js"))("playwright-core"));
} catch {
  console.error("playwright-core is not installed");
}
if (!chromium || !chromiumPath) process.exit(77);

const [file, screenshot, width = "1280", height = "800", scheme = "light"] = process.argv.slice(2);
const profile = mkdtempSync(path.join(os.tmpdir(), "attest-chromium-"));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: chromiumPath,
  headless: true,
  viewport: { width: Number(width), height: Number(height) },
  colorScheme: scheme,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
});

const seen = { errors: [], requests: [], dialogs: 0 };
try {
  const page = await context.newPage();
  page.setDefaultTimeout(90000);
  page.on("pageerror", (error) => seen.errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("dialog", (dialog) => {
    seen.dialogs++;
    dialog.dismiss();
  });
  await page.goto(`file://${path.resolve(file)}`);
  // Asked again and again from outside: waiting inside the page would need eval, which its policy forbids.
  const ready = () => page.evaluate(() => document.documentElement.dataset.ready === "true");
  for (let tries = 0; !(await ready()); ++tries) {
    if (tries > 1200) throw new Error("the page was not ready after two minutes");
    await page.waitForTimeout(100);
  }
  if (screenshot) await page.waitForTimeout(500).then(() => page.screenshot({ path: screenshot }));
  else await use(page);
  seen.requests = seen.requests.filter((url) => !url.startsWith("file://") && !url.startsWith("blob:") && !url.startsWith("data:"));
  console.log(JSON.stringify(seen));
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}

async function use(page) {
  const text = (selector) => page.locator(selector).innerText();
  const settle = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  seen.title = await page.title();
  seen.count = await text("#count");
  seen.drawn = (await page.locator("#stage canvas").count()) > 0 && (await page.locator("#notice").isHidden());

  // Search by keyboard: a part of a name, the first suggestion, Enter.
  await page.keyboard.press("/");
  await page.keyboard.type("anna");
  seen.suggestions = await page.locator("#hits li").allInnerTexts();
  await page.keyboard.press("ArrowDown");
  seen.active = await page.getAttribute("#query", "aria-activedescendant");
  await page.keyboard.press("Enter");
  seen.panel = await text("#panel");
  // The node in focus stands in the picture, whatever the panel took of its room.
  await page.waitForTimeout(1500);
  seen.inSight = await page.evaluate(() => {
    const { x, y } = window.attest.picture.place("n0");
    const { clientWidth, clientHeight } = document.getElementById("stage");
    return x > 0 && y > 0 && x < clientWidth && y < clientHeight;
  });
  seen.focusInPanel = await page.evaluate(() => document.activeElement.id === "panel");
  seen.marks = await page.locator("#panel mark").allInnerTexts();
  seen.sides = {
    affirmed: await page.locator(".side.affirmed .speaker").allInnerTexts(),
    denied: await page.locator(".side.denied .speaker").allInnerTexts(),
  };
  await page.keyboard.press("Escape");
  seen.panelClosed = await page.locator("#panel").isHidden();

  // Click on a node in the picture itself.
  await page.evaluate(() => window.attest.picture.zoom.all());
  await page.waitForTimeout(600);
  const spot = await page.evaluate(() => {
    const box = document.getElementById("stage").getBoundingClientRect();
    const { x, y } = window.attest.picture.place("n0");
    return { x: box.x + x, y: box.y + y };
  });
  await page.mouse.click(spot.x, spot.y);
  await page.waitForTimeout(500);
  seen.clicked = await page.locator("#panel").isVisible() ? await text("#panel h2") : "";
  await page.keyboard.press("Escape");

  // The picture keeps off what stands beside it.
  const boxes = await page.evaluate(() => ["#stage canvas", "#timeline"].map((of) => document.querySelector(of).getBoundingClientRect().toJSON()));
  seen.overlap = Math.max(0, boxes[0].bottom - boxes[1].top);
  await page.click("#period-events");
  seen.listed = await text("#panel");
  await page.keyboard.press("Escape");

  // Filters.
  const counted = async (act) => {
    await act();
    await settle();
    await settle();
    const count = await text("#count");
    await page.click("#reset");
    await settle();
    return count;
  };
  await page.click("#reset");
  await settle();
  seen.everything = await text("#count");
  const box = (id, name) => page.locator(`#${id} label`, { hasText: name }).locator("input").first();
  seen.withoutEvents = await counted(() => box("labels", "Event").uncheck());
  seen.withoutMentions = await counted(() => box("types", "MENTIONED_IN").uncheck());
  seen.oneDocument = await counted(() => page.locator("#documents input").last().uncheck());
  seen.confident = await counted(() => page.locator("#confidence").fill("0.8"));
  seen.later = await counted(() => page.locator("#from").fill("60"));

  // Nothing of the documents became markup or ran.
  seen.ran = await page.evaluate(() => window.pwned ?? null);
  seen.foreign = await page.evaluate(() => document.querySelectorAll("main img, main iframe, main script, main a[href^='javascript']").length);
  seen.theme = await page.evaluate(() => {
    const before = document.documentElement.dataset.theme;
    document.getElementById("theme").click();
    return [before, document.documentElement.dataset.theme];
  });
  seen.unnamed = await page.evaluate(() =>
    [...document.querySelectorAll("button, input")].filter((control) =>
      !control.getAttribute("aria-label") && !control.innerText?.trim() && !control.labels?.length).length);
}
