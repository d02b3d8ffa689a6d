/** Makes elements; every text goes in as text, never as markup. */

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = ["path", "line", "circle", "rect"];

/** h("button.main", {type: "button", onclick: f}, "Text", child, …) */
export function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  fill(element, classes, attributes, children);
  return element;
}

/** The same for SVG. */
export function s(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElementNS(SVG, name);
  // lines keep their width in px, however large a drawing is shown
  if (SHAPES.includes(name)) element.setAttribute("vector-effect", "non-scaling-stroke");
  fill(element, classes, attributes, children);
  return element;
}

function fill(element, classes, attributes, children) {
  if (classes.length) element.setAttribute("class", classes.join(" "));
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
}

/** Sets a text only when it differs, so that screen readers are not told twice. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Replaces the children only when what they are made of has changed. What has the focus and a key,
 * data-key, has it afterwards too.
 */
export function remake(element, key, make) {
  const text = JSON.stringify(key);
  if (element.madeOf === text) return;
  element.madeOf = text;
  const focused = element.contains(document.activeElement) && document.activeElement?.getAttribute("data-key");
  element.replaceChildren(...[make()].flat().filter(Boolean));
  if (focused) focus(element, focused);
}

/** Gives the focus to the part of an element that has the key. */
export function focus(element, key) {
  element.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** A name and its value, for a list of facts. */
export function fact(name, value, small) {
  return h("div", {}, h("dt", {}, name), h("dd", {}, value, small ? h("small", {}, small) : null));
}

/** A table whose first column names its rows; rows are lists of texts or elements. */
export function table(title, columns, rows) {
  return h(
    "table",
    {},
    h("caption.visually-hidden", {}, title),
    h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, name)))),
    h(
      "tbody",
      {},
      rows.map(([first, ...others]) =>
        h("tr", {}, h("th", { scope: "row" }, first), others.map((cell) => h("td", {}, cell))),
      ),
    ),
  );
}

let cards = 0;

export function card(className, title, ...children) {
  const id = `t${++cards}`;
  return h(
    `section.card${className ? `.${className}` : ""}`,
    { "aria-labelledby": id },
    h("h2", { id }, title),
    ...children,
  );
}
