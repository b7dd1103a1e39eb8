// The reading desk: a sentence or a figure lights its counterparts, keys walk through differences
// and sentences. Without this every part is still there to read.

const desk = document.getElementById("texts");
const PASSAGE = ".pair > [lang], .side > [lang]";
const NUMBER = ":is(.pair, .side) > [lang] > a:not([class])";
const lit = new Set();
const named = new WeakSet();

// What belongs together in a row has one number. Elements are counted from 0 in their passage,
// unless it lists their numbers: this writes them out once a row is touched.

function number(elements, name, listed) {
  const numbers = listed?.split(" ");
  elements.forEach((element, place) => {
    element.dataset[name] = numbers ? numbers[place] : place;
  });
}

function name(row) {
  if (named.has(row)) return;
  named.add(row);
  for (const passage of row.querySelectorAll(PASSAGE)) {
    number(passage.querySelectorAll("span:not([class])"), "g", passage.dataset.sentences);
    number(passage.querySelectorAll("u, mark"), "c", passage.dataset.words);
  }
}

function light(target) {
  for (const element of lit) element.classList.remove("lit");
  lit.clear();
  const row = target?.closest?.(".pair");
  if (!row) return;
  name(row);
  const word = target.closest("[data-c], [data-g]");
  if (!row.contains(word)) return;
  const kind = word.dataset.c === undefined ? "g" : "c";
  for (const element of row.querySelectorAll(`[data-${kind}="${word.dataset[kind]}"]`)) {
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
  desk.querySelectorAll(".pair").forEach(name);
  const column = columnOf(from);
  const all = [...desk.querySelectorAll(`.pair [lang] [data-g], .pair [lang][data-g], ${NUMBER}`)];
  const places = all.filter((place) => !place.matches(NUMBER) || place === from);
  const ours = places.filter((place) => columnOf(place) === column);
  const next = ours[ours.indexOf(from) + by];
  if (!next) return;
  next.tabIndex = -1;
  next.focus();
}

const typing = (element) => element.matches("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  const single = document.documentElement.dataset.keys === "on";
  if (single && (event.key === "[" || event.key === "]")) step(event.key === "]" ? 1 : -1);
  const here = event.target.closest?.(`${NUMBER}, [data-g]`);
  if (here && desk.contains(here) && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    walk(here, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Escape" && here) {
    light(null);
    here.closest(PASSAGE)?.querySelector(NUMBER)?.focus();
  }
});
