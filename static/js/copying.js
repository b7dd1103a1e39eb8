// Copies the citation that is shown, as rich text and as plain text together, by its button or by
// the key C anywhere on the page. The button is hidden until this script is there.

const panel = () => document.getElementById("cite");
const shown = () => [...panel().querySelectorAll(".citation")].find((each) => each.checkVisibility());

async function copied(source) {
  const plain = source.innerText.trim();
  const html = new Blob([source.innerHTML.replaceAll("<wbr>", "").trim()], { type: "text/html" });
  try {
    const words = new Blob([plain], { type: "text/plain" });
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": words, "text/html": html })]);
  } catch {
    await navigator.clipboard.writeText(plain);
  }
  return plain;
}

async function copy(say) {
  say("");
  try {
    say("Copied.", await copied(shown()));
  } catch {
    getSelection().selectAllChildren(shown());
    say("Selected; press Ctrl C or Cmd C to copy.");
  }
}

function ready() {
  const button = panel()?.querySelector("[data-copy]");
  if (button) button.hidden = false;
}

document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-copy]")) return;
  copy((words) => (document.getElementById("copied").textContent = words));
});
document.addEventListener("copycitation", () =>
  copy((words, said) => document.dispatchEvent(new CustomEvent("told", { detail: said ? `Copied: ${said}` : words }))),
);
document.addEventListener("cited", ready);
ready();
