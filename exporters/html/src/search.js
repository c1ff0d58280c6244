// The search box: a combobox (WAI-ARIA 1.2) over captions, names and aliases.
import { byId, dot, element } from "./dom.js";

const mostHits = 12;
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export function makeSearch(graph, choose) {
  const entries = graph.nodes.map((node) => ({
    node,
    weight: node.out.length + node.in.length,
    texts: [node.caption, ...(Array.isArray(node.properties.aliases) ? node.properties.aliases : [])]
      .filter((text) => typeof text === "string").map(fold),
  }));
  const [input, list] = [byId("query"), byId("hits")];
  let active = -1;

  /** Begins with it, a word begins with it, holds it; the better connected first. */
  function find(query) {
    const hits = [];
    for (const entry of entries) {
      let rank = 9;
      for (const text of entry.texts) {
        const at = text.indexOf(query);
        if (at < 0) continue;
        rank = Math.min(rank, at === 0 ? 0 : /[\p{L}\p{N}]/u.test(text[at - 1]) ? 2 : 1);
      }
      if (rank < 9) hits.push({ rank, ...entry });
    }
    return hits.sort((a, b) => a.rank - b.rank || b.weight - a.weight).slice(0, mostHits).map((hit) => hit.node);
  }

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function pick(node) {
    input.value = node.caption;
    close();
    choose(node);
  }
  function activate(i) {
    active = (i + list.children.length) % list.children.length;
    [...list.children].forEach((child, at) => child.setAttribute("aria-selected", String(at === active)));
    input.setAttribute("aria-activedescendant", list.children[active].id);
    list.children[active].scrollIntoView({ block: "nearest" });
  }
  function open() {
    const query = fold(input.value.trim());
    if (!query) return close();
    const found = find(query);
    list.replaceChildren(...found.map((node, i) => {
      const item = element("li", { id: `hit-${i}`, role: "option", "aria-selected": "false" },
        dot(node.colour), element("span", {}, node.caption), element("span", { class: "of" }, node.labels.join(", ")));
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        pick(node);
      });
      item.node = node;
      return item;
    }));
    if (found.length === 0) list.append(element("li", { role: "option", "aria-disabled": "true", class: "quiet" }, "Nothing found"));
    list.hidden = false;
    active = -1;
    input.setAttribute("aria-expanded", "true");
  }

  input.addEventListener("input", open);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (list.hidden && event.key === "ArrowDown") open();
    if (list.hidden || !list.firstElementChild?.node) return;
    if (event.key === "ArrowDown") activate(active + 1);
    else if (event.key === "ArrowUp") activate(active < 0 ? list.children.length - 1 : active - 1);
    else if (event.key === "Enter") pick(list.children[Math.max(active, 0)].node);
    else return;
    event.preventDefault();
  });
}
