// The names beside the nodes: the most important first, none upon another, each with a rim that keeps it readable.

const most = 110;
const size = 13;
const long = 26;       // letters; longer captions wait until there is room,
const large = 9;       // pixels; but for those of nodes that one sees from afar
const close = 0.45;    // of the camera: from here on there is
const font = (bold) => `${bold ? 650 : 450} ${size}px system-ui, "Segoe UI", Roboto, sans-serif`;

/** Boxes on the screen, looked up by the squares they touch. */
class Boxes {
  constructor() {
    this.squares = new Map();
  }
  keysOf({ left, top, right, bottom }) {
    const keys = [];
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x++)
      for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y++) keys.push(x * 4096 + y);
    return keys;
  }
  isFree(box) {
    return !this.keysOf(box).some((key) => this.squares.get(key)?.some((other) =>
      box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom));
  }
  add(box) {
    for (const key of this.keysOf(box)) {
      if (!this.squares.has(key)) this.squares.set(key, []);
      this.squares.get(key).push(box);
    }
  }
}

/** How a node is named: never, where there is room, before all others, or on a card of its own that others leave free. */
export const naming = { never: 0, withRoom: 1, first: 2, onCard: 3 };

/** Draws after every frame. `ordered` are the nodes' keys, the most important first; `rank(key)` is one of `naming`. */
export function drawCaptions(sigma, ordered, rank, colours) {
  const context = sigma.getCanvases().labels.getContext("2d");
  const widths = new Map();
  const widthOf = (text, bold) => {
    const key = bold ? `*${text}` : text;
    context.font = font(bold);
    if (!widths.has(key)) widths.set(key, context.measureText(text).width);
    return widths.get(key);
  };

  /** Beside the node, to the right or else to the left; nothing where both are taken. */
  function place(boxes, x, y, radius, width, { width: right }) {
    for (const left of [x + radius + 5, x - radius - 5 - width]) {
      const box = { left: left - 3, top: y - size * 0.75, right: left + width + 3, bottom: y + size * 0.75 };
      if (box.left > 0 && box.right < right && boxes.isFree(box)) return { box, left };
    }
    return null;
  }

  function draw() {
    const stage = sigma.getDimensions();
    context.clearRect(0, 0, stage.width, stage.height);
    context.lineJoin = "round";
    const boxes = new Boxes();
    const near = sigma.getCamera().ratio < close;
    const seen = [];
    for (const key of ordered) {
      const data = sigma.getNodeDisplayData(key);
      const wanted = data && !data.hidden && data.label ? rank(key) : naming.never;
      if (wanted === naming.never) continue;
      const { x, y } = sigma.framedGraphToViewport(data);
      const radius = sigma.scaleSize(data.size);
      if (wanted === naming.withRoom && !near && data.label.length > long && radius < large) continue;
      if (x < 0 || y < 0 || x > stage.width || y > stage.height) continue;
      if (wanted === naming.onCard)
        boxes.add({ left: x - radius - 6, top: y - size - 2, right: x + radius + 24 + widthOf(data.label, true), bottom: y + size + 2 });
      else if (wanted === naming.first) seen.unshift({ data, x, y, radius, bold: data.label.length <= long });
      else if (seen.length < 3 * most) seen.push({ data, x, y, radius, bold: false });
      if (radius > 6) boxes.add({ left: x - radius * 0.7, right: x + radius * 0.7, top: y - radius * 0.7, bottom: y + radius * 0.7 });
    }
    let drawn = 0;
    for (const { data, x, y, radius, bold } of seen) {
      if (drawn === most) break;
      const width = widthOf(data.label, bold);
      const spot = place(boxes, x, y, radius, width, stage);
      if (!spot) continue;
      boxes.add(spot.box);
      drawn++;
      context.font = font(bold);
      context.strokeStyle = colours().paper;
      context.lineWidth = 4;
      context.strokeText(data.label, spot.left, y + size * 0.35);
      context.fillStyle = colours().ink;
      context.fillText(data.label, spot.left, y + size * 0.35);
    }
  }
  sigma.on("afterRender", draw);
}
