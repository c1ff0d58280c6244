// The picture: graphology holds what is drawn, sigma draws it with WebGL. The places come with the graph.
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { drawCaptions, naming } from "./captions.js";

const narrow = 860;    // pixels; the panel is then a sheet over the lower part
const padding = 28;
const reach = 14;      // pixels beside a node that still count as it: fingers are wide
const crowded = 40;    // neighbours that are no longer all named

const shorten = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

function coloursOfTheme() {
  const style = getComputedStyle(document.documentElement);
  const names = ["ink", "soft", "card", "paper", "edge", "line", "accent"];
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/** Graphology's model. A tall window gets the picture turned, since the places lie wide. */
function makeModel(graph, stage) {
  const model = new MultiDirectedGraph();
  const tall = stage.clientHeight > 1.15 * stage.clientWidth;
  const span = (values) => values.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)], [Infinity, -Infinity]);
  const shown = graph.nodes.filter((node) => !node.folded);
  const [left, right] = span(shown.map((node) => node.x));
  const [bottom, top] = span(shown.map((node) => node.y));
  const [width, height] = tall ? [top - bottom, right - left] : [right - left, top - bottom];
  const scale = Math.min((stage.clientWidth - 2 * padding) / (width || 1), (stage.clientHeight - 2 * padding) / (height || 1), 1.4);
  for (const node of graph.nodes)
    model.addNode(node.id, {
      x: tall ? node.y : node.x, y: tall ? -node.x : node.y, label: shorten(node.caption, 42),
      color: node.colour, size: Math.max(1.8, scale * node.size), node,
    });
  for (const relationship of graph.relationships)
    model.addEdgeWithKey(relationship.id, relationship.start.id, relationship.end.id, { relationship, label: relationship.type });
  return model;
}

/** What the selection brings forward: nodes, relationships, and the one node it is about. */
const aroundNode = (node) => ({
  key: node.id,
  nodes: new Set([node.id, ...node.out.map((r) => r.end.id), ...node.in.map((r) => r.start.id)]),
  edges: new Set([...node.out, ...node.in].map((r) => r.id)),
});

