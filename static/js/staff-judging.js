// Asks before a page with unsaved judgements is left; sends the form in which one writes with Ctrl S.

let edited = document.querySelector("form[data-edited]") !== null;
let last = document.querySelector("form[data-edited]") ?? document.querySelector("form[data-unsaved]");

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-unsaved]");
  if (!form) return;
  edited = true;
  last = form;
});
document.addEventListener("submit", () => { edited = false; });
addEventListener("beforeunload", (event) => { if (edited) event.preventDefault(); });
addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key !== "s" || !last) return;
  event.preventDefault();
  last.requestSubmit(last.querySelector("button.primary"));
});
