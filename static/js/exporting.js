// An export of many records says how far it has come and can be stopped. Without this, or where
// something fails before the first byte, the link is a plain download.

const list = document.querySelector("[data-exports]");
const told = document.querySelector("[data-export-told]");

const counted = (number) => `${number.toLocaleString("en")} ${number === 1 ? "record" : "records"}`;

// How often the ends of records stand in the file, which comes in pieces cut anywhere.
function counter(ends) {
  const decoder = new TextDecoder();
  let rest = "";
  let count = 0;
  return (bytes) => {
    const parts = (rest + decoder.decode(bytes, { stream: true })).split(ends);
    count += parts.length - 1;
    rest = parts.at(-1).slice(1 - ends.length || undefined);
    return count;
  };
}

function saved(response, parts) {
  const named = /filename\*?=(?:utf-8'')?"?([^";]+)/i.exec(response.headers.get("Content-Disposition"));
  const address = URL.createObjectURL(new Blob(parts, { type: response.headers.get("Content-Type") }));
  const link = document.createElement("a");
  link.href = address;
  link.download = decodeURIComponent(named?.[1] ?? "export");
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function download(link, total, signal, show) {
  const response = await fetch(link.href, { signal });
  if (!response.ok) throw new Error(response.statusText);
  const count = counter(JSON.parse(`"${link.dataset.ends}"`));
  const parts = [];
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    show(Math.min(count(value), total));
  }
  saved(response, parts);
}

async function follow(link) {
  const total = Number(list.dataset.exports);
  const stop = new AbortController();
  const words = document.createElement("span");
  const bar = document.createElement("progress");
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "button", textContent: "Stop" });
  Object.assign(bar, { max: total, value: 0, ariaLabel: "Export" });
  button.addEventListener("click", () => stop.abort());
  words.textContent = `${link.textContent}: reading ${counted(total)}…`;
  told.replaceChildren(words, bar, button);
  told.hidden = false;
  list.closest("details").open = false;
  button.focus();
  try {
    await download(link, total, stop.signal, (done) => (bar.value = done));
    words.textContent = `${link.textContent}: ${counted(total)} saved.`;
  } catch (fault) {
    const done = counted(bar.value);
    words.textContent = stop.signal.aborted
      ? `${link.textContent}: stopped after ${done}; nothing was saved.`
      : `${link.textContent}: broken off after ${done}. Please try again.`;
  }
  const focused = document.activeElement === button;
  told.replaceChildren(words);
  if (focused) list.closest("details").querySelector("summary").focus();
}

list?.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-ends]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  follow(link);
});
