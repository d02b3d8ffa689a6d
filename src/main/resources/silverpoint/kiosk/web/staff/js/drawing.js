/** The line on the page of the toy: drawn and to come, its kinds, and the stylus's head. */

import { h, s } from "./dom.js";
import { get } from "./api.js";
import { t } from "./i18n.js";

const KINDS = ["draw", "connector", "retrace"];
const CALM = matchMedia("(prefers-reduced-motion: reduce)");

export function lineView() {
  const waits = s("g.waits");
  const drawn = s("g.drawn");
  const tip = s("path");
  const crossX = s("line.cross");
  const crossY = s("line.cross");
  const head = s("circle.head", { r: 1.6 });
  const marks = s("g", { hidden: true }, crossX, crossY, head);
  const svg = s("svg.toy", { role: "img" }, waits, drawn, marks);
  const empty = h("p.soft", {}, t("drawing.none"));
  const legend = h(
    "ul.legend",
    {},
    [
      ["drawn", "draw"],
      ["waits", "draw"],
      ["drawn", "connector"],
      ["drawn", "retrace"],
    ].map(([group, kind], i) =>
      h(
        "li",
        {},
        s(
          "svg.toy",
          { "viewBox": "0 0 28 10", "aria-hidden": "true" },
          s(`g.${group}`, {}, s(`path.${kind}`, { d: "M1 5H27" })),
        ),
        t(["drawing.drawn", "drawing.waits", "drawing.connector", "drawing.retrace"][i]),
      ),
    ),
  );
  const length = h("p.soft");
  const element = h("figure", {}, svg, h("figcaption", {}, empty, legend, length));

  let line = null;
  let wanted = 0;
  let progress = null;
  /** How far which session's line was drawn, as far as this page knows. */
  let reached = null;
  let known = true;
  let heardAt = 0;
  let whole = 0;

  async function load(number) {
    wanted = number;
    const loaded = number ? await get("/line").catch(() => null) : null;
    if (wanted !== number) return;
    line = loaded && loaded.legs.length ? prepare(loaded) : null;
    whole = -1;
    show();
  }

  function prepare(loaded) {
    svg.setAttribute("viewBox", `0 0 ${loaded.pageWidthMm} ${loaded.pageHeightMm}`);
    waits.replaceChildren(
      ...loaded.legs.map((leg) => s(`path.${KINDS[leg.kind]}`, { d: path(leg.points) })),
    );
    return loaded;
  }

  function show() {
    const has = line !== null && known;
    svg.toggleAttribute("hidden", !has);
    empty.hidden = has;
    legend.hidden = !has;
    length.hidden = !has;
    if (!has) {
      waits.replaceChildren();
      drawn.replaceChildren();
      marks.setAttribute("hidden", "");
      return;
    }
    length.textContent = t("drawing.length", {
      metres: (line.lengthMm / 1000).toFixed(2),
      percent: Math.round(100 * line.optimalityGap),
    });
    const done = progress ? progress.doneS : 0;
    svg.setAttribute(
      "aria-label",
      t("drawing.label", { percent: Math.round(100 * Math.min(1, done / (line.durationS || 1))) }),
    );
    paint(done);
  }

  function paint(doneS) {
    const index = line.legs.findIndex((leg) => leg.timesS[leg.timesS.length - 1] > doneS);
    const complete = index < 0 ? line.legs.length : index;
    if (complete !== whole) {
      if (complete < whole || whole < 0) {
        drawn.replaceChildren();
        whole = 0;
      }
      tip.remove();
      for (; whole < complete; whole++) {
        const leg = line.legs[whole];
        drawn.append(s(`path.${KINDS[leg.kind]}`, { d: path(leg.points) }));
      }
      drawn.append(tip);
    }
    const leg = line.legs[complete];
    const at = leg ? part(leg, doneS) : null;
    tip.setAttribute("class", leg ? KINDS[leg.kind] : "");
    tip.setAttribute("d", at ? path(at) : "");
    if (!progress) return marks.setAttribute("hidden", "");
    marks.removeAttribute("hidden");
    const last = line.legs[line.legs.length - 1].points;
    const [x, y] = (at ?? last).slice(-2);
    head.setAttribute("cx", x);
    head.setAttribute("cy", y);
    place(crossX, x, 0, x, line.pageHeightMm);
    place(crossY, 0, y, line.pageWidthMm, y);
  }

  function tick() {
    if (element.isConnected) {
      if (line && progress && progress.moving && !CALM.matches) {
        paint(progress.doneS + Math.min(1.5, (performance.now() - heardAt) / 1000));
      }
      requestAnimationFrame(tick);
    }
  }

  return {
    element,
    start: () => requestAnimationFrame(tick),
    update(state) {
      const now = state.progress;
      const session = state.lineSession;
      if (now?.session === session) reached = { session, doneS: now.doneS };
      else if (state.machine.state === "DONE") reached = { session, doneS: Infinity };
      const begun = session > 0 && state.machine.session === session;
      progress = begun && reached?.session === session
        ? { doneS: reached.doneS, moving: state.machine.state === "DRAWING" }
        : null;
      // whoever comes late does not know how far a portrait came that is not drawn any more
      known = !begun || progress !== null;
      heardAt = performance.now();
      if (state.lineNumber !== wanted) load(state.lineNumber);
      else if (line) show();
      else if (!state.lineNumber) show();
    },
  };
}

function path(points) {
  let text = `M${points[0]} ${points[1]}`;
  for (let i = 2; i < points.length; i += 2) text += `L${points[i]} ${points[i + 1]}`;
  return text;
}

/** The points of a leg that are reached by a time, the last one in between two. */
function part(leg, doneS) {
  const points = leg.points.slice(0, 2);
  for (let i = 1; i < leg.timesS.length; i++) {
    const [from, to] = [leg.timesS[i - 1], leg.timesS[i]];
    if (doneS >= to) {
      points.push(leg.points[2 * i], leg.points[2 * i + 1]);
      continue;
    }
    const share = to > from ? Math.max(0, (doneS - from) / (to - from)) : 0;
    for (const axis of [0, 1]) {
      const start = leg.points[2 * i - 2 + axis];
      points.push(start + share * (leg.points[2 * i + axis] - start));
    }
    break;
  }
  return points;
}

function place(line, x1, y1, x2, y2) {
  Object.entries({ x1, y1, x2, y2 }).forEach(([name, value]) => line.setAttribute(name, value));
}
