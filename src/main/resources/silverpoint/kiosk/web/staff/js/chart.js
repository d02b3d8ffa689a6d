/** Bar charts with a table for those who cannot see them. */

import { h, s, table } from "./dom.js";

const WIDTH = 300;
const HEIGHT = 130;
const LEFT = 30;
const BOTTOM = 20;
const TOP = 8;

/** rows: [{label, value}]; format turns a value into text with its unit. */
export function barChart(title, labelName, valueName, rows, format) {
  const most = niceTop(Math.max(1, ...rows.map((row) => row.value)));
  const step = (WIDTH - LEFT) / Math.max(1, rows.length);
  const y = (value) => TOP + (1 - value / most) * (HEIGHT - TOP - BOTTOM);
  const every = Math.ceil(rows.length / 4);
  const chart = s(
    "svg.chart",
    { "viewBox": `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" },
    // half of one guest is no number of guests
    [0, ...(Number.isInteger(most / 2) ? [most / 2] : []), most].flatMap((value) => [
      s("line", { x1: LEFT, x2: WIDTH, y1: y(value), y2: y(value) }),
      s("text", { "x": LEFT - 4, "y": y(value) + 4, "text-anchor": "end" }, format(value)),
    ]),
    rows.flatMap((row, i) => [
      s("rect", {
        x: LEFT + i * step + step * 0.15,
        width: step * 0.7,
        y: y(row.value),
        height: Math.max(0, y(0) - y(row.value)),
        rx: 2,
      }),
      i % every === 0
        ? s(
            "text",
            { "x": LEFT + (i + 0.5) * step, "y": HEIGHT - 5, "text-anchor": "middle" },
            row.label,
          )
        : null,
    ]),
  );
  // a table is as wide as its words, however narrow it is said to be: something else must hide it
  const hidden = h(
    "div.visually-hidden",
    {},
    table(title, [labelName, valueName], rows.map((row) => [row.label, format(row.value)])),
  );
  return [chart, hidden];
}

function niceTop(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 5, 10].map((n) => n * power).find((top) => top >= value);
}
