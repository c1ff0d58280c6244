// Puts the page together: reads the graph, makes the filters, the picture, the search, the timeline and the panel.
import { dot, element, byId } from "./dom.js";
import { readGraph } from "./data.js";
import { draw } from "./draw.js";
import { makeFilters } from "./filters.js";
import { makePanel } from "./panel.js";
import { makeSearch } from "./search.js";
import { makeTimeline } from "./timeline.js";

const mostListed = 300;

function main() {
  const graph = readGraph(byId("graph").textContent);
  document.title = byId("title").textContent = graph.title;
  let picture = null;
  let pending = false;

  const changed = () => {
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => {
      pending = false;
      picture?.refresh();
      showList();
    });
  };
  const shows = makeFilters(graph, changed);

  function showList() {
    const nodes = graph.nodes.filter(shows.showsNode);
    const relationships = graph.relationships.filter(shows.showsRelationship);
    const number = (n) => n.toLocaleString("en");
    byId("count").textContent = `${number(nodes.length)} nodes, ${number(relationships.length)} relationships`;
    const degree = (node) => node.out.length + node.in.length;
    nodes.sort((a, b) => degree(b) - degree(a) || (a.caption < b.caption ? -1 : 1));
    byId("list").replaceChildren(...nodes.slice(0, mostListed).map((node) => element("li", {},
      element("button", { onclick: () => choose(node) }, dot(node.colour), element("span", {}, node.caption)))));
  }

  function choose(node) {
    shows.show(node);
    byId("filters").classList.remove("open");
    byId("toggle-filters").setAttribute("aria-expanded", "false");
    panel.showNode(node);
    picture?.resize();
    picture?.focusNode(node);
    changed();
  }
  const panel = makePanel(graph, choose, () => {
    picture?.focusNode(null);
    picture?.resize();
  });

  try {
    picture = draw(graph, byId("stage"), shows, choose, (relationship) => {
      panel.showRelationship(relationship);
      picture.resize();
      picture.focusRelationship(relationship);
    }, () => byId("panel").hidden || panel.close());
  } catch (error) {
    byId("notice").hidden = false;
    byId("notice").textContent = "This browser cannot draw the picture (WebGL is off). Search, filters and the list work without it.";
    console.warn(error);
  }

  makeSearch(graph, choose);
  makeTimeline(graph, shows.filters, changed);
  showList();
  wireKeys(picture, panel);
  wireTheme(() => picture?.recolour());
  byId("toggle-filters").addEventListener("click", () => {
    const open = byId("filters").classList.toggle("open");
    byId("toggle-filters").setAttribute("aria-expanded", String(open));
  });
  const ready = () => (document.documentElement.dataset.ready = "true");
  if (picture) picture.layOut(ready);
  else ready();
  window.attest = { graph, picture, choose };
}

function wireKeys(picture, panel) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !byId("panel").hidden) panel.close();
    if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      byId("query").focus();
    }
  });
  if (!picture) return;
  for (const button of document.querySelectorAll("[data-zoom]"))
    button.addEventListener("click", () => picture.zoom[button.dataset.zoom]());
  const keys = { "+": picture.zoom.in, "=": picture.zoom.in, "-": picture.zoom.out, 0: picture.zoom.all,
    ArrowLeft: () => picture.pan(-1, 0), ArrowRight: () => picture.pan(1, 0),
    ArrowUp: () => picture.pan(0, 1), ArrowDown: () => picture.pan(0, -1) };
  byId("stage").addEventListener("keydown", (event) => {
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
}

function wireTheme(recolour) {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const set = (dark) => {
    root.dataset.theme = dark ? "dark" : "light";
    recolour();
  };
  set(system.matches);
  system.addEventListener("change", () => set(system.matches));
  byId("theme").addEventListener("click", () => set(root.dataset.theme !== "dark"));
}

main();
