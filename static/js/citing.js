// The citation panel follows the reader: what has data-follow is shown in place, not on a page loaded
// anew; the style is remembered; one key copies. Without this all of it has addresses.

const NUMBER = ":scope > a:not([class])";
const REMEMBERED = "citation-style";
const panel = () => document.getElementById("cite");
const tell = (words) => document.dispatchEvent(new CustomEvent("told", { detail: words }));
// A passage or a style that the panel shows once it is looked at or copied from.
const wanted = {};
let following = Promise.resolve();
let looked = false;

function remembered() {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

function remember(style) {
  try {
    localStorage.setItem(REMEMBERED, style);
  } catch {
    // A browser that keeps nothing: the style holds for this page.
  }
}

// Panels: asked for at the address that has them, and put in the place of the one shown.

async function show(search) {
  const answer = await fetch(`${location.pathname}${search}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.getElementById("cite");
  if (!next) {
    // A style that is remembered may be gone.
    if (search.includes(`style=${remembered()}`)) remember("");
    return tell(page.querySelector("main p")?.textContent.trim() ?? "It cannot be cited.");
  }
  panel().replaceWith(document.adoptNode(next));
  history.replaceState(null, "", `${location.pathname}${search}${location.hash}`);
  document.dispatchEvent(new Event("cited"));
}

function follow(search) {
  following = following.then(() => show(search)).catch(() => tell("No answer. Try again."));
  return following;
}

function changed(changes) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) query.set(name, value);
  if ("passage" in changes) for (const name of ["cite", "variants"]) query.delete(name);
  return `?${query}`.replaceAll("%2C", ",");
}

async function catchUp() {
  const changes = { ...wanted };
  for (const name in changes) delete wanted[name];
  // What was wanted may have been asked for already, and be on its way.
  await (Object.keys(changes).length ? follow(changed(changes)) : following);
}

const again = (name) =>
  (panel().querySelector(`[data-follow="${name}"]`) ?? panel()).focus({ preventScroll: true });

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[data-follow]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const inside = panel().contains(link);
  delete wanted.passage;
  history.replaceState(null, "", link.hash);
  await follow(link.search);
  if (inside) return again(link.dataset.follow);
  panel().scrollIntoView();
  panel().focus({ preventScroll: true });
});

// The style: of the tabs at once, any other when it is asked for.

document.addEventListener("change", async (event) => {
  const style = event.target;
  if (style.name !== "style" || !panel()?.contains(style)) return;
  remember(style.value);
  delete wanted.style;
  if (!style.matches("select")) {
    document.getElementById("more-styles").value = style.value;
    return;
  }
  await follow(changed({ style: style.value }));
  again("style");
});

function prefer() {
  const style = new URLSearchParams(location.search).has("style") ? null : remembered();
  const named = style && `[value="${CSS.escape(style)}"]`;
  const tab = named && panel().querySelector(`input${named}`);
  if (tab) tab.checked = true;
  else if (named && (style.startsWith("csl-") || panel().querySelector(`option${named}`))) wanted.style = style;
}

// One key cites what is being read, wherever the reader is.

const typing = (element) => element.matches("input:not([type=radio], [type=checkbox]), textarea, select");

document.addEventListener("keydown", async (event) => {
  if (event.key !== "c" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target) || !panel() || document.documentElement.dataset.keys !== "on") return;
  const number = event.target.closest?.("[lang]")?.querySelector(NUMBER);
  if (number && getSelection().isCollapsed) wanted.passage = number.hash.slice(1);
  await catchUp();
  document.dispatchEvent(new Event("copycitation"));
});

// The passages cited are marked in the texts, as the server marks those of an address.
function mark() {
  for (const passage of document.querySelectorAll("[data-cited]")) delete passage.dataset.cited;
  for (const id of panel().dataset.passages?.split(" ") ?? []) {
    document.getElementById(id)?.setAttribute("data-cited", "");
  }
}

document.addEventListener("suggested", (event) => {
  const style = new URL(event.detail, location).searchParams.get("style");
  if (style) remember(style);
});

if (panel()) {
  document.addEventListener("cited", prefer);
  document.addEventListener("cited", mark);
  document.addEventListener("selected", (event) => {
    wanted.passage = event.detail;
    if (looked) catchUp();
  });
  prefer();
  new IntersectionObserver(([entry]) => {
    looked = entry.isIntersecting;
    if (looked) catchUp();
  }).observe(panel().parentElement);
}
