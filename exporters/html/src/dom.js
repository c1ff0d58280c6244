// Elements from values. Text only ever becomes text: nothing here or elsewhere parses markup.

/** element("button", {class: "link", onclick}, "text", child) */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export const byId = (id) => document.getElementById(id);

/** A coloured dot; the colour is one of the palette's. */
export function dot(colour) {
  const node = element("span", { class: "dot", "aria-hidden": "true" });
  node.style.background = colour;
  return node;
}
