// Asks before a page with unsaved work is left; saves with Ctrl S.

const form = document.getElementById("record_form");
let edited = document.querySelector(".errornote, .conflict") !== null;
form.addEventListener("input", () => { edited = true; });
form.addEventListener("submit", () => { edited = false; });
addEventListener("beforeunload", (event) => { if (edited) event.preventDefault(); });
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    form.requestSubmit(form.querySelector('[name="_continue"]'));
  }
});
