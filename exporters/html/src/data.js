// The graph of the page, with what the views look up.

const day = 86400000;

export function readGraph(text) {
  const data = JSON.parse(text);
  const nodes = data.nodes.map((node) => ({
    id: node.id, labels: node.labels.map((i) => data.labels[i].name), colour: data.colours[node.colour],
    caption: node.caption, properties: node.properties, days: node.days ?? null, x: node.x, y: node.y, size: node.size,
    folded: node.labels.some((i) => data.folded.includes(data.labels[i].name)),
    documents: new Set(), out: [], in: [],
  }));
  const byIndex = new Map(nodes.map((node) => [node.id, node]));
  const relationships = data.relationships.map((given) => {
    const relationship = {
      id: given.id, type: data.types[given.type], start: byIndex.get(given.start), end: byIndex.get(given.end),
      properties: given.properties, documents: new Set(),
    };
    relationship.start.out.push(relationship);
    relationship.end.in.push(relationship);
    return relationship;
  });
  const documents = new Map(data.documents.map((document) => [document.name, makeDocument(document)]));
  for (const node of nodes)
    if (node.labels.includes("Document") && typeof node.properties.name === "string" && !documents.has(node.properties.name))
      documents.set(node.properties.name, makeDocument({ name: node.properties.name }));
  for (const element of [...relationships, ...nodes])
    for (const span of evidence(element)) element.documents.add(span.document);
  for (const { type, start, end } of relationships)
    if (type === "MENTIONED_IN" || type === "STATED_IN") start.documents.add(end.properties.name);
  for (const node of nodes) if (node.labels.includes("Document")) node.documents.add(node.properties.name);
  return { title: data.title, folded: new Set(data.folded), labels: data.labels, types: data.types, nodes, relationships, documents, byIndex };
}

function makeDocument({ name, title, text }) {
  let points = null;
  return {
    name, title: title || name, text: text ?? null,
    /** Part of the text by code points. */
    slice(start, end) {
      if (points === null) points = /[\u{10000}-\u{10FFFF}]/u.test(text) ? Array.from(text) : false;
      return points ? points.slice(start, end).join("") : text.slice(start, end);
    },
  };
}

const spanForm = /^(?:(.*)#)?char=(\d+),(\d+)$/s;

export function parseSpan(text, document) {
  const parts = typeof text === "string" ? spanForm.exec(text) : null;
  return parts && { document: parts[1] ?? document, start: Number(parts[2]), end: Number(parts[3]) };
}

/** The places that state a node or relationship. */
export function evidence(element) {
  const { evidence: given, spans } = element.properties;
  const document = element.type === "MENTIONED_IN" ? element.end.properties.name : undefined;
  return [...(Array.isArray(given) ? given : []), ...(Array.isArray(spans) ? spans : [])]
    .map((text) => parseSpan(text, document))
    .filter((span) => span && span.document !== undefined);
}

/** Claims, with who made them and what about. */
export const isClaim = (node) => node.labels.includes("Claim");
export const speakersOf = (claim) => claim.out.filter((r) => r.type === "MADE_BY").map((r) => r.end);
export const topicsOf = (claim) => claim.out.filter((r) => r.type === "ABOUT").map((r) => r.end);
export const claimsAbout = (node) => node.in.filter((r) => r.type === "ABOUT" && isClaim(r.start)).map((r) => r.start);

/** Who says the words of a span: the speakers of claims whose text overlaps it. */
export function speakersAt(graph, span) {
  graph.claimSpans ??= graph.nodes.filter(isClaim).flatMap((claim) => evidence(claim).map((at) => ({ claim, at })));
  const speakers = new Set();
  for (const { claim, at } of graph.claimSpans)
    if (at.document === span.document && at.start < span.end && span.start < at.end)
      for (const speaker of speakersOf(claim)) speakers.add(speaker.caption);
  return [...speakers];
}

/** Days since 1970 as text and back to a date of the calendar. */
export const dayText = (days) => new Date(days * day).toISOString().slice(0, 10);

/** A property's value as one line of text. */
export function valueText(value) {
  if (Array.isArray(value)) return value.map(valueText).join(", ");
  if (value === null) return "null";
  if (typeof value !== "object") return String(value);
  if ("@value" in value && "@type" in value) return valueText(value["@value"]);
  return JSON.stringify(value);
}
