// Dragging on the screen of rows: a passage to another row, or a row by its number to another row, to
// be one with it and with all between. By pointer events: the browser's own dragging looks for what is
// dragged when the mouse first moves, and a page that scrolled since the press has something else there.

const form = document.querySelector("form[data-alignment]");
const chip = Object.assign(document.createElement("div"), { className: "chip", hidden: true, ariaHidden: "true" });
const SLACK = 6;
const EDGE = 70;
let held = null;

const row = (element) => element?.closest("[data-row]");
const number = (element) => row(element).querySelector("[data-number]").textContent;

// The row under the pointer, if what is held can go there.
function target() {
  const found = row(document.elementFromPoint(held.x, held.y));
  return found && form.contains(found) && found !== row(held.part) ? found : null;
}

function show() {
  const over = target();
  for (const other of form.querySelectorAll(".row.over")) other.classList.toggle("over", other === over);
  over?.classList.add("over");
  const what = held.whole ? `Row ${number(held.part)}` : `Passage ${held.part.querySelector("[data-place]").textContent}`;
  chip.textContent = over ? `${what} ${held.whole ? "joins" : "to"} row ${number(over)}` : what;
  chip.style.translate = `${held.x + 14}px ${held.y + 14}px`;
}

function begin() {
  held.moving = true;
  document.getSelection().removeAllRanges();
  form.classList.add("dragging");
  held.part.classList.add("dragged");
  chip.hidden = false;
  requestAnimationFrame(scroll);
}

// Near the upper or lower edge the page goes on, the faster the nearer.
function scroll() {
  if (!held?.moving) return;
  const bottom = form.querySelector(".foot").getBoundingClientRect().top;
  const past = Math.min(held.y - EDGE, 0) + Math.max(held.y - bottom + EDGE, 0);
  if (past) {
    scrollBy({ top: past / 4, behavior: "instant" });
    show();
  }
  requestAnimationFrame(scroll);
}

function end() {
  for (const other of form.querySelectorAll(".row.over")) other.classList.remove("over");
  held?.part.classList.remove("dragged");
  form.classList.remove("dragging");
  chip.hidden = true;
  held = null;
}

form?.append(chip);

form?.addEventListener("pointerdown", (event) => {
  if (event.button || event.pointerType === "touch" || event.target.closest("button, a")) return;
  const part = event.target.closest(".passage, .how");
  if (part) held = { part, whole: part.matches(".how"), x: event.clientX, y: event.clientY, moving: false };
});

addEventListener("pointermove", (event) => {
  if (!held) return;
  if (!event.buttons) { end(); return; }
  const far = Math.hypot(event.clientX - held.x, event.clientY - held.y) > SLACK;
  if (!held.moving && !far) return;
  Object.assign(held, { x: event.clientX, y: event.clientY });
  if (!held.moving) begin();
  show();
});

addEventListener("pointerup", (event) => {
  if (!held?.moving) { held = null; return; }
  Object.assign(held, { x: event.clientX, y: event.clientY });
  const to = target()?.querySelector(".passage")?.dataset.passage;
  const at = (held.whole ? row(held.part).querySelector(".passage") : held.part).dataset.passage;
  const fields = { do: held.whole ? "join" : "move", at, to };
  end();
  // The click that ends it, if one does, chooses nothing.
  const clicks = new AbortController();
  addEventListener("click", (click) => click.preventDefault(), { capture: true, signal: clicks.signal });
  setTimeout(() => {
    clicks.abort();
    if (to) form.dispatchEvent(new CustomEvent("rows:step", { detail: fields }));
  });
});

addEventListener("pointercancel", end);
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !held) return;
  event.preventDefault();
  end();
});
// The browser's own dragging, of a selection or a link, would take the pointer away.
form?.addEventListener("dragstart", (event) => { if (event.target.closest?.(".row")) event.preventDefault(); });
