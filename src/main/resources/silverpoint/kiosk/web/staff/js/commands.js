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

/** What destroys something asks first; all else is done at one touch. */
const ASKS = ["cancel", "skip", "drop", "erase-everything"];

let speaker = (_text) => {};
let buttons = 0;

export function onSay(listener) {
  speaker = listener;
}

export function speak(text) {
  speaker(text);
}

/** Sends a command and tells the person what came of it; a quiet one only when it is refused. */
export async function send(name, body = {}, quiet = false, what = t(`command.${name}`)) {
  try {
    await post(`/commands/${name}`, body);
    if (!quiet) speaker(t("said.done", { what }));
    return true;
  } catch (problem) {
    speaker(t("said.refused", { what, why: reasonOf(problem) }));
    return false;
  }
}

/**
 * The question that stands where a command was touched that destroys something. The stop stays
 * reachable meanwhile. The answer that destroys nothing is at hand.
 */
export function question(name, values, answered) {
  const no = h(
    "button.button",
    { "type": "button", "data-key": "no", "onclick": () => answered(false) },
    t("question.no"),
  );
  const element = h(
    "div.question-of",
    {
      "role": "group",
      "aria-label": t(`question.${name}`, values),
      "onkeydown": (event) => event.key === "Escape" && answered(false),
    },
    h("p", {}, t(`question.${name}`, values)),
    h(
      "div.row",
      {},
      h(
        "button.button.risky",
        { "type": "button", "data-confirms": name, "data-key": "yes", "onclick": () => answered(true) },
        t(`question.${name}.yes`, values),
      ),
      no,
    ),
  );
  return { element, begin: () => no.focus() };
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

/** What the guest's next step is, in the words of the button that goes there at once. */
export function beginLabel(state) {
  const at = { FRAMING: "shoot", COUNTDOWN: "shoot", REVIEW: "accept" }[state?.visitor.state];
  return t(at ? `command.start-now.${at}` : "command.start-now");
}

/**
 * A button with the reason below it while it does not fit. It stays focusable, so that keyboard and
 * screen reader find the reason.
 */
export function commandButton(
  name,
  { className = "", body = () => ({}), labelOf = (_state) => t(`command.${name}`) } = {},
) {
  const id = `why-${name}-${++buttons}`;
  const why = h("span.why", { id });
  const button = h(
    `button.button${className}`,
    {
      "type": "button",
      "data-command": name,
      "aria-describedby": id,
      "onclick": () => {
        if (button.getAttribute("aria-disabled") === "true") return speaker(why.textContent);
        return ASKS.includes(name) ? ask() : act();
      },
    },
    labelOf(null),
  );
  const element = h("div.command", {}, button, why);
  let last = null;
  let asked = null;

  async function act() {
    button.setAttribute("aria-disabled", "true");
    await send(name, body(), false, button.textContent);
    button.removeAttribute("aria-disabled");
    update(last);
  }

  function ask() {
    asked = question(name, {}, (yes) => {
      withdraw();
      button.focus();
      if (yes) act();
    });
    button.hidden = true;
    element.prepend(asked.element);
    asked.begin();
  }

  function withdraw() {
    asked?.element.remove();
    asked = null;
    button.hidden = false;
  }

  const update = (state) => {
    last = state;
    if (!state) return;
    const reason = hindrance(state, name);
    if (reason && asked) withdraw();
    say(button, labelOf(state));
    say(why, reason);
    why.hidden = !reason;
    if (reason) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  };
  return { element, name, button, update, fits: (state) => !hindrance(state, name) };
}
