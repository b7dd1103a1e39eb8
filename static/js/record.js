// What a record page does: copies citations, closes its menus, and on the desk lights counterparts,
// walks through differences and opens passages' menus. One file: a page may ask for eight at most.

// Copies the words of the element that data-copy names, and says so to eyes and screen readers.
// A button with data-copy is hidden until this script has found that it can copy.

async function copy(source, status) {
  const plain = source.innerText.trim();
  const html = new Blob([source.innerHTML.replaceAll("<wbr>", "").trim()], { type: "text/html" });
  try {
    const words = new Blob([plain], { type: "text/plain" });
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": words, "text/html": html })]);
  } catch {
    await navigator.clipboard.writeText(plain);
  }
  status.textContent = "Copied.";
}

function select(source, status) {
  getSelection().selectAllChildren(source);
  status.textContent = "Selected; press Ctrl C or Cmd C to copy.";
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  const status = document.getElementById(button.dataset.copyStatus);
  button.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      await copy(source, status);
    } catch {
      select(source, status);
    }
  });
}

// Menus made of details[data-menu]: Escape closes the open one and gives focus back to its summary;
// a click or focus elsewhere closes it too.

const openMenu = () => document.querySelector("details[data-menu][open]");

function closeUnless(within) {
  const menu = openMenu();
  if (menu && !menu.contains(within)) menu.open = false;
}

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && openMenu();
  if (!menu) return;
  if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
  menu.open = false;
});
document.addEventListener("focusin", (event) => closeUnless(event.target));
document.addEventListener("click", (event) => closeUnless(event.target));

// The reading desk: a sentence or a figure lights its counterparts, keys walk through differences
// and sentences, a passage's number opens a menu. Without this every part is still there to read.

const desk = document.getElementById("texts") ?? document.createElement("div");
const lit = new Set();

function light(target) {
  for (const element of lit) element.classList.remove("lit");
  lit.clear();
  const word = target?.closest?.("[data-c], [data-g]");
  const row = word?.closest(".pair");
  if (!row) return;
  const name = word.dataset.c === undefined ? "g" : "c";
  for (const element of row.querySelectorAll(`[data-${name}="${word.dataset[name]}"]`)) {
    element.classList.add("lit");
    lit.add(element);
  }
}

for (const kind of ["pointerover", "focusin", "click"]) {
  desk.addEventListener(kind, (event) => light(event.target));
}
desk.addEventListener("pointerleave", () => light(document.activeElement));

// Differences: elements with data-stop, in the order of the page.

const stops = [...desk.querySelectorAll("[data-stop]")];
const told = desk.querySelector("[data-told]");
let at = -1;

function step(by) {
  if (!stops.length) return;
  at = at < 0 && by < 0 ? stops.length - 1 : (at + by + stops.length) % stops.length;
  const stop = stops[at];
  stop.focus({ preventScroll: true });
  stop.scrollIntoView({ block: "center" });
  light(stop);
  told.textContent = `Difference ${at + 1} of ${stops.length}: ${stop.dataset.stop}`;
}

for (const button of desk.querySelectorAll("[data-step]")) {
  button.addEventListener("click", () => step(Number(button.dataset.step)));
}

// Sentences: arrow keys go through those of one text, once a passage's number has the focus.

const columnOf = (element) => {
  const cells = [...element.closest(".pair").children].filter((cell) => !cell.matches(".gutter"));
  return cells.findIndex((cell) => cell.contains(element));
};

function walk(from, by) {
  const column = columnOf(from);
  const all = [...desk.querySelectorAll(".passage [data-g], .passage[data-g], .para")];
  const places = all.filter((place) => !place.matches(".para") || place === from);
  const ours = places.filter((place) => columnOf(place) === column);
  const next = ours[ours.indexOf(from) + by];
  if (!next) return;
  next.tabIndex = -1;
  next.focus();
}

const typing = (element) => element.matches("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  if (event.key === "[" || event.key === "]") step(event.key === "]" ? 1 : -1);
  const here = event.target.closest?.(".para, [data-g]");
  if (here && desk.contains(here) && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    walk(here, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Escape" && here) {
    light(null);
    here.closest(".passage")?.querySelector(".para")?.focus();
  }
});

// The menu of a passage: its address, its citation, a report.

const menu = document.createElement("div");
menu.className = "passage-menu";
menu.hidden = true;
menu.innerHTML =
  '<button type="button">Copy its address</button><a>Cite this passage</a><a>Report an error</a>';
desk.append(menu);
const [copying, citing, reporting] = menu.children;

function closePassage(focus) {
  if (menu.hidden) return;
  menu.hidden = true;
  const number = desk.querySelector('.para[aria-expanded="true"]');
  number?.setAttribute("aria-expanded", "false");
  if (focus) number?.focus();
}

function openPassage(number) {
  const id = number.hash.slice(1);
  const query = new URLSearchParams(location.search);
  query.set("passage", id);
  citing.href = `?${query}#cite`;
  reporting.href = `/records/${desk.dataset.record}/report/?passage=${id}`;
  copying.dataset.address = new URL(number.hash, location).href;
  number.setAttribute("aria-expanded", "true");
  menu.hidden = false;
  const [here, within] = [number.getBoundingClientRect(), desk.getBoundingClientRect()];
  menu.style.top = `${here.bottom - within.top + 4}px`;
  menu.style.left = `${Math.min(here.left - within.left, within.width - menu.offsetWidth - 8)}px`;
  copying.focus();
}

copying.addEventListener("click", async () => {
  await navigator.clipboard.writeText(copying.dataset.address);
  told.textContent = "Address copied.";
  closePassage(true);
});
document.addEventListener("click", (event) => {
  const number = event.target.closest?.(".para");
  closePassage(false);
  if (number && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    history.replaceState(null, "", number.hash);
    openPassage(number);
  }
});
menu.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closePassage(true);
});
menu.addEventListener("focusout", (event) => {
  if (!menu.contains(event.relatedTarget)) closePassage(false);
});
