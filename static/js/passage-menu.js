// The menu of a passage, which its number opens: its address, its citation, a report.

const NUMBER = ":is(.pair, .side) > [lang] > a:not([class])";
const desk = document.getElementById("texts") ?? document.createElement("div");
const menu = document.createElement("div");
menu.className = "passage-menu";
menu.hidden = true;
menu.innerHTML =
  '<button type="button">Copy its address</button><a data-follow="passage">Cite this passage</a><a>Report an error</a>';
// What is told is heard from the bar of the desk; here it is seen.
const seen = document.createElement("p");
seen.className = "passage-said";
seen.ariaHidden = "true";
seen.hidden = true;
desk.append(menu, seen);
const [copying, citing, reporting] = menu.children;
let fading;

function closePassage(focus) {
  if (menu.hidden) return;
  menu.hidden = true;
  const number = desk.querySelector('[aria-expanded="true"]');
  number?.setAttribute("aria-expanded", "false");
  if (focus) number?.focus();
}

function openPassage(number) {
  const id = number.hash.slice(1);
  const query = new URLSearchParams(location.search);
  query.set("passage", id);
  for (const name of ["cite", "variants"]) query.delete(name);
  citing.href = `?${query}#cite`;
  reporting.href = `/records/${desk.dataset.record}/report/?passage=${id}`;
  copying.dataset.address = new URL(number.hash, location).href;
  number.setAttribute("aria-expanded", "true");
  menu.hidden = false;
  seen.hidden = true;
  const [here, within] = [number.getBoundingClientRect(), desk.getBoundingClientRect()];
  menu.style.top = `${here.bottom - within.top + 4}px`;
  menu.style.left = `${Math.min(here.left - within.left, within.width - menu.offsetWidth - 8)}px`;
  menu.scrollIntoView({ block: "nearest" });
  copying.focus({ preventScroll: true });
}

copying.addEventListener("click", async () => {
  // At once: a click anywhere closes the menu too, and then nobody knows where the focus was.
  closePassage(true);
  let words = "Address copied.";
  try {
    await navigator.clipboard.writeText(copying.dataset.address);
  } catch {
    words = "Not copied. The browser shows the address: copy it there.";
  }
  desk.querySelector("[data-told]").textContent = seen.textContent = words;
  seen.style.cssText = menu.style.cssText;
  seen.hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => (seen.hidden = true), 4000);
});
document.addEventListener("click", (event) => {
  const number = event.target.closest?.(NUMBER);
  closePassage(false);
  if (number && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    history.replaceState(null, "", number.hash);
    openPassage(number);
  }
});
menu.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closePassage(true);
});
menu.addEventListener("focusout", (event) => {
  if (!menu.contains(event.relatedTarget)) closePassage(false);
});
