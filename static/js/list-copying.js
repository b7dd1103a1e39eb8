// Copies the whole list as it stands on the page, as rich text and as plain text together: headings
// and citations, without the controls between them. The button is hidden until this script runs.

const copyList = document.querySelector("button[data-copy-list]");

function wholeList() {
  const parts = [...document.querySelectorAll("#items .part-heading, #items .cited")];
  const html = parts.map((part) => {
    const name = part.matches("h2, h3") ? part.localName : "p";
    return `<${name}>${part.innerHTML.replaceAll("<wbr>", "").trim()}</${name}>`;
  });
  return { html: html.join("\n"), plain: parts.map((part) => part.textContent.trim()).join("\n\n") };
}

async function copyAll() {
  const { html, plain } = wholeList();
  const blob = (words, type) => new Blob([words], { type });
  const both = { "text/plain": blob(plain, "text/plain"), "text/html": blob(html, "text/html") };
  try {
    await navigator.clipboard.write([new ClipboardItem(both)]);
  } catch {
    await navigator.clipboard.writeText(plain);
  }
}

if (copyList) {
  const status = document.getElementById(copyList.dataset.copyStatus);
  copyList.hidden = false;
  copyList.addEventListener("click", async () => {
    status.textContent = "";
    try {
      await copyAll();
      status.textContent = "Copied.";
    } catch {
      status.textContent = "This browser does not let pages copy. Export the list as plain text.";
    }
  });
}
