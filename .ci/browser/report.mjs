// Looks at the report as a web page: as axe does, with the keyboard, on a
// phone, on paper. Run by run.sh after the pages of a check.
import { chromium } from "playwright-core";
import { createRequire } from "node:module";
import assert from "node:assert/strict";
import path from "node:path";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const pages = process.env.PAGES;
const url = (name) => "file://" + path.join(pages, name + ".html");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let failures = 0;

async function open(name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.trouble = [];
  page.on("console", (m) => page.trouble.push(`${m.type()}: ${m.text()}`));
  page.on("pageerror", (e) => page.trouble.push(e.message));
  page.on("request", (r) => { if (r.url() !== url(name) && !r.url().startsWith("data:")) page.trouble.push("asks for " + r.url()); });
  await page.goto(url(name));
  return page;
}
async function test(name, run) {
  try {
    await run();
    console.log("ok    " + name);
  } catch (e) {
    failures++;
    console.log("FAIL  " + name + "\n" + e.message);
  }
}
async function audit(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
  await page.addScriptTag({ path: axe });
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  assert.ok(result.passes.length > 20, "axe looked at too little: " + result.passes.length);
  return result.violations.map((v) => `${v.id}: ${v.help} (${v.nodes.length}×) ${v.nodes[0].html.slice(0, 200)}`);
}

const names = ["rapport", "rapport-lastig"];
for (const name of names) {
  for (const [what, options] of [["wide", {}], ["320 pixels", { viewport: { width: 320, height: 800 } }]]) {
    await test(`${name}: axe finds nothing, ${what}`, async () => {
      const page = await open(name, { ...options, bypassCSP: true });
      assert.deepEqual(await audit(page), []);
      await page.context().close();
    });
  }
  await test(`${name}: nothing on the console, no request, no sideways scrolling`, async () => {
    for (const width of [320, 375, 700, 1024, 1280, 1920]) {
      const page = await open(name, { viewport: { width, height: 800 } });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      assert.deepEqual(page.trouble, []);
      await page.context().close();
    }
  });
  await test(`${name}: larger letters and spacing lose no text`, async () => {
    const page = await open(name, { viewport: { width: 640, height: 800 }, bypassCSP: true });
    await page.addStyleTag({ content: "html{font-size:200%!important} *{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-bottom:2em!important}" });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 640);
    await page.context().close();
  });
}

await test("axe does find a fault that is put in", async () => {
  const page = await open("rapport", { bypassCSP: true });
  await page.evaluate(() => document.querySelector(".chart svg").removeAttribute("aria-labelledby"));
  await page.evaluate(() => document.querySelectorAll(".chart svg title").forEach((t) => t.remove()));
  assert.notDeepEqual(await audit(page), []);
  await page.context().close();
});

await test("the tree for screen readers names charts and ratings", async () => {
  const page = await open("rapport");
  assert.ok(await page.getByRole("img", { name: "Personeelsinzet per thema" }).count() >= 1);
  const tree = await page.locator("main").ariaSnapshot();
  assert.match(tree, /Samenwerking: ?(- strong: )?/);
  assert.match(await page.locator(".scale p").first().innerText(), /^Samenwerking:\s+.+, stap \d van 5$/);
  assert.ok(await page.getByRole("columnheader").count() > 50);
  assert.equal(await page.getByRole("main").count(), 1);
  assert.equal(await page.getByRole("navigation").count(), 1);
  await page.context().close();
});

await test("with the keyboard: the skip link first, focus always seen", async () => {
  for (const width of [1280, 375]) {
    const page = await open("rapport", { viewport: { width, height: 800 } });
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)), "the skip link doesn't skip");
    await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
    await page.reload();
    for (let i = 0; i < 120; i++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const a = document.activeElement, s = getComputedStyle(a), b = a.getBoundingClientRect();
        const line = a.getClientRects()[0] ?? b;
        const at = (lo, hi, most) => (Math.max(lo, 0) + Math.min(hi, most)) / 2;
        const probe = document.elementFromPoint(at(line.left, line.right, innerWidth), at(line.top, line.bottom, innerHeight));
        return { name: a.outerHTML.slice(0, 80), outline: s.outlineStyle !== "none", inView: b.bottom > 0 && b.top < innerHeight, at: [line.left, line.top, line.right, line.bottom, innerWidth, probe?.outerHTML.slice(0, 60)], free: !!probe && (a.contains(probe) || probe.contains(a)) };
      });
      assert.ok(at.outline && at.inView && at.free, "focus not seen: " + JSON.stringify(at));
    }
    await page.context().close();
  }
});

await test("the fonts of the house style load", async () => {
  const page = await open("rapport-lastig");
  await page.evaluate(() => document.fonts.ready);
  const loaded = await page.evaluate(() => [...document.fonts].filter((f) => f.status === "loaded").map((f) => f.family));
  assert.ok(loaded.length > 0, "no font loaded");
  assert.match(await page.evaluate(() => getComputedStyle(document.body).fontFamily), /^"?Huisstijl/);
  await page.context().close();
});

await test("links of the contents arrive", async () => {
  const page = await open("rapport");
  await page.locator("nav.contents summary").nth(1).click();
  await page.locator("nav.contents a[href='#indicator-2-10']").click();
  const top = await page.evaluate(() => document.getElementById("indicator-2-10").getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 100, "arrives at " + top);
  await page.context().close();
});

await test("targets are large enough", async () => {
  const page = await open("rapport", { viewport: { width: 320, height: 800 } });
  const small = await page.evaluate(() => {
    document.querySelectorAll("details").forEach((d) => { d.open = true; });
    return [...document.querySelectorAll("nav a, summary")].filter((e) => e.checkVisibility()).map((e) => [e.textContent.slice(0, 30), e.getBoundingClientRect().height]).filter(([, h]) => h < 24);
  });
  assert.deepEqual(small, []);
  await page.context().close();
});

await test("prints on A4, contents unfolded, nothing cut off", async () => {
  const page = await open("rapport");
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const text = pdf.toString("latin1");
  const sheets = (text.match(/\/Type\s*\/Page\b/g) ?? []).length;
  assert.ok(sheets > 80 && sheets < 200, sheets + " pages");
  // Chromium writes A4 as 594.96 by 841.92 points.
  assert.match(text, /\/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12][.\d]*\s*\]/);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 658, height: 1000 }); // 174 mm
  const wide = await page.evaluate(() => [...document.querySelectorAll("main *, nav *")].filter((e) => !e.closest("svg") && e.getBoundingClientRect().right > 659).slice(0, 3).map((e) => e.outerHTML.slice(0, 120)));
  assert.deepEqual(wide, []);
  await page.context().close();
});

const pictures = process.argv[2];
if (pictures) {
  for (const [name, width] of [["rapport", 1280], ["rapport", 375], ["rapport-lastig", 1280], ["rapport-lastig", 320]]) {
    const page = await open(name, { viewport: { width, height: 800 } });
    for (const place of ["#hoofdstuk-1", "#indicator-2-2", "#indicator-2-10", "#thema-1", "#project-1", "[id^=project-]", "footer"]) {
      const found = page.locator(place).first();
      if (!(await found.count())) continue;
      await found.evaluate((e) => e.scrollIntoView());
      await page.screenshot({ path: path.join(pictures, `${name}-${width}-${place.replace(/\W/g, "")}.png`) });
    }
    await page.context().close();
  }
}
await browser.close();
if (failures) {
  console.log(`${failures} failed`);
  process.exit(1);
}
