// Menus made of details[data-menu]: Escape closes the open one and gives focus back to its summary;
// a click or focus elsewhere closes it too.

const openMenu = () => document.querySelector("details[data-menu][open]");

function closeUnless(within) {
  const menu = openMenu();
  if (menu && !menu.contains(within)) menu.open = false;
}

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && openMenu();
  if (!menu) return;
  if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
  menu.open = false;
});
document.addEventListener("focusin", (event) => closeUnless(event.target));
document.addEventListener("click", (event) => closeUnless(event.target));
