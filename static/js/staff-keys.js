// The texts and holdings of the page offered wherever a field asks for one: the keys of texts as
// buttons under their fields, the holdings by name in the choice of the copy translated.

const words = (value) => value.split(/[\s,;]+/).filter(Boolean);

function keys() {
  const found = [];
  for (const block of document.querySelectorAll("#texts-group .inline-related:not(.empty-form)")) {
    const [key, language] = ["key", "language"].map((name) => block.querySelector(`[name$="-${name}"]`)?.value.trim());
    const shown = key || (language || "").split("-")[0].toLowerCase();
    if (shown && !found.includes(shown)) found.push(shown);
  }
  return found;
}

function press(field, key) {
  const now = words(field.value);
  if (field.dataset.keys === "one") field.value = now.includes(key) ? "" : key;
  else field.value = (now.includes(key) ? now.filter((other) => other !== key) : [...now, key]).join(", ");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function mark(button, field) {
  button.setAttribute("aria-pressed", String(words(field.value).includes(button.textContent)));
}

function chip(field, key) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = key;
  button.setAttribute("aria-label", `Text ${key}`);
  mark(button, field);
  return button;
}

function chips(field, found) {
  let box = field.parentElement.querySelector(".chips");
  if (!box) {
    box = document.createElement("span");
    box.className = "chips";
    field.after(box);
  }
  const own = field.closest("#texts-group .inline-related")?.querySelector('[name$="-key"]')?.value;
  const offered = found.filter((key) => key !== own);
  // Replaced only where they differ: a button that goes while it is pressed is never clicked.
  if (offered.join() === [...box.children].map((button) => button.textContent).join()) return;
  box.replaceChildren(...offered.map((key) => chip(field, key)));
}

function holdings() {
  const blocks = document.querySelectorAll("#holdings-group .inline-related:not(.empty-form)");
  return [...blocks].map((block, place) => {
    const value = (name) => block.querySelector(`[name$="-${name}"]`)?.value.trim();
    const archive = block.querySelector('[name$="-repository"]')?.selectedOptions?.[0]?.textContent.trim();
    const named = value("title") || archive || value("citation") || value("url") || value("type");
    return [String(place), `Holding ${place + 1}: ${named.slice(0, 60)}`];
  });
}

function offer(select, found) {
  const chosen = select.value;
  const shown = [...select.options].slice(1).map((option) => option.textContent);
  if (shown.join("\n") === found.map(([, label]) => label).join("\n")) return;
  const options = [["", "not recorded"], ...found].map(([value, label]) => new Option(label, value, false, value === chosen));
  select.replaceChildren(...options);
}

function refresh() {
  const found = keys();
  for (const field of document.querySelectorAll("input[data-keys]")) chips(field, found);
  const held = holdings();
  for (const select of document.querySelectorAll("select[data-holdings]")) offer(select, held);
}

const fieldOf = (box) => box.parentElement.querySelector("input[data-keys]");

// Listened for here and not at each button: a row that is added copies buttons, not listeners.
document.addEventListener("click", (event) => {
  const button = event.target.closest(".chips button");
  if (button) press(fieldOf(button.parentElement), button.textContent);
});
document.addEventListener("input", (event) => {
  const box = event.target.parentElement?.querySelector(".chips");
  for (const button of box?.children ?? []) mark(button, event.target);
});
document.addEventListener("change", refresh);
document.addEventListener("formset:added", refresh);
document.addEventListener("formset:removed", refresh);
refresh();
