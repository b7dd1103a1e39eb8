// Rows of a record's page: more hands in a text, and chosen entries kept in the order of choosing.

function renumber(row, number) {
  for (const field of row.querySelectorAll("input, select")) {
    field.name = field.name.replace(/-\d+-(\w+)$/, `-${number}-$1`);
    if (field.id) field.id = field.id.replace(/-\d+-(\w+)$/, `-${number}-$1`);
  }
  row.setAttribute("aria-label", `Hand ${number + 1}`);
}

function addHand(hands) {
  const rows = hands.querySelectorAll(".hand");
  const row = rows[rows.length - 1].cloneNode(true);
  renumber(row, rows.length);
  for (const input of row.querySelectorAll("input")) input.value = "";
  rows[rows.length - 1].after(row);
  row.querySelector("input").focus();
}

function showButtons(root) {
  for (const button of root.querySelectorAll("[data-add-hand]")) button.hidden = false;
}

// What is filled in is open, and of a holding the part that its kind needs.
function openParts(root) {
  for (const details of root.querySelectorAll(".inline-related fieldset.collapse details")) {
    const fields = details.querySelectorAll("input:not([type=hidden], [type=checkbox]), textarea, select:not([name$=-kind])");
    if ([...fields].some((field) => field.value.trim() && field.value !== "__prefix__")) details.open = true;
  }
  const blocks = root.matches?.(".inline-related") ? [root] : root.querySelectorAll("#holdings-group .inline-related");
  for (const block of blocks) {
    const type = block.querySelector('[name^="holdings-"][name$="-type"]');
    const parts = block.querySelectorAll("fieldset.collapse details");
    if (type && parts.length > 1) parts[type.value === "archive" ? 0 : 1].open = true;
  }
}

document.addEventListener("change", (event) => {
  if (event.target.name?.endsWith("-type")) openParts(event.target.closest(".inline-related"));
});
document.addEventListener("formset:added", (event) => openParts(event.target));
openParts(document);

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-add-hand]");
  if (button) addHand(button.closest("[data-hands]"));
});
document.addEventListener("formset:added", (event) => showButtons(event.target));
showButtons(document);

// A select sends its options in the order in which they stand: the one chosen last goes last.
window.django.jQuery(document).on("select2:select", "select[data-ordered]", (event) => {
  const option = event.params.data.element;
  if (option) option.parentElement.append(option);
});

// The box of an autocomplete, and the field in which it is typed, have no label of their own.
function nameSearches() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const label = document.querySelector(`label[for="${select.id}"]`);
    if (!label) continue;
    const field = select.parentElement.querySelector(".select2-search__field");
    field?.setAttribute("aria-label", label.textContent.trim());
    nameBox(select.parentElement.querySelector(".select2-selection--single"), label, select.id);
  }
}

function nameBox(box, label, id) {
  label.id ||= `${id}_label`;
  box?.setAttribute("aria-labelledby", label.id);
  box?.querySelector("[role=textbox]")?.setAttribute("aria-labelledby", label.id);
}

document.addEventListener("formset:added", () => setTimeout(nameSearches));
window.django.jQuery(() => setTimeout(nameSearches));
