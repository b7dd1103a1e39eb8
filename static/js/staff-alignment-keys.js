// The keys of the screen of rows, for whoever has chosen a passage, and the way to rows that are unsure.

const form = document.querySelector("form[data-alignment]");
const KEYS = { j: "join-above", J: "join-below", s: "split", u: "up", d: "down", a: "alone", x: "part", p: "pin", P: "unpin" };
const CTRL = { z: "undo", y: "redo", Z: "redo", s: "save" };

const rows = () => [...form.querySelectorAll("[data-row]")];
const tell = (name, detail) => form.dispatchEvent(new CustomEvent(name, { detail }));

function choose(passage) {
  if (!passage) return;
  passage.querySelector("input").checked = true;
  passage.querySelector("input").focus();
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
  else form.querySelector("[data-said]").textContent = found.length ? `No unsure row ${forward ? "below" : "above"} this one.` : "No row is unsure.";
}

form?.addEventListener("keydown", (event) => {
  const ctrl = event.ctrlKey || event.metaKey;
  const command = ctrl ? CTRL[event.key] : undefined;
  if (command) {
    event.preventDefault();
    if (command === "save") tell("rows:save");
    else tell("rows:step", { do: command });
    return;
  }
  const passage = event.target.closest(".passage");
  if (!passage || ctrl || event.altKey) return;
  if (event.key.startsWith("Arrow")) choose(neighbour(passage, event.key));
  else if (event.key === "n" || event.key === "N") unsure(event.key === "n");
  else if (KEYS[event.key]) tell("rows:step", { do: KEYS[event.key] });
  else return;
  event.preventDefault();
});

form?.addEventListener("click", (event) => {
  if (!event.target.closest("[data-unsure]")) return;
  event.preventDefault();
  choose(form.querySelector(".row.unsure .passage"));
});
