// Words selected on the desk can be cited: those of one text, by the passages in which they stand.
// And what is told of citing is seen for a while, wherever the reader is, until the next key: it may
// lie over what has the focus then.

const PASSAGE = ":is(.pair, .side) > [lang]";
const desk = document.getElementById("texts") ?? document.createElement("div");

const columnOf = (element) => {
  const cells = [...element.closest(".pair").children].filter((cell) => !cell.matches(".gutter"));
  return cells.findIndex((cell) => cell.contains(element));
};

function wordsIn(range, passage) {
  const shared = document.createRange();
  shared.selectNodeContents(passage);
  if (range.compareBoundaryPoints(Range.START_TO_START, shared) > 0) {
    shared.setStart(range.startContainer, range.startOffset);
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, shared) < 0) {
    shared.setEnd(range.endContainer, range.endOffset);
  }
  return shared.toString().trim();
}

// By sentences a passage may stand in several rows; the first of them alone has its number.
const numberOf = (passage) => passage.querySelector(":scope > a:not([class])")?.hash.slice(1);

function selected() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return "";
  const [range, anchor] = [selection.getRangeAt(0), selection.anchorNode];
  const start = (anchor.nodeType === Node.ELEMENT_NODE ? anchor : anchor.parentElement)?.closest(PASSAGE);
  if (!start || !desk.contains(start)) return "";
  const [column, ids] = [columnOf(start), new Set()];
  let id;
  for (const each of desk.querySelectorAll(PASSAGE)) {
    if (columnOf(each) !== column) continue;
    id = numberOf(each) ?? id;
    if (id && range.intersectsNode(each) && wordsIn(range, each)) ids.add(id);
  }
  return [...ids].join(",");
}

const chip = document.createElement("a");
chip.className = "button primary cite-selected no-print";
chip.dataset.follow = "passage";
chip.textContent = "Cite";
chip.hidden = true;
chip.addEventListener("pointerdown", (event) => event.preventDefault());
desk.append(chip);

function offer() {
  const passage = selected();
  chip.hidden = !passage;
  if (!passage) return;
  const query = new URLSearchParams(location.search);
  query.set("passage", passage);
  for (const name of ["cite", "variants"]) query.delete(name);
  chip.href = `?${query}#cite`.replaceAll("%2C", ",");
  const words = getSelection().getRangeAt(0).getBoundingClientRect();
  const within = desk.getBoundingClientRect();
  chip.style.top = `${words.bottom - within.top + 6}px`;
  chip.style.left = `${Math.max(8, Math.min(words.left - within.left, within.width - 80))}px`;
  document.dispatchEvent(new CustomEvent("selected", { detail: passage }));
}

let settling;
document.addEventListener("selectionchange", () => {
  clearTimeout(settling);
  settling = setTimeout(offer, 200);
});

const said = document.createElement("p");
said.className = "cited-said no-print";
said.setAttribute("role", "status");
document.body.append(said);
let fading;
const fade = () => (said.textContent = "");
document.addEventListener("keydown", fade);
document.addEventListener("told", (event) => {
  said.textContent = event.detail;
  clearTimeout(fading);
  fading = setTimeout(fade, 6000);
});
