// Asks before a page with unsaved judgements is left; sends the form in which one writes with Ctrl S.
// In a difference letters choose what it is, N goes to the next, Ctrl Enter saves that one.

let edited = document.querySelector("form[data-edited]") !== null;
let last = document.querySelector("form[data-edited]") ?? document.querySelector("form[data-unsaved]");

const STATES = { o: "open", t: "true difference", e: "explained", d: "dismissed" };

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-unsaved]");
  if (!form) return;
  edited = true;
  last = form;
});
document.addEventListener("submit", () => { edited = false; });
addEventListener("beforeunload", (event) => { if (edited) event.preventDefault(); });

function choose(difference, state) {
  const radio = difference.querySelector(`input[type=radio][value="${state}"]`);
  if (!radio) return;
  radio.checked = true;
  radio.dispatchEvent(new Event("input", { bubbles: true }));
  (state === "explained" ? difference.querySelector("textarea") : radio).focus();
}

function goOn(difference) {
  const link = difference.querySelector("[data-next]");
  const after = [...document.querySelectorAll("[data-judge]")];
  if (link) link.click();
  else (after[after.indexOf(difference) + 1] ?? after[0]).focus();
}

addEventListener("keydown", (event) => {
  const ctrl = event.ctrlKey || event.metaKey;
  const difference = event.target.closest?.("[data-judge]");
  if (ctrl && event.key === "s" && last) last.requestSubmit(last.querySelector("button.primary"));
  else if (ctrl && event.key === "Enter" && difference) difference.querySelector("[data-save]")?.click();
  else if (ctrl || event.altKey || !difference || event.target.matches("textarea")) return;
  else if (event.key === "n") goOn(difference);
  else if (STATES[event.key]) choose(difference, STATES[event.key]);
  else return;
  event.preventDefault();
});
