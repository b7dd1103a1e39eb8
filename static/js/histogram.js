// Dragging over the bars of the years chooses a range. Each bar is a link to its own years without
// this, and the two fields below take any days.

const chart = document.querySelector(".histogram[data-range]");
const form = document.querySelector("[data-range-form]");
let from = null;

const barAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest(".histogram a");

function ends(one, other) {
  const years = [one, other].flatMap((bar) => [bar.dataset.first, bar.dataset.last].map(Number));
  return [Math.min(...years), Math.max(...years)];
}

function light(first, last) {
  for (const bar of chart.querySelectorAll("a")) {
    const within = first <= Number(bar.dataset.last) && Number(bar.dataset.first) <= last;
    bar.classList.toggle("on", within);
  }
  form.elements.from.value = String(first).padStart(4, "0");
  form.elements.to.value = String(last).padStart(4, "0");
}

if (chart && form) {
  chart.addEventListener("dragstart", (event) => event.preventDefault());
  chart.addEventListener("pointerdown", (event) => {
    from = event.button === 0 ? barAt(event) : null;
  });
  addEventListener("pointermove", (event) => {
    const to = from && barAt(event);
    if (to && to !== from) {
      chart.dataset.dragged = "yes";
      light(...ends(from, to));
    } else if (to && chart.dataset.dragged) {
      light(...ends(from, from));
    }
  });
  addEventListener("pointerup", () => {
    from = null;
    if (chart.dataset.dragged) form.requestSubmit();
  });
  addEventListener("pointercancel", () => (from = null));
  chart.addEventListener("click", (event) => {
    if (chart.dataset.dragged) event.preventDefault();
  });
}
