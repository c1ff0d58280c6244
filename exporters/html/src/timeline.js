// Events over time: bars, and two handles that cut the period.
import { byId } from "./dom.js";
import { dayText } from "./data.js";

const svg = "http://www.w3.org/2000/svg";
const mostBars = 120;

export function makeTimeline(graph, filters, changed) {
  const spans = graph.nodes.filter((node) => node.days).map((node) => node.days);
  const ends = spans.flat().filter((days) => Math.abs(days) < 1e7);
  if (new Set(ends).size < 2) return;
  ends.sort((a, b) => a - b);
  // A stray year far away would squeeze all others into one bar: the scale covers the middle 90 of 100.
  const low = ends[Math.floor(ends.length * 0.05)];
  const high = ends[Math.ceil(ends.length * 0.95) - 1];
  const first = high > low ? low : ends[0];
  const last = high > low ? high : ends[ends.length - 1];
  const bars = Math.min(mostBars, last - first + 1);
  const edge = (i) => first + Math.round(((last + 1 - first) * i) / bars);
  const counts = Array.from({ length: bars }, (_, i) => spans.filter(([a, b]) => a < edge(i + 1) && b >= edge(i)).length);
  const rects = drawBars(counts);
  const [from, to] = [byId("from"), byId("to")];
  for (const input of [from, to]) Object.assign(input, { min: 0, max: bars, step: 1 });
  from.value = 0;
  to.value = bars;
  const update = (event) => {
    if (Number(from.value) >= Number(to.value)) {
      if (event?.target === from) from.value = Number(to.value) - 1;
      else to.value = Number(from.value) + 1;
    }
    const [a, b] = [Number(from.value), Number(to.value)];
    filters.from = a === 0 ? -Infinity : edge(a);
    filters.to = b === bars ? Infinity : edge(b) - 1;
    rects.forEach((rect, i) => rect.setAttribute("class", i >= a && i < b ? "in" : ""));
    const inside = spans.filter(([s, e]) => s <= filters.to && e >= filters.from).length;
    const [start, end] = [dayText(edge(a)), dayText(edge(b) - 1)];
    from.setAttribute("aria-valuetext", start);
    to.setAttribute("aria-valuetext", end);
    byId("period").textContent = `${start} to ${end}: ${inside} of ${spans.length} dated events`;
    if (event) changed();
  };
  from.addEventListener("input", update);
  to.addEventListener("input", update);
  byId("reset").addEventListener("click", () => {
    from.value = 0;
    to.value = bars;
    update(new Event("reset"));
  });
  byId("timeline").hidden = false;
  update();
}

function drawBars(counts) {
  const most = Math.max(...counts, 1);
  const box = byId("bars");
  box.setAttribute("viewBox", `0 0 ${counts.length} 100`);
  const rects = counts.map((count, i) => {
    const rect = document.createElementNS(svg, "rect");
    const height = count ? Math.max(6, (100 * Math.sqrt(count)) / Math.sqrt(most)) : 0;
    for (const [name, value] of Object.entries({ x: i + 0.08, width: 0.84, y: 100 - height, height })) rect.setAttribute(name, value);
    return rect;
  });
  box.replaceChildren(...rects);
  return rects;
}
