// What runs inside of a page that is looked at. Each function stands alone, since a browser gets its text.

/**
 * What a page is made of: its elements by name and names of attributes, and its comments, counted; what carries a handler
 * or a script in an address, which is touched; what lies beyond the edge or over something else at the widths.
 */
export async function inspect(frame, { known, widths }) {
  const document = frame.contentDocument;
  const counts = {};
  const suspects = [];
  const script = /^(javascript|data|vbscript|livescript|file|blob):/i;
  const icon = new RegExp(known);
  const walker = document.createTreeWalker(document, 1 | 128);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 8) {
      counts["#comment"] = (counts["#comment"] ?? 0) + 1;
      continue;
    }
    const names = [];
    let touched = false;
    for (const { name, value } of node.attributes) {
      names.push(name);
      const address = value.replace(/[\u0000-\u0020]/g, "");
      const isHandler = /^on/i.test(name);
      if (!isHandler && name !== "srcdoc" && !(script.test(address) && !icon.test(address) && !/^(content|title|alt|value|aria-.*|data-.*)$/.test(name))) continue;
      suspects.push(`<${node.localName} ${name}="${value.slice(0, 60)}">`);
      touched = true;
    }
    const key = `${node.localName}[${names.sort().join(" ")}]`;
    counts[key] = (counts[key] ?? 0) + 1;
    if (!touched) continue;
    node.focus?.();
    for (const type of ["mouseover", "mouseenter", "pointerenter", "mousedown"]) node.dispatchEvent(new frame.contentWindow.MouseEvent(type, { bubbles: true }));
    node.click?.();
  }
  if (suspects.length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  const name = (element) => element.tagName.toLowerCase() + (element.id ? "#" : "") + [...element.classList].map((one) => `.${one}`).join("");
  const layout = [];
  if (document.body && document.contentType === "text/html") {
    for (const width of widths) {
      frame.style.width = `${width}px`;
      const edge = document.documentElement.clientWidth;
      if (document.scrollingElement.scrollWidth > edge) {
        const scrolls = (element) => element.closest(".scroll") ?? element.parentElement?.closest("[class]")?.matches(".hidden");
        const beyond = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > edge + 0.5 && !scrolls(element));
        const deepest = beyond.filter((element) => !beyond.some((other) => other !== element && element.contains(other)));
        layout.push(`sideways at ${width} px: ${[...new Set(deepest.map((element) => `${element.parentElement ? `${name(element.parentElement)} > ` : ""}${name(element)}`))].slice(0, 3).join(", ")}`);
      }
      const parts = [...document.body.children].filter((element) => element.checkVisibility()).map((element) => [name(element), element.getBoundingClientRect()]);
      for (const [at, [first, a]] of parts.entries()) {
        for (const [second, b] of parts.slice(at + 1)) {
          const covers = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
          if (covers) layout.push(`${first} and ${second} lie over each other at ${width} px`);
        }
      }
    }
  }
  return { counts, suspects, layout };
}

/** Shows the pages in frames, some at a time, and inspects each: by path. */
export async function showAll({ paths, base, known, widths, atOnce, inspectText }) {
  const inspect = eval(`(${inspectText})`);
  const found = {};
  const queue = [...paths];
  const show = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const frame = document.createElement("iframe");
      frame.style.cssText = `border: 0; height: 800px; width: ${widths[0]}px`;
      frame.src = base + path;
      const loaded = new Promise((done) => (frame.onload = done));
      document.body.append(frame);
      const late = new Promise((done) => setTimeout(done, 15_000, "late"));
      if ((await Promise.race([loaded, late])) === "late") found[path] = { gone: "it does not load within 15 s" };
      else {
        try {
          if (path.startsWith("cari/?q=")) await answered(frame);
          found[path] = await inspect(frame, { known, widths });
          const url = frame.contentWindow.location;
          if (url.pathname + url.search !== new URL(base + path).pathname + new URL(base + path).search && !path.includes("?")) found[path].gone = `leads to ${url.href.slice(0, 80)}`;
        } catch (error) {
          found[path] = { gone: `leaves the page (${String(error.message).slice(0, 80)})` };
        }
      }
      frame.remove();
    }
  };
  // A search has been answered where it says how many it found; one without a word asks for nothing.
  const answered = async (frame) => {
    const form = frame.contentDocument.querySelector("[data-search]");
    if (!/[\p{L}\p{N}]/u.test(form.q.value)) return;
    for (let turn = 0; turn < 200 && form.lastElementChild.textContent === ""; turn += 1) await new Promise((done) => setTimeout(done, 10));
    if (form.lastElementChild.textContent === "") throw new Error("the search gives no answer");
  };
  await Promise.all(Array.from({ length: atOnce }, show));
  return found;
}
