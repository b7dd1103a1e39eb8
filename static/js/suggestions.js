// Search boxes, form[data-suggestions]: while a reader types, people, places, collections and titles
// that begin so stand below. Down and Up choose one, Enter goes there, Escape puts the list away;
// Enter without a choice searches as ever.

const PAUSE = 150;

const everywhere = () => document.querySelectorAll("form[data-suggestions]:not(:has([role=combobox]))").forEach(suggestTo);
everywhere();
// A citation panel that came in another's place brings a box of its own.
document.addEventListener("cited", everywhere);

function suggestTo(form) {
  const input = form.elements.q;
  const list = add(form, "ul", { role: "listbox", id: `suggestions-${form.classList[0] ?? "head"}`, hidden: "" });
  list.className = "suggestions";
  list.setAttribute("aria-label", "Suggestions");
  const status = add(form, "p", { role: "status" });
  status.className = "visually-hidden";
  // A search box may not be a combobox; a text box may.
  input.type = "text";
  input.enterKeyHint = "search";
  input.autocomplete = "off";
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  let waiting = 0;
  let asking = null;
  close();

  function close() {
    clearTimeout(waiting);
    asking?.abort();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function chosen() {
    return [...list.children].findIndex((each) => each.ariaSelected === "true");
  }

  function choose(index) {
    for (const [n, each] of [...list.children].entries()) each.ariaSelected = String(n === index);
    const option = list.children[index];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function show(suggestions) {
    // Whoever is quicker than the answer keeps what was chosen from the list before it.
    const kept = list.children[chosen()]?.dataset.url;
    list.replaceChildren(...suggestions.map((each, n) => drawn(each, `${list.id}-${n}`)));
    const some = suggestions.length > 0;
    list.hidden = !some;
    input.setAttribute("aria-expanded", String(some));
    choose(suggestions.findIndex((each) => each.url === kept));
    const count = suggestions.length === 1 ? "1 suggestion" : `${suggestions.length} suggestions`;
    status.textContent = some ? `${count}, Down to choose` : "";
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    const typed = input.value.trim();
    if (!typed) return close();
    try {
      const address = `${form.dataset.suggestions}?${new URLSearchParams(new FormData(form))}`;
      const answer = await fetch(address, { signal: asking.signal });
      const found = answer.ok ? (await answer.json()).suggestions : [];
      if (input.value.trim() === typed && document.activeElement === input) show(found);
    } catch (error) {
      if (error.name !== "AbortError") show([]);
    }
  }

  input.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(ask, PAUSE);
  });
  input.addEventListener("compositionend", () => {
    waiting = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const count = list.hidden ? 0 : list.children.length;
    const now = chosen();
    const to = { ArrowDown: now + 1 < count ? now + 1 : -1, ArrowUp: now < 0 ? count - 1 : now - 1 };
    if (event.key in to && count) choose(to[event.key]);
    else if (event.key === "ArrowDown" && input.value.trim()) ask();
    else if (event.key === "Escape" && count) close();
    else if (event.key === "Enter" && now >= 0) go(list.children[now]);
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", close);
  input.addEventListener("blur", close);
  // The box keeps its focus while the list is clicked.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) go(option);
  });
}

function go(option) {
  document.dispatchEvent(new CustomEvent("suggested", { detail: option.dataset.url }));
  location.assign(option.dataset.url);
}

function drawn(suggestion, id) {
  const option = document.createElement("li");
  option.id = id;
  option.role = "option";
  option.ariaSelected = "false";
  option.dataset.url = suggestion.url;
  add(option, "bdi").textContent = suggestion.label;
  if (suggestion.form) {
    add(option, "bdi", { class: "form", lang: suggestion.language }).textContent = suggestion.form;
  }
  add(option, "span").textContent = suggestion.says;
  return option;
}

function add(parent, name, attributes = {}) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  parent.append(made);
  return made;
}
