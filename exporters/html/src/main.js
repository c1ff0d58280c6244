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
  let picture = null;
  const graph = readGraph(byId("graph").textContent);
  document.title = byId("title").textContent = graph.title;
  wireTheme(() => picture?.recolour());
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
    const many = (n, what) => `${number(n)} ${what}${n === 1 ? "" : "s"}`;
    byId("count").textContent = `${many(nodes.length, "node")}, ${many(relationships.length, "relationship")}`;
    byId("empty").hidden = nodes.length > 0;
    byId("why-empty").textContent = graph.nodes.length ? "The filters hide every node." : "This graph holds no nodes.";
    byId("show-all").hidden = graph.nodes.length === 0;
    const degree = (node) => node.out.length + node.in.length;
    nodes.sort((a, b) => degree(b) - degree(a) || (a.caption < b.caption ? -1 : 1));
    byId("list").replaceChildren(...nodes.slice(0, mostListed).map((node) => element("li", {},
      element("button", { onclick: () => choose(node) }, dot(node.colour), element("span", {}, node.caption)))));
    if (nodes.length > mostListed)
      byId("list").append(element("li", { class: "quiet" }, `and ${number(nodes.length - mostListed)} more: search, or filter`));
  }

  function choose(node) {
    shows.show(node);
    byId("filters").classList.remove("open");
    byId("toggle-filters").setAttribute("aria-expanded", "false");
    panel.showNode(node);
    picture?.focusNode(node);
    changed();
  }
  const panel = makePanel(graph, choose, () => {
    picture?.focusNode(null);
  });

  try {
    picture = draw(graph, byId("stage"), shows, choose, (relationship) => {
      panel.showRelationship(relationship);
      picture.focusRelationship(relationship);
    }, () => byId("panel").hidden || panel.close());
  } catch (error) {
    byId("notice").hidden = false;
    byId("notice").textContent = "This browser cannot draw the picture (WebGL is off). Search, filters and the list work without it.";
    console.warn(error);
  }

  makeSearch(graph, choose);
  makeTimeline(graph, shows.filters, changed, panel.showEvents);
  showLegend(graph);
  showList();
  wireKeys(picture, panel);
  byId("toggle-filters").addEventListener("click", () => {
    const open = byId("filters").classList.toggle("open");
    byId("toggle-filters").setAttribute("aria-expanded", String(open));
  });
  document.documentElement.dataset.ready = "true";
  window.attest = { graph, picture, choose };
}

/** What the colours mean, for windows that have no room for the filters. */
function showLegend(graph) {
  byId("legend").replaceChildren(...graph.labels.filter(({ name }) => !graph.folded.has(name)).slice(0, 8)
    .map(({ name, colour }) => element("li", {}, dot(colour), name)));
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
