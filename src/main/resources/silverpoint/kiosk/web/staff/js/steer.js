/** All commands, with the reason when one does not fit. */

import { card, h, remake } from "./dom.js";
import { quantity, t } from "./i18n.js";
import { calibrationView } from "./calibrate.js";
import { beginLabel, commandButton, hindrance, send, speak } from "./commands.js";

/** @type {[string, string[]][]} */
const GROUPS = [
  ["session", ["start-now", "skip"]],
  ["drawing", ["pause", "resume", "cancel", "redraw", "confirm-erased"]],
  ["booth", ["open", "close", "reset", "erase-everything"]],
];
const RISKY = ["cancel", "skip", "erase-everything"];

export function steerView() {
  const updates = [];
  const button = (name, options = {}) => {
    const made = commandButton(name, {
      className: RISKY.includes(name) ? ".risky" : "",
      ...(name === "start-now" ? { labelOf: beginLabel } : {}),
      ...options,
    });
    updates.push(made.update);
    return made.element;
  };
  const calibration = calibrationView();
  updates.push(calibration.update);
  const newer = h("p.reminder", { hidden: true }, t("calibration.newer"));
  updates.push((state) => (newer.hidden = !state.profileIsNewer));
  const element = h(
    "div.grid",
    {},
    newer,
    calibration.element,
    GROUPS.map(([group, names]) =>
      card("half", t(`steer.${group}`), h("div.commands", {}, names.map((name) => button(name)))),
    ),
    choices(updates),
    machine(button, updates),
  );
  return { element, update: (state) => updates.forEach((update) => update(state)) };
}

function choices(updates) {
  const style = chooser("choose-style", "style", styles, {
    nameOf: (name) => (name ? t(`style.${name}`, { otherwise: name }) : t("style.guests")),
    choose: (name) => (name ? send("choose-style", { style: name }) : send("let-guests-choose")),
  });
  const camera = chooser("choose-camera", "camera", (state) => [state.settings.cameras, state.settings.camera]);
  const minutes = h("input", { type: "number", id: "max-time", min: 10, max: 3600, step: 10 });
  const time = commandButton("limit-draw-time", {
    body: () => ({ maxDrawTimeS: Number(minutes.value) }),
  });
  updates.push(style.update, camera.update, time.update, (state) => {
    if (document.activeElement !== minutes && state.settings.maxDrawTimeS) {
      minutes.value = state.settings.maxDrawTimeS;
    }
  });
  return card(
    "half",
    t("steer.choices"),
    style.element,
    h(
      "form.field",
      {
        onsubmit: (event) => {
          event.preventDefault();
          time.button.click();
        },
      },
      h("label", { for: "max-time" }, `${t("steer.maxTime")} (s)`),
      h("div.row", {}, minutes, time.element),
    ),
    camera.element,
  );
}

/** All styles, and before them, where guests may have a choice, that they have it: no name. */
function styles({ settings }) {
  const guests = settings.offered.length > 0 ? [""] : [];
  return [[...guests, ...settings.styles], guests.length > 0 && !settings.fixed ? "" : settings.style];
}

function chooser(command, field, read, words = {}) {
  const { nameOf = (name) => name, choose = (name) => send(command, { [field]: name }) } = words;
  const select = h("select", { "id": `choose-${field}`, "data-command": command });
  const why = h("span.small.soft", { id: `why-choose-${field}` });
  select.setAttribute("aria-describedby", why.id);
  select.addEventListener("change", () => choose(select.value));
  return {
    element: h("div.field", {}, h("label", { for: select.id }, t(`steer.${field}`)), select, why),
    update(state) {
      const [names, chosen] = read(state);
      remake(select, [names, chosen], () =>
        names.map((name) => h("option", { value: name, selected: name === chosen }, nameOf(name))),
      );
      const reason = hindrance(state, command);
      select.disabled = Boolean(reason);
      why.textContent = reason;
    },
  };
}

function machine(button, updates) {
  let stepMm = 1;
  const size = h(
    "fieldset.choice",
    {},
    h("legend.small.soft", {}, t("steer.step")),
    [0.1, 1, 10].map((mm) =>
      h(
        "label",
        {},
        h("input", { type: "radio", name: "step", checked: mm === stepMm, onchange: () => (stepMm = mm) }),
        quantity(mm, "mm", mm < 1 ? 1 : 0),
      ),
    ),
  );
  const why = h("p.small.soft", { id: "why-jog" });
  const arrow = (sign, label, x, y) =>
    h(
      "button.button",
      {
        "type": "button",
        "aria-label": `${t("command.jog")}: ${label}`,
        "aria-describedby": why.id,
        "data-command": "jog",
        "onclick": (event) =>
          event.currentTarget.getAttribute("aria-disabled") === "true"
            ? speak(why.textContent)
            : send("jog", { xMm: x * stepMm, yMm: y * stepMm }),
      },
      sign,
    );
  const arrows = [
    arrow("↑", t("steer.up"), 0, -1),
    arrow("←", t("steer.left"), -1, 0),
    arrow("→", t("steer.right"), 1, 0),
    arrow("↓", t("steer.down"), 0, 1),
  ];
  updates.push((state) => {
    const reason = hindrance(state, "jog");
    why.textContent = reason;
    arrows.forEach((each) =>
      reason ? each.setAttribute("aria-disabled", "true") : each.removeAttribute("aria-disabled"));
  });
  return card(
    "",
    t("steer.machine"),
    h("p.soft.small", {}, t("steer.machine.what")),
    h(
      "div.row.jog",
      {},
      h("div.pad", { "role": "group", "aria-label": t("command.jog") }, arrows),
      h("div.field", {}, size, why),
    ),
    h(
      "div.commands",
      {},
      ["declare-home", "test-pattern", "calibrate", "motors-off"].map((name) => button(name)),
    ),
  );
}
