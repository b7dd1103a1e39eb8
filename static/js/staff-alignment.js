// The rows of a record: steps without leaving the page. The server does every step to the table that
// the form carries, and answers with the rows that changed.

const form = document.querySelector("form[data-alignment]");
let busy = false;
let leaving = false;

const rows = () => [...form.querySelectorAll("[data-row]")];
const say = (words, kind = "info") => {
  const line = form.querySelector("[data-said]");
  line.className = `said ${kind}`;
  line.textContent = words;
};
const stand = (passage) => passage?.querySelector("input").focus({ preventScroll: false });

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

form?.addEventListener("rows:step", (event) => step(event.detail));
form?.addEventListener("rows:save", save);

addEventListener("beforeunload", (event) => {
  if (!leaving && form?.querySelector("[data-unsaved]")) event.preventDefault();
});
form?.querySelector("input[name=at]:checked")?.closest(".passage")?.scrollIntoView({ block: "center" });
