// The switch for keys that work by themselves, which a voice or a trembling hand may press unmeant. What
// the reader chose is kept by the browser; other modules ask the page whether keys are on.

const KEPT = "single-keys";
const page = document.documentElement.dataset;

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(value) {
  try {
    localStorage.setItem(KEPT, value);
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
}

// Keys are named to readers only while they work.
function say(on) {
  page.keys = on ? "on" : "off";
  for (const element of document.querySelectorAll("[data-key]")) {
    element.title = on ? element.dataset.keyTitle : "";
    element.ariaKeyShortcuts = on ? element.dataset.key : null;
  }
  for (const box of document.querySelectorAll("[data-keys-switch]")) {
    box.checked = on;
    box.closest("label").hidden = false;
  }
}

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-keys-switch]")) return;
  const on = event.target.checked;
  keep(on ? "on" : "off");
  say(on);
  document.getElementById("copied").textContent = `Single keys ${on ? "work again" : "do nothing now"}, on every page.`;
});
const again = () => say(kept() !== "off");
document.addEventListener("cited", again);
again();
