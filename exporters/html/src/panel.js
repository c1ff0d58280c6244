// The panel of a node or relationship: properties, the sentences that attest it, claims side by side, neighbours.
import { byId, dot, element } from "./dom.js";
import { claimsAbout, evidence, isClaim, speakersAt, speakersOf, topicsOf, valueText } from "./data.js";

const contextLength = 160;
const mostSentences = 40;
const mostNeighbours = 200;
const unfolded = 5;  // speakers, and claims of one speaker, before a fold
const provenance = new Set(["evidence", "spans"]);

export function makePanel(graph, choose, closed) {
  const panel = byId("panel");
  let opener = null;

  const close = () => {
    panel.hidden = true;
    closed();
    opener?.focus?.({ preventScroll: true });
  };
  const link = (node, what) => element("button", { class: "link", onclick: () => choose(node) },
    dot(node.colour), element("span", {}, node.caption), what ? element("span", { class: "what" }, what) : null);

  function open(title, ...content) {
    if (panel.hidden) opener = document.activeElement;
    panel.replaceChildren(element("button", { class: "close", "aria-label": "Close", onclick: close }, "×"),
      element("h2", {}, title), ...content.flat().filter(Boolean));
    panel.hidden = false;
    panel.scrollTop = 0;
    panel.focus({ preventScroll: true });
  }

  const showNode = (node) => open(node.caption, tags(node.labels.map((label) => ({ label, colour: node.colour }))),
    properties(node), claimSides(node), sentences(nodeEvidence(node)), neighbours(node));

  const showRelationship = (relationship) => {
    const { start, end, type } = relationship;
    const parallel = start.out.filter((other) => other.end === end && other !== relationship);
    open(`${start.caption} → ${end.caption}`, tags([{ label: type }]), properties(relationship),
      sentences(evidence(relationship)),
      section("Ends", link(start, "from"), link(end, "to")),
      parallel.length ? section("Also between them", ...parallel.map((other) =>
        element("button", { class: "link", onclick: () => showRelationship(other) }, other.type))) : null);
  };

  /** The events of a period, the earliest first. */
  const showEvents = (title, events) => open(title, element("p", { class: "quiet" },
    `${events.length} dated event${events.length === 1 ? "" : "s"}`),
  folded([...events].sort((a, b) => a.days[0] - b.days[0] || (a.caption < b.caption ? -1 : 1))
    .map((event) => link(event, valueText(event.properties.date))), 60));

  function properties(of) {
    const rows = Object.entries(of.properties).filter(([key, value]) => !provenance.has(key) && valueText(value) !== "")
      .flatMap(([key, value]) => [element("dt", {}, key), element("dd", {}, valueText(value))]);
    return rows.length ? element("dl", {}, ...rows) : null;
  }

  /** Of a node: what states it, else the sentences of its facts, else where it is mentioned. */
  function nodeEvidence(node) {
    const own = evidence(node);
    if (own.length) return own;
    const around = [...node.out, ...node.in];
    const facts = around.filter((r) => r.type !== "MENTIONED_IN").flatMap(evidence);
    const mentions = around.filter((r) => r.type === "MENTIONED_IN" && r.start === node).flatMap(evidence);
    return unique([...facts, ...mentions]);
  }

  function sentences(spans) {
    if (!spans.length) return null;
    const shown = spans.slice(0, mostSentences).map(quote);
    const more = spans.length - shown.length;
    return section("Attested by", ...shown, more > 0 ? element("p", { class: "quiet" }, `and ${more} more places`) : null);
  }

  function quote(span) {
    const source = graph.documents.get(span.document);
    const speakers = speakersAt(graph, span);
    const footer = element("footer", {}, source?.title ?? span.document, ` · characters ${span.start}–${span.end}`,
      speakers.length ? ` · said by ${speakers.join(", ")}` : "");
    if (source?.text == null) return element("blockquote", {}, footer);
    const before = source.slice(Math.max(0, span.start - contextLength), span.start);
    const after = source.slice(span.end, span.end + contextLength);
    return element("blockquote", {}, element("p", {}, element("span", { class: "around" }, fromWord(before)),
      element("mark", {}, source.slice(span.start, span.end)), element("span", { class: "around" }, toWord(after))), footer);
  }

  function claimSides(node) {
    const topics = isClaim(node) ? topicsOf(node) : [];
    const claims = isClaim(node) ? unique([node, ...topics.flatMap(claimsAbout)]) : claimsAbout(node);
    if (!claims.length || (isClaim(node) && claims.length < 2)) return null;
    const side = (polarity, title) => {
      const mine = claims.filter((claim) => (claim.properties.polarity === "denied") === (polarity === "denied"));
      const cards = [...groupedBy(mine, speaker)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([by, of]) => claimCard(by, of));
      return element("div", { class: `side ${polarity}` }, element("h4", {}, `${title} (${mine.length})`), folded(cards));
    };
    const [affirmed, denied] = [side("affirmed", "Affirmed"), side("denied", "Denied")];
    const lonely = [affirmed, denied].some((of) => !of.querySelector(".claim"));
    return section(isClaim(node) ? "What is claimed of the same" : "Claims about it",
      element("div", { class: lonely ? "sides lonely" : "sides" }, affirmed, denied));
  }

  const speaker = (claim) => speakersOf(claim).map((of) => of.caption).join(", ") || "Somebody";
  const claimCard = (by, claims) => element("article", { class: "claim" }, element("div", { class: "speaker" }, by),
    folded(claims.map((claim) => element("div", {}, element("p", {}, valueText(claim.properties.text ?? claim.caption)),
      element("button", { class: "plain", onclick: () => choose(claim) }, [...claim.documents].join(", ") || "open")))));

  function neighbours(node) {
    const groups = new Map();
    const add = (title, item) => groups.set(title, [...(groups.get(title) ?? []), item]);
    for (const r of node.out) add(`${r.type} →`, [r, r.end]);
    for (const r of node.in) add(`← ${r.type}`, [r, r.start]);
    return [...groups].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([title, items]) =>
      section(title, ...items.slice(0, mostNeighbours).map(([r, other]) => element("div", { class: "row" },
        link(other, detail(r)), evidence(r).length && r.type !== "MENTIONED_IN"
          ? element("button", { class: "plain", onclick: () => showRelationship(r) }, "why?") : null))));
  }

  const detail = ({ properties: { title, role, confidence } }) =>
    [title, role, confidence === undefined ? null : Number(confidence).toFixed(2)].filter(Boolean).map(valueText).join(" · ");

  return { showNode, showRelationship, showEvents, close };
}