export function draw(graph, stage, shows, onNode, onRelationship, onNothing) {
  const model = makeModel(graph, stage);
  let focus = null;
  let colours = coloursOfTheme();

  const nodeLook = (key, data) => {
    const look = { ...data, hidden: !shows.showsNode(data.node) };
    if (focus && !focus.nodes.has(key)) Object.assign(look, { color: colours.line, zIndex: 0 });
    else if (focus) Object.assign(look, { zIndex: 2, highlighted: key === focus.key });
    return look;
  };
  const edgeLook = (key, data) => {
    const look = { ...data, hidden: !shows.showsRelationship(data.relationship), size: 1, color: colours.edge, label: "" };
    if (focus && !focus.edges.has(key)) look.hidden = true;
    else if (focus) {
      const few = focus.edges.size <= 12;
      Object.assign(look, { color: colours.soft, size: focus.edges.size < crowded ? 2 : 1, zIndex: 2, label: few ? data.label : "", forceLabel: few });
    }
    return look;
  };
  const sigma = new Sigma(model, stage, {
    renderLabels: false,  // drawCaptions does it
    renderEdgeLabels: true,
    enableEdgeEvents: true,
    defaultEdgeType: "arrow",
    edgeLabelFont: "system-ui, sans-serif",
    edgeLabelSize: 11,
    edgeLabelColor: { color: colours.ink },
    minEdgeThickness: 0.8,
    hideEdgesOnMove: model.size > 20000,
    stagePadding: padding,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    zIndex: true,
    allowInvalidContainer: true,
    defaultDrawNodeHover: hover,
    nodeReducer: nodeLook,
    edgeReducer: edgeLook,
  });

  const importance = [...graph.nodes].sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1)).map((node) => node.id);
  drawCaptions(sigma, importance, (key) => {
    if (!focus) return naming.withRoom;
    if (!focus.nodes.has(key)) return naming.never;
    if (key === focus.key) return naming.onCard;  // hover() draws it
    return focus.nodes.size <= crowded ? naming.first : naming.withRoom;
  }, () => colours);

  /** The node under the pointer or in focus: a ring, and its name on a card. */
  function hover(context, data) {
    const text = shorten(data.node.caption, 80);
    context.font = `650 13px system-ui, "Segoe UI", Roboto, sans-serif`;
    const width = context.measureText(text).width + 14;
    const right = data.x + data.size + 6;
    const x = right + width < context.canvas.clientWidth ? right : Math.max(4, data.x - data.size - 6 - width);
    context.fillStyle = colours.card;
    context.strokeStyle = colours.accent;
    context.lineWidth = 1.5;
    context.beginPath();
    context.roundRect(x, data.y - 13, width, 26, 7);
    context.fill();
    context.stroke();
    context.beginPath();
    context.arc(data.x, data.y, data.size + 3, 0, 2 * Math.PI);
    context.stroke();
    context.fillStyle = colours.ink;
    context.fillText(text, x + 7, data.y + 4.5);
  }

  /** Looks anew at every node; drawn once a frame however often it is asked for. */
  const refresh = () => sigma.refresh({ skipIndexation: true, schedule: true });

  function recolour() {
    colours = coloursOfTheme();
    sigma.setSetting("edgeLabelColor", { color: colours.ink });
    refresh();
  }

  /** The shown node nearest to a point of the stage, within reach. */
  function nodeNear({ x, y }) {
    let [nearest, best] = [null, reach];
    for (const node of graph.nodes) {
      const data = sigma.getNodeDisplayData(node.id);
      if (!data || data.hidden) continue;
      const at = sigma.framedGraphToViewport(data);
      const distance = Math.hypot(at.x - x, at.y - y) - sigma.scaleSize(data.size);
      if (distance < best) [nearest, best] = [node, distance];
    }
    return nearest;
  }
  sigma.on("clickNode", ({ node }) => onNode(model.getNodeAttribute(node, "node")));
  sigma.on("clickEdge", ({ edge }) => onRelationship(model.getEdgeAttribute(edge, "relationship")));
  sigma.on("clickStage", ({ event }) => {
    const node = nodeNear(event);
    if (node) onNode(node);
    else onNothing();
  });
  for (const [enter, leave] of [["enterNode", "leaveNode"], ["enterEdge", "leaveEdge"]]) {
    sigma.on(enter, () => (stage.style.cursor = "pointer"));
    sigma.on(leave, () => (stage.style.cursor = ""));
  }
  // The panel and the timeline take room and give it back. At once: a canvas is empty when its size changes.
  new ResizeObserver(() => sigma.resize().refresh({ skipIndexation: true })).observe(stage);

  const camera = sigma.getCamera();
  const duration = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 350;
  const go = (state) => (duration ? camera.animate(state, { duration }) : camera.setState(state));
  const zoom = (factor) => go({ ratio: camera.getBoundedRatio(camera.ratio * factor) });

  return {
    recolour,
    refresh,
    /** Brings a node and its neighbours forward; null ends it. */
    focusNode(node) {
      focus = node && aroundNode(node);
      refresh();
      if (!node) return;
      // Not from the display data: until the next frame they hold other coordinates.
      const { x, y } = sigma.viewportToFramedGraph(sigma.graphToViewport(model.getNodeAttributes(node.id)));
      const ratio = Math.min(camera.ratio, 0.4);
      // A sheet covers the lower part of a narrow window: the node then stands in the middle of what is left.
      go({ x, y: innerWidth < narrow ? y - 0.3 * ratio : y, ratio });
    },
    focusRelationship(relationship) {
      focus = { nodes: new Set([relationship.start.id, relationship.end.id]), edges: new Set([relationship.id]) };
      refresh();
    },
    zoom: { in: () => zoom(1 / 1.6), out: () => zoom(1.6), all: () => go({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }) },
    pan: (x, y) => go({ x: camera.x + x * 0.15 * camera.ratio, y: camera.y + y * 0.15 * camera.ratio }),
    /** Where a node stands on the stage, for tests and for those who script the page. */
    place: (id) => sigma.graphToViewport(model.getNodeAttributes(id)),
  };
}
