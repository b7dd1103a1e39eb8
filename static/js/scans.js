// The scans beside the texts: the viewer over the pictures, and pages that turn with the text.
// Without this the pictures are there, in a strip that links and scrolling turn.

const column = document.querySelector("[data-scans]");
const desk = column.closest("#texts");
const strip = column.querySelector(".scan-strip");
const stage = column.querySelector(".scan-stage");
const pages = [...strip.children];
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
let at = -1, waiting, followed;

// The viewer adds a style element of its own, which the site's policy refuses, unless it finds one:
// it is content with any element of that name, such as one that is no HTML and does nothing.
const stand = document.createElementNS("", "style");
stand.setAttribute("data-openseadragon-mobile-css", "");
document.head.append(stand);

const viewer = OpenSeadragon({
  element: column.querySelector("[data-viewer]"),
  drawer: "canvas",
  showNavigationControl: false,
  cooperativeGestures: true,
  gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
  animationTime: still ? 0 : 0.5,
  immediateRender: still,
  maxZoomPixelRatio: 2,
  visibilityRatio: 0.6,
});
viewer.canvas.setAttribute("role", "application");

const cover = (deep) => {
  stage.classList.toggle("deep", deep);
  strip.tabIndex = deep ? -1 : 0;
};
viewer.addHandler("tile-drawn", () => cover(true));

const zoom = (by) => (by ? viewer.viewport.zoomBy(by).applyConstraints() : viewer.viewport.goHome());

// Keys by what they write, not by where they lie; arrows are the viewer's own affair.
viewer.addHandler("canvas-key", (event) => {
  const { key } = event.originalEvent;
  const by = { "+": 1.3, "=": 1.3, "-": 1 / 1.3, Home: 0 }[key];
  event.preventDefaultAction = !key.startsWith("Arrow");
  if (by === undefined) return;
  event.originalEvent.preventDefault();
  zoom(by);
});

// Scans are cut when they are first looked at closely: 503 asks for patience. What cannot be cut
// stays the plain picture.
async function look(page) {
  const { address } = page.dataset;
  const answer = await fetch(`${address}info.json`);
  if (answer.status === 503) setTimeout(() => pages[at] === page && look(page), 2000);
  const info = answer.ok && { ...(await answer.json()), id: address.slice(0, -1) };
  if (info && pages[at] === page) viewer.open(info);
}

function turn(to, wait = 200) {
  if (to === at || !pages[to]) return;
  at = to;
  pages.forEach((page, place) => (page.inert = place !== to));
  cover(false);
  viewer.close();
  strip.scrollLeft = pages[to].offsetLeft;
  for (const link of column.querySelectorAll(".scan-links a")) {
    link.ariaCurrent = link.hash === `#${pages[to].id}` ? "true" : null;
  }
  for (const button of column.querySelectorAll("[data-turn]")) {
    button.ariaDisabled = String(!pages[to + Number(button.dataset.turn)]);
  }
  const said = `Page ${to + 1} of ${pages.length}: ${pages[to].dataset.name}`;
  viewer.canvas.ariaLabel = `${said}. Plus and minus zoom, arrows move, Home shows it all.`;
  if (wait) column.querySelector("[data-turned]").textContent = said;
  clearTimeout(waiting);
  waiting = setTimeout(look, wait, pages[to]);
}

column.addEventListener("click", ({ target }) => {
  const { turn: by, zoom: to } = target.closest("button")?.dataset ?? {};
  if (by) turn(at + Number(by));
  if (to) zoom(Number(to));
});
strip.addEventListener("scrollend", () => turn(Math.round(strip.scrollLeft / strip.clientWidth)));

// Links to a page, in the column and at the page breaks of the text.
const linked = (hash) => pages.findIndex((page) => `#${page.id}` === hash);
document.addEventListener("click", (event) => {
  const to = linked(event.target.closest?.("a")?.hash);
  if (to < 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.replaceState(null, "", `#${pages[to].id}`);
  followed = undefined;
  column.scrollIntoView({ block: "nearest" });
  turn(to);
});

// The page turns where another begins in the text: at the passage that has the focus, else at the
// one two fifths down the window; not while a key's focus is among the scans. Turned by hand, or
// named by the address, it stays until then.
const mark = (page) => desk.querySelector(`.leaf[href$="#${page.id}"]`);
const starts = pages.map((page) => mark(page) ?? document.getElementById(page.dataset.place));

function follow() {
  if (column.querySelector(":focus-visible")) return;
  const focus = document.activeElement.closest(".pair > [lang], .side > [lang]")?.getBoundingClientRect();
  const seen = focus && focus.bottom > 0 && focus.top < innerHeight;
  const line = seen ? focus.top + 1 : innerHeight * 0.4;
  const here = starts.findLastIndex((start) => start && start.getBoundingClientRect().top <= line);
  const named = followed === undefined && linked(location.hash) >= 0;
  if (here !== followed && !named) turn(here);
  followed = here;
}

turn(Math.max(0, linked(location.hash)), 0);
if (starts.some(Boolean)) {
  addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
  desk.addEventListener("focusin", follow);
}
