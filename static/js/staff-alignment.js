// The rows of a record: keys, dragging, and steps without leaving the page. The server does every
// step to the table that the form carries, and answers with the rows that changed.

const form = document.querySelector("form[data-alignment]");
const KEYS = { j: "join-above", J: "join-below", s: "split", u: "up", d: "down", a: "alone", x: "part", p: "pin", P: "unpin" };
const CTRL = { z: "undo", y: "redo", Z: "redo", s: "save" };
let busy = false;
let leaving = false;

const rows = () => [...form.querySelectorAll("[data-row]")];
const say = (words, kind = "info") => {
  const line = form.querySelector("[data-said]");
  line.className = `said ${kind}`;
  line.textContent = words;
};
const stand = (passage) => passage?.querySelector("input").focus({ preventScroll: false });

function choose(passage) {
  if (!passage) return;
  passage.querySelector("input").checked = true;
  stand(passage);
}

function put(answer) {
  const list = form.querySelector("[data-rows]");
  const old = rows().slice(Number(answer.dataset.first)).slice(0, Number(answer.dataset.removed));
  const after = rows()[Number(answer.dataset.first) + old.length] ?? null;
  const chosen = answer.querySelector("[data-rows] input:checked")?.value ?? form.elements.at?.value;
  for (const row of [...answer.querySelectorAll("[data-row]")]) list.insertBefore(row, after);
  for (const row of old) row.remove();
  for (const part of answer.querySelectorAll("[data-swap]")) form.querySelector(`#${part.id}`).replaceWith(part);
  rows().forEach((row, place) => {
    row.setAttribute("aria-label", `Row ${place + 1}`);
    for (const number of row.querySelectorAll("[data-number]")) number.textContent = place + 1;
  });
  return chosen;
}

async function ask(fields) {
  const body = new FormData(form);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const headers = { "X-Requested-With": "fetch" };
  const response = await fetch(form.action, { method: "POST", body, headers, redirect: "manual", signal: AbortSignal.timeout(30_000) });
  if (response.type === "opaqueredirect") throw new Error("You are signed out. Sign in in another tab, then press again: nothing on this page is lost.");
  if (!response.ok) throw new Error(`The server answered ${response.status}. Nothing is lost: press again.`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

// As a browser without scripts does: the answer is the whole page.
function leave(fields) {
  leaving = true;
  for (const [name, value] of Object.entries(fields)) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  form.submit();
}

async function step(fields) {
  if (busy) return;
  busy = true;
  form.setAttribute("aria-busy", "true");
  const button = document.activeElement?.closest(".toolbar button")?.value;
  try {
    const page = await ask(fields);
    const answer = page.querySelector("[data-patch]");
    if (!answer) return leave(fields);
    const chosen = put(answer);
    const line = answer.querySelector("[data-said]");
    say(line.textContent, line.className);
    const back = button && form.querySelector(`.toolbar button[value="${button}"]`);
    if (back) back.focus();
    else stand(form.querySelector(`[data-passage="${chosen}"]`));
  } catch (error) {
    say(error instanceof TypeError || error.name === "TimeoutError" ? "No answer from the server. Nothing is lost: press again." : error.message, "error");
  } finally {
    busy = false;
    form.removeAttribute("aria-busy");
  }
}

// The passage before or after in one text, or the nearest in the text beside.
function neighbour(passage, key) {
  const cell = passage.parentElement;
  const column = [...cell.parentElement.querySelectorAll(".cell")].indexOf(cell);
  if (key === "ArrowUp" || key === "ArrowDown") {
    const all = rows().flatMap((row) => [...row.querySelectorAll(".cell")[column].children]);
    return all[all.indexOf(passage) + (key === "ArrowDown" ? 1 : -1)];
  }
  const beside = column + (key === "ArrowRight" ? 1 : -1);
  const from = rows().indexOf(passage.closest("[data-row]"));
  const found = rows().map((row, place) => [Math.abs(place - from), row.querySelectorAll(".cell")[beside]?.firstElementChild]);
  return found.filter(([, other]) => other).sort(([one], [other]) => one - other)[0]?.[1];
}

function unsure(forward) {
  const now = rows().indexOf(form.querySelector("input[name=at]:checked")?.closest("[data-row]"));
  const found = rows().map((row, place) => [row, place]).filter(([row]) => row.classList.contains("unsure"));
  const [row] = (forward ? found.find(([, place]) => place > now) : found.findLast(([, place]) => place < now)) ?? [];
  if (row) choose(row.querySelector(".passage"));
  else say(found.length ? `No unsure row ${forward ? "below" : "above"} this one.` : "No row is unsure.");
}

function save() {
  if (busy) return;
  busy = true;
  form.setAttribute("aria-busy", "true");
  say("Saving …");
  leave({ do: "save" });
}

form?.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (button?.hasAttribute("data-page")) { leaving = true; return; }
  event.preventDefault();
  if (!button || button.getAttribute("aria-disabled")) return;
  if (button.hasAttribute("data-save")) save();
  else step({ do: button.value });
});

form?.addEventListener("keydown", (event) => {
  const ctrl = event.ctrlKey || event.metaKey;
  const command = ctrl ? CTRL[event.key] : undefined;
  if (command) {
    event.preventDefault();
    if (command === "save") save();
    else step({ do: command });
    return;
  }
  const passage = event.target.closest(".passage");
  if (!passage || ctrl || event.altKey) return;
  if (event.key.startsWith("Arrow")) choose(neighbour(passage, event.key));
  else if (event.key === "n" || event.key === "N") unsure(event.key === "n");
  else if (KEYS[event.key]) step({ do: KEYS[event.key] });
  else return;
  event.preventDefault();
});

form?.addEventListener("click", (event) => {
  if (!event.target.closest("[data-unsure]")) return;
  event.preventDefault();
  choose(form.querySelector(".row.unsure .passage"));
});

// Dragging: to any place in a row.
let dragged = null;
const over = (row) => { for (const other of form.querySelectorAll(".row.over")) other.classList.toggle("over", other === row); row?.classList.add("over"); };
form?.addEventListener("pointerdown", (event) => {
  const passage = event.target.closest(".passage");
  if (passage) passage.draggable = true;
});
form?.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.(".passage");
  dragged?.classList.add("dragged");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged?.dataset.passage ?? "");
});
form?.addEventListener("dragover", (event) => {
  const row = event.target.closest("[data-row]");
  over(row);
  if (dragged && row) event.preventDefault();
});
form?.addEventListener("drop", (event) => {
  const to = event.target.closest("[data-row]")?.querySelector(".passage")?.dataset.passage;
  if (!dragged || !to) return;
  event.preventDefault();
  choose(dragged);
  step({ do: "move", at: dragged.dataset.passage, to });
});
form?.addEventListener("dragend", () => {
  dragged?.classList.remove("dragged");
  dragged = null;
  over(null);
});

addEventListener("beforeunload", (event) => {
  if (!leaving && form?.querySelector("[data-unsaved]")) event.preventDefault();
});
form?.querySelector("input[name=at]:checked")?.closest(".passage")?.scrollIntoView({ block: "center" });
