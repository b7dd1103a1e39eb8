// A button that prints the page. It is hidden until this script runs: a browser's own menu does the same.

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