function groupedBy(items, name) {
  const groups = new Map();
  for (const item of items) groups.set(name(item), [...(groups.get(name(item)) ?? []), item]);
  return groups;
}

/** The first few, and a button for the rest. */
function folded(items, most = unfolded) {
  const box = element("div", {}, ...items.slice(0, most));
  if (items.length > most) {
    const more = element("button", { class: "more", onclick: () => more.replaceWith(...items.slice(most)) },
      `Show ${items.length - most} more`);
    box.append(more);
  }
  return box;
}

const section = (title, ...content) => element("section", {}, element("h3", {}, title), ...content);

const tags = (items) => element("ul", { class: "tags" },
  ...items.map(({ label, colour }) => element("li", { class: "tag" }, colour ? dot(colour) : null, label)));

function unique(items) {
  const seen = new Set();
  return items.filter((item) => {
    const key = item.id ?? `${item.document}#${item.start},${item.end}`;
    return !seen.has(key) && seen.add(key);
  });
}

const sentenceEnd = /[.!?…]["”’»)]*\s+(?=["“‘«(]*[\p{Lu}\p{N}])/gu;

/** Context that starts with a whole sentence, or else a whole word, and stays in its paragraph. */
function fromWord(text) {
  const paragraph = text.slice(text.lastIndexOf("\n\n") + 1);
  if (paragraph.length < contextLength) return paragraph;
  const [end] = paragraph.matchAll(sentenceEnd);
  return end ? paragraph.slice(end.index + end[0].length) : `…${paragraph.replace(/^\S*\s/, "")}`;
}

/** Context that ends with a whole sentence, or else a whole word, and stays in its paragraph. */
function toWord(text) {
  const paragraph = text.split("\n\n", 1)[0];
  if (paragraph.length < contextLength) return paragraph;
  const end = [...paragraph.matchAll(sentenceEnd)].pop();
  return end ? paragraph.slice(0, end.index + end[0].trimEnd().length) : paragraph.replace(/\s\S*$/, "") + "…";
}
