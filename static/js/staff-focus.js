// Where the keyboard stands: on what must be put right, in a row just added, near a row removed.

// An autocomplete hides its select; the box shown in its place takes the keyboard.
function takeKeyboard(element) {
  for (let part = element; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
  const box = element.matches("select.select2-hidden-accessible") && element.nextElementSibling?.querySelector("[tabindex='0'], .select2-search__field");
  (box || element).focus();
}

const shown = (element) => element.offsetParent !== null;

// To the field itself, or the first that is seen in a row or a table.
function goTo(target) {
  takeKeyboard(target.matches("input, select, textarea") ? target : [...target.querySelectorAll("input, select, textarea, a")].find(shown) ?? target);
}

const summary = document.querySelector("[data-mistakes]");
// After everything else: the admin itself puts the keyboard into the first field of an empty form.
if (summary) addEventListener("load", () => setTimeout(() => summary.focus()));
// A page that leads to a field here names it in the address; what takes the keyboard itself has it already.
const named = !summary && location.hash && document.getElementById(location.hash.slice(1));
if (named && !named.matches("[tabindex]")) addEventListener("load", () => setTimeout(() => goTo(named)));
summary?.addEventListener("click", (event) => {
  const target = document.getElementById(event.target.closest("a")?.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  goTo(target);
});

document.addEventListener("formset:added", (event) => setTimeout(() => {
  const first = [...event.target.querySelectorAll("input, select, textarea")].find((field) => field.type !== "hidden" && shown(field));
  if (first) takeKeyboard(first);
}));
document.addEventListener("formset:removed", (event) => {
  document.querySelector(`#${event.detail.formsetName}-group .add-row a`)?.focus();
});

// A link that is called a button is pressed with the space bar too.
document.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches("a[role=button]")) return;
  event.preventDefault();
  event.target.click();
});
