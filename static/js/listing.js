// The citation list: how many it holds, in the header, and adding to it without leaving the page.
// The page is the same for every reader: the number comes from a cookie that only the list sets.

const listLink = document.querySelector("a[data-list]");

function showCount() {
  const found = /(?:^|; )listed=(\d+)/.exec(document.cookie);
  listLink.textContent = Number(found?.[1]) ? `List (${found[1]})` : "List";
}

async function addToList(event) {
  const form = event.target.closest("form[data-add]");
  if (!form) return;
  event.preventDefault();
  const told = form.querySelector("[role=status]");
  const sent = new URLSearchParams(new FormData(form, event.submitter));
  try {
    const headers = { Accept: "application/json" };
    const answer = await fetch(form.action, { method: "POST", body: sent, headers });
    const said = await answer.json();
    told.textContent = answer.ok ? said.said : said.detail;
    if (answer.ok && event.submitter.matches(".to-list")) event.submitter.firstChild.data = "Added to list";
    showCount();
  } catch {
    form.removeAttribute("data-add");
    form.requestSubmit(event.submitter);
  }
}

document.addEventListener("submit", addToList);
addEventListener("pageshow", showCount);
