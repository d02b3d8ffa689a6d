/** Buttons that send commands, and say why when a command does not fit. */

import { h, say } from "./dom.js";
import { isAtLeast, post, role, Refused } from "./api.js";
import { t } from "./i18n.js";

/** The role that each command needs; the server decides, the page explains. */
const NEEDS = {
  "jog": "ENGINEER",
  "declare-home": "ENGINEER",
  "test-pattern": "ENGINEER",
  "calibrate": "ENGINEER",
  "answer-calibration": "ENGINEER",
  "end-calibration": "ENGINEER",
  "choose-camera": "ENGINEER",
};

let speaker = (_text) => {};
let buttons = 0;

export function onSay(listener) {
  speaker = listener;
}

export function speak(text) {
  speaker(text);
}

/** Sends a command and tells the person what came of it; a quiet one only when it is refused. */
export async function send(name, body = {}, quiet = false) {
  try {
    await post(`/commands/${name}`, body);
    if (!quiet) speaker(t("said.done", { what: t(`command.${name}`) }));
    return true;
  } catch (problem) {
    speaker(t("said.refused", { what: t(`command.${name}`), why: reasonOf(problem) }));
    return false;
  }
}

export function reasonOf(problem) {
  if (!(problem instanceof Refused)) return String(problem.message ?? problem);
  if (problem.status === 0) return t("said.unreachable");
  return t(`refusal.${problem.message}`, { otherwise: problem.message });
}

/** Why a command cannot be sent at the moment; empty when it can. */
export function hindrance(state, name) {
  const needs = NEEDS[name] ?? "OPERATOR";
  if (!isAtLeast(needs)) {
    return t("said.role", { needs: t(`role.${needs}`), role: t(`role.${role()}`) });
  }
  const refusal = state.refused[name];
  return refusal ? t(`refusal.${refusal}`, { otherwise: refusal }) : "";
}

/**
 * A button with the reason below it while it does not fit. It stays focusable, so that keyboard and
 * screen reader find the reason.
 */
export function commandButton(
  name,
  { className = "", body = () => ({}), label = t(`command.${name}`) } = {},
) {
  const id = `why-${name}-${++buttons}`;
  const why = h("span.why", { id });
  const button = h(
    `button.button${className}`,
    {
      "type": "button",
      "data-command": name,
      "aria-describedby": id,
      "onclick": async () => {
        if (button.getAttribute("aria-disabled") === "true") return speaker(why.textContent);
        button.setAttribute("aria-disabled", "true");
        await send(name, body());
        button.removeAttribute("aria-disabled");
        update(last);
      },
    },
    label,
  );
  const element = h("div.command", {}, button, why);
  let last = null;
  const update = (state) => {
    last = state;
    if (!state) return;
    const reason = hindrance(state, name);
    say(why, reason);
    why.hidden = !reason;
    if (reason) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  };
  return { element, button, update, fits: (state) => !hindrance(state, name) };
}
