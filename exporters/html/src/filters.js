// What is shown: labels, types, documents, confidence, days. The views ask, the controls set.
import { byId, dot, element } from "./dom.js";

/** Starts without the labels that are folded away: mentions in documents would be half of all lines. */
export function makeFilters(graph, changed) {
  const filters = {
    labels: new Set(graph.labels.map((label) => label.name).filter((name) => !graph.folded.has(name))),
    types: new Set(graph.types),
    documents: new Set(graph.documents.keys()),
    confidence: 0,
    from: -Infinity,
    to: Infinity,
  };
  const everyDocument = () => filters.documents.size === graph.documents.size;
  const inDocuments = (element) =>
    everyDocument() || element.documents.size === 0 || [...element.documents].some((name) => filters.documents.has(name));
  const confident = (element) => !(element.properties.confidence < filters.confidence);

  const showsNode = (node) =>
    (node.labels.length === 0 || node.labels.some((label) => filters.labels.has(label))) &&
    inDocuments(node) && confident(node) &&
    (!node.days || (node.days[0] <= filters.to && node.days[1] >= filters.from));
  const showsRelationship = (relationship) =>
    filters.types.has(relationship.type) && inDocuments(relationship) && confident(relationship) &&
    showsNode(relationship.start) && showsNode(relationship.end);

  const controls = [
    choices("labels", graph.labels.map(({ name, colour, count }) => ({ name, colour, count })), filters.labels, changed),
    choices("types", count(graph.relationships, (r) => r.type), filters.types, changed),
    choices("documents", documentChoices(graph), filters.documents, changed),
  ];
  byId("documents-field").hidden = graph.documents.size === 0;
  const slider = byId("confidence");
  byId("confidence-field").hidden = ![...graph.relationships, ...graph.nodes].some((e) => "confidence" in e.properties);
  slider.addEventListener("input", () => {
    filters.confidence = Number(slider.value);
    byId("confidence-value").textContent = filters.confidence.toFixed(2);
    changed();
  });
  const reset = () => {
    for (const control of controls) control.all();
    slider.value = "0";
    slider.dispatchEvent(new Event("input"));
  };
  for (const id of ["reset", "show-all"]) byId(id).addEventListener("click", reset);
  return { filters, showsNode, showsRelationship, show: (node) => node.labels.forEach((label) => controls[0].add(label)) };
}

function count(items, name) {
  const counts = new Map();
  for (const item of items) counts.set(name(item), (counts.get(name(item)) ?? 0) + 1);
  return [...counts].map(([of, n]) => ({ name: of, count: n })).sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function documentChoices(graph) {
  const counts = new Map();
  for (const node of graph.nodes) for (const name of node.documents) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...graph.documents.values()].map(({ name, title }) => ({ name, title, count: counts.get(name) ?? 0 }));
}

function choices(id, options, chosen, changed) {
  const boxes = new Map();
  byId(id).replaceChildren(...options.map(({ name, title, colour, count: n }) => {
    const box = element("input", { type: "checkbox", checked: chosen.has(name) });
    box.addEventListener("change", () => {
      if (box.checked) chosen.add(name);
      else chosen.delete(name);
      changed();
    });
    boxes.set(name, box);
    return element("label", { class: "choice", title: name }, box, colour ? dot(colour) : null,
      element("span", { class: "name" }, title ?? name), element("span", { class: "number" }, String(n)));
  }));
  const add = (name) => {
    if (!boxes.has(name) || chosen.has(name)) return;
    boxes.get(name).checked = true;
    chosen.add(name);
  };
  return { add, all: () => boxes.forEach((_, name) => add(name)) };
}
