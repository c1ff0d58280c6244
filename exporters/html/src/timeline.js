// Events over time: bars, and two handles that cut the period. A bar, or the button below, lists its events.
import { byId, element } from "./dom.js";
import { dayText } from "./data.js";

const svg = "http://www.w3.org/2000/svg";
const mostBars = 120;
const mostTicks = 9;

export function makeTimeline(graph, filters, changed, list) {
  const events = graph.nodes.filter((node) => node.days);
  const ends = events.flatMap((event) => event.days).filter((days) => Math.abs(days) < 1e7);
  if (new Set(ends).size < 2) return;
  ends.sort((a, b) => a - b);
  // A stray year far away would squeeze all others into one bar: the scale covers the middle 90 of 100.
  const low = ends[Math.floor(ends.length * 0.05)];
  const high = ends[Math.ceil(ends.length * 0.95) - 1];
  const first = high > low ? low : ends[0];
  const last = high > low ? high : ends[ends.length - 1];
  const bars = Math.min(mostBars, last - first + 1);
  const edge = (i) => first + Math.round(((last + 1 - first) * i) / bars);
  // What lies before and after the scale belongs to its first and last bar.
  const start = (i) => (i === 0 ? -Infinity : edge(i));
  const end = (i) => (i === bars ? Infinity : edge(i) - 1);
  const within = (a, b) => events.filter(({ days }) => days[0] <= end(b) && days[1] >= start(a));
  const title = (a, b) => `${dayText(edge(a))} to ${dayText(edge(b) - 1)}`;

  const rects = drawBars(weights(events, bars, start, end), (i) => list(title(i, i + 1), within(i, i + 1)));
  drawTicks(first, last + 1);
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
    [filters.from, filters.to] = [start(a), end(b)];
    rects.forEach((rect, i) => rect.setAttribute("class", i >= a && i < b ? "in" : ""));
    from.setAttribute("aria-valuetext", dayText(edge(a)));
    to.setAttribute("aria-valuetext", dayText(edge(b) - 1));
    byId("period").textContent = `${title(a, b)}: ${within(a, b).length} of ${events.length} dated events`;
    if (event) changed();
  };
  from.addEventListener("input", update);
  to.addEventListener("input", update);
  byId("period-events").addEventListener("click", () =>
    list(title(Number(from.value), Number(to.value)), within(Number(from.value), Number(to.value))));
  for (const id of ["reset", "show-all"])
    byId(id).addEventListener("click", () => {
      from.value = 0;
      to.value = bars;
      update(new Event("reset"));
    });
  byId("timeline").hidden = false;
  update();
}

/** An event counts for one, spread over the bars that its date may mean. */
function weights(events, bars, start, end) {
  const sums = new Array(bars).fill(0);
  for (const { days } of events) {
    const touched = sums.map((_, i) => i).filter((i) => days[0] <= end(i + 1) && days[1] >= start(i));
    for (const i of touched) sums[i] += 1 / touched.length;
  }
  return sums;
}

function drawBars(counts, list) {
  const most = Math.max(...counts, 1e-9);
  const box = byId("bars");
  box.setAttribute("viewBox", `0 0 ${counts.length} 100`);
  const rects = counts.map((count, i) => {
    const rect = document.createElementNS(svg, "rect");
    const height = count ? Math.max(4, (100 * Math.sqrt(count)) / Math.sqrt(most)) : 0;
    for (const [name, value] of Object.entries({ x: i + 0.08, width: 0.84, y: 100 - height, height })) rect.setAttribute(name, value);
    return rect;
  });
  box.replaceChildren(...rects);
  box.addEventListener("click", ({ clientX }) => {
    const { left, width } = box.getBoundingClientRect();
    list(Math.min(counts.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * counts.length))));
  });
  return rects;
}

/** Years, or months where the scale is short, at round distances. */
function drawTicks(first, after) {
  const month = (days) => new Date(days * 86400000).getUTCFullYear() * 12 + new Date(days * 86400000).getUTCMonth();
  const dayOf = (months) => new Date(0).setUTCFullYear(Math.floor(months / 12), ((months % 12) + 12) % 12, 1) / 86400000;
  const steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000];
  const step = steps.find((months) => (month(after) - month(first)) / months <= mostTicks) ?? 60000;
  const ticks = [];
  for (let at = Math.ceil(month(first) / step) * step; dayOf(at) < after; at += step)
    if (dayOf(at) >= first) {
      const text = step % 12 === 0 ? String(at / 12) : dayText(dayOf(at)).slice(0, 7);
      const tick = element("span", {}, text);
      tick.style.left = `${(100 * (dayOf(at) - first)) / (after - first)}%`;
      ticks.push(tick);
    }
  byId("ticks").replaceChildren(...ticks);
}
