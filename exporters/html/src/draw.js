// The picture: graphology holds what is drawn, sigma draws it with WebGL, ForceAtlas2 lays it out.
import { MultiDirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import Sigma from "sigma";

const iterationsAStep = 4;
const stepsADrawing = 6;
const narrow = 860;  // pixels; the panel is then a sheet over the lower part

/** Positions, colours and sizes for every node; the same graph always starts alike. */
function makeModel(graph) {
  const model = new MultiDirectedGraph();
  const degrees = graph.nodes.map((node) => node.out.length + node.in.length);
  const scale = (graph.nodes.length > 2000 ? 0.65 : 1) * (innerWidth < narrow ? 0.65 : 1);
  graph.nodes.forEach((node, i) => {
    const radius = 10 * Math.sqrt(i + 1);
    const angle = i * Math.PI * (3 - Math.sqrt(5));
    model.addNode(node.id, {
      x: radius * Math.cos(angle), y: radius * Math.sin(angle), label: shorten(node.caption),
      color: node.colour, size: scale * Math.min(22, 3 + 1.4 * Math.sqrt(degrees[i])), node,
    });
  });
  for (const relationship of graph.relationships)
    model.addEdgeWithKey(relationship.id, relationship.start.id, relationship.end.id, { relationship, label: relationship.type });
  return model;
}

const shorten = (text) => (text.length > 48 ? `${text.slice(0, 46)}…` : text);

/** The nodes that are shown, laid out a few rounds a frame, then `done`. */
function layOut(model, shows, step, done) {
  const shown = new MultiDirectedGraph();
  model.forEachNode((key, attributes) => shows(attributes.node) && shown.addNode(key, { x: attributes.x, y: attributes.y }));
  model.forEachEdge((key, _, from, to) => shown.hasNode(from) && shown.hasNode(to) && from !== to && shown.addEdge(from, to));
  if (shown.order < 2) return done();
  const settings = { ...forceAtlas2.inferSettings(shown), strongGravityMode: true, gravity: 0.04, scalingRatio: 8,
    slowDown: 1.5, barnesHutOptimize: shown.order > 800 };
  let left = shown.order < 600 ? 480 : shown.order < 2000 ? 360 : 192;
  const round = () => {
    forceAtlas2.assign(shown, { iterations: iterationsAStep, settings });
    shown.forEachNode((key, { x, y }) => model.mergeNodeAttributes(key, { x, y }));
    left -= iterationsAStep;
    if (left % (iterationsAStep * stepsADrawing) === 0) step();
    if (left > 0) requestAnimationFrame(round);
    else done();
  };
  round();
}

export function draw(graph, stage, shows, onNode, onRelationship, onNothing) {
  const model = makeModel(graph);
  const style = () => getComputedStyle(document.documentElement);
  let focus = null; // {nodes, edges}
  let ink = "", soft = "", card = "", line = "", pale = "";

  const sigma = new Sigma(model, stage, {
    renderEdgeLabels: true,
    enableEdgeEvents: true,
    defaultEdgeType: "arrow",
    labelDensity: 0.6,
    labelGridCellSize: 90,
    labelRenderedSizeThreshold: 6,
    labelFont: "system-ui, sans-serif",
    edgeLabelFont: "system-ui, sans-serif",
    edgeLabelSize: 11,
    minEdgeThickness: 1.2,
    zIndex: true,
    allowInvalidContainer: true,
    defaultDrawNodeHover: hover,
    nodeReducer: (key, data) => {
      const look = { ...data, hidden: !shows.showsNode(data.node) };
      if (focus && !focus.nodes.has(key)) Object.assign(look, { color: pale, label: "", zIndex: 0 });
      else if (focus) Object.assign(look, { forceLabel: focus.nodes.size < (innerWidth < narrow ? 8 : 20) || key === focus.key, zIndex: 2, highlighted: key === focus.key });
      return look;
    },
    edgeReducer: (key, data) => {
      const look = { ...data, hidden: !shows.showsRelationship(data.relationship), size: 1, color: line, label: "" };
      if (focus && !focus.edges.has(key)) look.hidden = look.hidden || model.size > 1500;
      else if (focus) Object.assign(look, { color: soft, size: 2, zIndex: 2, label: focus.edges.size < 40 ? data.label : "" });
      return look;
    },
  });

  function hover(context, data, settings) {
    context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
    const width = data.label ? context.measureText(data.label).width + 12 : 0;
    context.fillStyle = card;
    context.strokeStyle = soft;
    context.beginPath();
    context.roundRect(data.x + data.size + 2, data.y - 12, width, 24, 6);
    if (data.label) context.fill(), context.stroke();
    context.beginPath();
    context.arc(data.x, data.y, data.size + 3, 0, 2 * Math.PI);
    context.stroke();
    context.fillStyle = ink;
    if (data.label) context.fillText(data.label, data.x + data.size + 8, data.y + settings.labelSize / 3);
  }

  function recolour() {
    [ink, soft, card, line, pale] = ["--ink", "--soft", "--card", "--edge", "--line"].map((name) => style().getPropertyValue(name).trim());
    sigma.setSetting("labelColor", { color: ink });
    sigma.setSetting("edgeLabelColor", { color: soft });
    sigma.refresh({ skipIndexation: true });
  }
  recolour();

  sigma.on("clickNode", ({ node }) => onNode(model.getNodeAttribute(node, "node")));
  sigma.on("clickEdge", ({ edge }) => onRelationship(model.getEdgeAttribute(edge, "relationship")));
  sigma.on("clickStage", onNothing);
  for (const [enter, leave] of [["enterNode", "leaveNode"], ["enterEdge", "leaveEdge"]]) {
    sigma.on(enter, () => (stage.style.cursor = "pointer"));
    sigma.on(leave, () => (stage.style.cursor = ""));
  }
  const camera = sigma.getCamera();
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const duration = still ? 1 : 350;

  return {
    recolour,
    refresh: () => sigma.refresh({ skipIndexation: true }),
    layOut: (done) => layOut(model, shows.showsNode, () => still || sigma.refresh(), () => (sigma.refresh(), done())),
    /** Brings a node and its neighbours forward; null ends it. */
    focusNode(node, move = true) {
      focus = node && {
        key: node.id,
        nodes: new Set([node.id, ...node.out.map((r) => r.end.id), ...node.in.map((r) => r.start.id)]),
        edges: new Set([...node.out, ...node.in].map((r) => r.id)),
      };
      sigma.refresh({ skipIndexation: true });
      if (!node || !move) return;
      const { x, y } = sigma.getNodeDisplayData(node.id);
      const ratio = Math.min(camera.ratio, 0.45);
      camera.animate({ x, y: innerWidth < narrow ? y - 0.3 * ratio : y, ratio }, { duration });
    },
    focusRelationship(relationship) {
      focus = { nodes: new Set([relationship.start.id, relationship.end.id]), edges: new Set([relationship.id]) };
      sigma.refresh({ skipIndexation: true });
    },
    zoom: { in: () => camera.animatedZoom({ duration }), out: () => camera.animatedUnzoom({ duration }),
      all: () => camera.animatedReset({ duration }) },
    pan: (x, y) => camera.animate({ x: camera.x + x * 0.15 * camera.ratio, y: camera.y + y * 0.15 * camera.ratio }, { duration: still ? 1 : 120 }),
    resize: () => sigma.resize().refresh(),
    /** Where a node stands on the stage, for tests and for those who script the page. */
    place: (id) => sigma.graphToViewport(model.getNodeAttributes(id)),
  };
}
