// Looks at a page in a browser for anything that runs, asks or leads away without the site having meant it.

// What a text can't bring onto a page; the page without payloads says how many of each the site itself has.
const ACTIVE = "script iframe frame frameset object embed applet base meta link style form input button textarea select keygen video audio img image math template noscript marquee details foreignObject animate set use dialog".split(" ");
// The icon of the default theme.
const KNOWN_DATA = /^data:,$/;

/** A tab; with `bypassCSP`, one in which only escaping protects. */
export async function openWatch(browser, { bypassCSP }) {
  const context = await browser.newContext({ bypassCSP, serviceWorkers: "block", reducedMotion: "reduce", locale: "id-ID" });
  context.setDefaultTimeout(20_000);
  let seen = [];
  let origin;
  let home;
  await context.exposeBinding("__xss", ({ frame }, ...values) => void seen.push(["ran", `__xss(${values.map(String).join(", ").slice(0, 60)}) in ${frame.url().slice(0, 80)}`]));
  await context.exposeBinding("__breach", (_, text) => void seen.push(["policy", text]));
  await context.addInitScript(() => {
    // Payloads written in code still open dialogs; these go to the marker too.
    for (const name of ["alert", "confirm", "prompt", "print"]) globalThis[name] = (...values) => globalThis.__xss(name, ...values);
    document.addEventListener("securitypolicyviolation", (event) => globalThis.__breach(`${event.violatedDirective} stops ${event.blockedURI || "inline"}`));
  });
  const page = await context.newPage();
  page.on("dialog", (dialog) => (seen.push(["dialog", dialog.message()]), dialog.dismiss()));
  page.on("popup", (popup) => (seen.push(["navigation", `opens ${popup.url()}`]), popup.close()));
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame()) seen.push(["frame", frame.url().slice(0, 80)]);
    else if (frame.url() !== home && frame.url() !== "about:blank") seen.push(["navigation", `to ${frame.url().slice(0, 80)}`]);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (/^(https?|wss?|ftp):/.test(url) && new URL(url).origin !== origin) seen.push(["foreign", `asks for ${url.slice(0, 80)}`]);
  });

  /** Everything seen on a page as soon as it is `until`; `usual` are its counts of active elements without payloads. */
  const visit = async (url, usual, until = "load") => {
    seen = [];
    home = new URL(url).href;
    origin = new URL(url).origin;
    await page.goto(url, { waitUntil: until });
    // Chromium shows XML in a page of its own making, whose style the site's policy stops.
    if (new URL(url).pathname.endsWith(".xml")) seen = seen.filter(([rule, text]) => rule !== "policy" || text !== "style-src-elem stops inline");
    let found = { counts: {}, suspects: [] };
    try {
      found = await page.evaluate(inspect, { active: ACTIVE, known: KNOWN_DATA.source });
    } catch (error) {
      seen.push(["navigation", `leaves the page (${String(error.message).split("\n")[0].slice(0, 80)})`]);
    }
    for (const suspect of found.suspects) seen.push(["attribute", suspect]);
    if (usual) {
      for (const tag of ACTIVE) {
        const surplus = (found.counts[tag] ?? 0) - (usual[tag] ?? 0);
        if (surplus > 0) seen.push(["element", `${surplus} <${tag}> more than without a payload`]);
      }
    }
    return { seen, counts: found.counts };
  };
  return { visit, close: () => context.close() };
}

/** Runs in the page: counts active elements, and touches whatever carries a handler or a script in an address. */
async function inspect({ active, known }) {
  const counts = {};
  const suspects = [];
  const wanted = new Set(active);
  const script = /^(javascript|data|vbscript|livescript):/i;
  for (const element of document.querySelectorAll("*")) {
    const tag = element.localName;
    if (wanted.has(tag)) counts[tag] = (counts[tag] ?? 0) + 1;
    let touched = false;
    for (const { name, value } of element.attributes) {
      const address = value.replace(/[\u0000-\u0020]/g, "");
      const isHandler = /^on/i.test(name);
      if (!isHandler && name !== "srcdoc" && !(script.test(address) && !new RegExp(known).test(address) && !/^(content|title|alt|value|aria-.*|data-.*)$/.test(name))) continue;
      suspects.push(`<${tag} ${name}="${value.slice(0, 60)}">`);
      touched = true;
    }
    if (!touched) continue;
    element.focus?.();
    for (const type of ["mouseover", "mouseenter", "pointerenter", "mousedown"]) element.dispatchEvent(new MouseEvent(type, { bubbles: true }));
    element.click?.();
  }
  await new Promise((resolve) => setTimeout(resolve, suspects.length > 0 ? 50 : 0));
  return { counts, suspects };
}
