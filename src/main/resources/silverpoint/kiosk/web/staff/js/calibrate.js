/** The calibration, question by question, for whoever stands in front of the toy. */

import { card, fact, h, remake, s, say } from "./dom.js";
import { get } from "./api.js";
import { quantity, t } from "./i18n.js";
import { keysFor } from "./keys.js";
import { commandButton, hindrance, send, speak } from "./commands.js";

const JOGS_MM = [-10, -1, -0.1, 0.1, 1, 10];

/** Wide enough for a comb of test lines, mm. */
const NEAR_MM = 30;

export function calibrationView() {
  const steps = h("ol.steps", {});
  const question = h("p.question", { "aria-live": "polite" });
  const controls = h("div.answers");
  const toy = toyView();
  const end = commandButton("end-calibration", { className: ".risky" });
  const element = card("calibration", t("calibration"), steps, question, controls, toy.element, end.element);
  let open = null;

  const answer = async (number = null) => {
    if (!open) return speak(t("calibration.turns"));
    const asked = open.question;
    open = null;
    await send("answer-calibration", { question: asked, number }, true);
  };

  return {
    element,
    update(state) {
      const goes = !state.refused["end-calibration"];
      element.hidden = !goes;
      end.update(state);
      if (!goes) return;
      open = state.calibration ?? null;
      const reason = hindrance(state, "answer-calibration");
      toy.update(open);
      if (open) {
        remake(steps, open.step, () => stepList(open));
        say(question, t(`calibration.${open.asked}`, { mm: quantity(open.fromEdgeMm, "mm", 1) }));
        remake(controls, [open.asked, open.teeth, open.measured, reason], () =>
          reason ? h("p.soft", {}, reason) : answers(open, answer));
      } else {
        say(question, t("calibration.turns"));
      }
      for (const button of controls.querySelectorAll("button")) {
        if (open) button.removeAttribute("aria-disabled");
        else button.setAttribute("aria-disabled", "true");
      }
    },
  };
}

function stepList({ step, steps }) {
  return Array.from({ length: steps }, (_, i) =>
    h("li", { "aria-current": i + 1 === step ? "step" : null }, t(`calibration.step.${i + 1}`)));
}

function answers({ asked, teeth, measured }, answer) {
  const kind = asked.split("_")[0];
  if (kind === "BRING") return jogging(asked, answer);
  if (kind === "TOOTH") {
    return h(
      "div.row",
      { "role": "group", "aria-label": t("calibration.tooth") },
      Array.from({ length: teeth }, (_, i) => choice(`${i + 1}`, () => answer(i + 1))),
    );
  }
  if (asked === "SHAKE") return choice(t("calibration.goOn"), () => answer(), ".main");
  if (asked === "KEEP") return [facts(measured), doubt(measured), choice(t("calibration.write"), () => answer(), ".main")];
  return length(answer);
}

function choice(text, act, className = "") {
  return h(`button.button${className}`, { "type": "button", "data-command": "answer-calibration", "onclick": act }, text);
}

/** Negative is to the left or up. */
function jogging(asked, answer) {
  const [less, more] = asked.endsWith("LEFT") || asked.endsWith("RIGHT") ? ["←", "→"] : ["↑", "↓"];
  return [
    h(
      "div.jogs",
      { "role": "group", "aria-label": t("command.jog") },
      JOGS_MM.map((mm) =>
        choice(`${mm < 0 ? less : more} ${quantity(Math.abs(mm), "mm", Math.abs(mm) < 1 ? 1 : 0)}`, () => answer(mm))),
    ),
    choice(t("calibration.there"), () => answer(), ".main"),
  ];
}

function length(answer) {
  const input = h("input", { "type": "text", "inputmode": "decimal", "id": "length", "required": true, "autocomplete": "off" });
  return h(
    "form.field",
    {
      onsubmit: (event) => {
        event.preventDefault();
        answer(Number(input.value.replace(",", ".")));
        input.value = "";
      },
    },
    h("label", { for: "length" }, `${t("calibration.length")} (mm)`),
    keysFor(input, "."),
    h("div.row", {}, input, h("button.button.main", { "type": "submit", "data-command": "answer-calibration" }, t("calibration.ok"))),
  );
}

function doubt(measured) {
  return measured.playsDiffer ? h("p.reminder", {}, t("calibration.playsDiffer")) : null;
}

function facts(measured) {
  return h(
    "dl.facts",
    {},
    ["x", "y"].map((axis) =>
      fact(
        t("calibration.scale", { axis }),
        quantity(measured[`${axis}StepsPerMm`], t("unit.stepsPerMm"), 2),
        t("calibration.play", { play: quantity(measured[`${axis}PlayMm`], "mm", 2) }),
      )),
    fact(t("calibration.lean"), quantity(measured.leanDeg, "°", 2), t("calibration.lean.what")),
  );
}

/** A toy that nobody can look at, because it is simulated, with a ruler on two sides. */
function toyView() {
  const line = s("path.trace");
  const head = s("circle.head");
  const ruler = s("g.ruler");
  const svg = s("svg.toy", { "role": "img", "aria-label": t("calibration.toy") }, ruler, line, head);
  const element = h("figure", { hidden: true }, svg, h("figcaption.small.soft", {}, t("calibration.toy")));
  let shown = 0;

  async function look(open) {
    const seen = await get("/toy").catch(() => null);
    if (shown !== open.question) return;
    element.hidden = !seen;
    if (!seen) return;
    const { widthMm, heightMm, points } = seen;
    const [x, y] = points.slice(-2);
    svg.setAttribute("viewBox", open.teeth
      ? `${x - NEAR_MM / 2} ${y - NEAR_MM / 3} ${NEAR_MM} ${(2 * NEAR_MM) / 3}`
      : `0 0 ${widthMm} ${heightMm}`);
    let path = `M${points[0]} ${points[1]}`;
    for (let i = 2; i < points.length; i += 2) path += `L${points[i]} ${points[i + 1]}`;
    line.setAttribute("d", path);
    head.setAttribute("r", open.teeth ? 0.3 : 0.8);
    head.setAttribute("cx", x);
    head.setAttribute("cy", y);
    remake(ruler, [widthMm, heightMm], () => [...ticks(widthMm, true), ...ticks(heightMm, false)]);
  }

  return {
    element,
    update(open) {
      if (!open || open.question === shown) return;
      shown = open.question;
      look(open);
    },
  };
}

function ticks(lengthMm, across) {
  return Array.from({ length: Math.floor(lengthMm / 10) + 1 }, (_, i) => {
    const at = 10 * i;
    const long = i % 5 === 0 ? 4 : 2;
    return [
      s("line", across ? { x1: at, x2: at, y1: 0, y2: long } : { x1: 0, x2: long, y1: at, y2: at }),
      i > 0 && i % 5 === 0
        ? s("text", across ? { "x": at, "y": 8, "text-anchor": "middle" } : { "x": 5, "y": at + 1.2 }, `${at}`)
        : null,
    ].filter(Boolean);
  }).flat();
}
