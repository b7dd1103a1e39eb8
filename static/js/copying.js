// Copies the words of the element that data-copy names, and says so to eyes and screen readers.
// A button with data-copy is hidden until this script has found that it can copy.

async function copy(source, status) {
  const plain = source.innerText.trim();
  const html = new Blob([source.innerHTML.replaceAll("<wbr>", "").trim()], { type: "text/html" });
  try {
    const words = new Blob([plain], { type: "text/plain" });
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": words, "text/html": html })]);
  } catch {
    await navigator.clipboard.writeText(plain);
  }
  status.textContent = "Copied.";
}

function select(source, status) {
  getSelection().selectAllChildren(source);
  status.textContent = "Selected; press Ctrl C or Cmd C to copy.";
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  const status = document.getElementById(button.dataset.copyStatus);
  button.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      await copy(source, status);
    } catch {
      select(source, status);
    }
  });
}
