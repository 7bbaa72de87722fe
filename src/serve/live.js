// Keeps a page of the preview new. It is added by `pantau serve` alone; no published page has it.
"use strict";

const { src, dataset } = document.currentScript;
const folder = src.slice(0, src.lastIndexOf("/") + 1);
let stream;
let overlay;
let hidden = "";

// A browser keeps six connections to one host: a page that nobody sees needs none.
function follow() {
  if (document.hidden || window.top !== window) {
    stream?.close();
    stream = undefined;
  } else if (stream === undefined) {
    const query = new URLSearchParams({ path: location.pathname, mark: dataset.mark });
    stream = new EventSource(`${folder}events?${query}`);
    // The browser keeps the place where the page was scrolled to.
    stream.addEventListener("reload", () => location.reload());
    stream.addEventListener("notice", ({ data }) => tell(data));
  }
}

function tell(data) {
  const notice = JSON.parse(data);
  overlay?.remove();
  overlay = undefined;
  if (notice.level === "fine" || (notice.level === "warnings" && data === hidden)) return;
  overlay = document.createElement("div");
  overlay.id = "pantau-live";
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = `${folder}live.css`;
  const panel = notice.level === "errors" ? open(notice) : folded(notice);
  panel.lang = notice.language;
  panel.dataset.level = notice.level;
  const hide = element("button", "hide", notice.hide);
  hide.type = "button";
  hide.addEventListener("click", () => {
    hidden = data;
    overlay?.remove();
  });
  panel.append(hide);
  // Neither the theme's style reaches in, nor this one out.
  overlay.attachShadow({ mode: "open" }).append(style, panel);
  document.body.append(overlay);
}

function open(notice) {
  const panel = element("section", "panel");
  panel.setAttribute("role", "alert");
  const title = element("h2", "title", notice.title);
  panel.append(title, element("p", "note", notice.note), ...told(notice));
  return panel;
}

function folded(notice) {
  const panel = element("details", "panel");
  panel.append(element("summary", "title", notice.title), element("p", "note", notice.note), ...told(notice));
  return panel;
}

function told({ problems, more }) {
  const all = problems.map((problem) => {
    const one = element("article", "problem");
    const what = element("p", "message", `${problem.severity}: ${problem.message}`);
    const lines = element("pre", "lines");
    for (const { number, before, marked, after } of problem.lines) {
      lines.append(element("span", "number", `${String(number).padStart(4)}  `), before);
      lines.append(element("mark", "wrong", marked), `${after}\n`);
    }
    const help = element("p", "help");
    help.append(element("strong", "label", `${problem.help_label}: `), problem.help);
    one.append(what, element("p", "place", problem.place), ...(problem.lines.length > 0 ? [lines] : []), help);
    return one;
  });
  return more === null ? all : [...all, element("p", "more", more)];
}

function element(name, kind, text = "") {
  const made = document.createElement(name);
  made.className = kind;
  made.append(text);
  return made;
}

document.addEventListener("visibilitychange", follow);
addEventListener("pageshow", follow);
addEventListener("pagehide", () => {
  stream?.close();
  stream = undefined;
});
