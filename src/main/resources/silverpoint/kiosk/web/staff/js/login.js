/** Logging in by PIN. */

import { h, say } from "./dom.js";
import { logIn, role, whoAmI } from "./api.js";
import { reasonOf } from "./commands.js";
import { keysFor } from "./keys.js";
import { t } from "./i18n.js";

export function loginView(entered) {
  const open = !whoAmI().pinIsSet && role() === "VISITOR";
  const problem = h("p.bad-text", { id: "problem", role: "alert" });
  let waiting = 0;

  async function enter(digits) {
    clearInterval(waiting);
    say(problem, "");
    try {
      await logIn(digits);
      await entered();
    } catch (refused) {
      if (refused.status === 429) countDown(refused.retryAfterS);
      else say(problem, refused.status === 401 ? t("login.wrong") : reasonOf(refused));
      pin.value = "";
      pin.focus();
    }
  }

  /** Says how long nobody may try again, until somebody may. */
  function countDown(seconds) {
    const until = performance.now() + 1000 * seconds;
    const tell = () => {
      const left = Math.ceil((until - performance.now()) / 1000);
      say(problem, left > 0 ? t("login.wait", { seconds: left }) : t("login.again"));
      if (left <= 0) clearInterval(waiting);
    };
    waiting = setInterval(tell, 1000);
    tell();
  }

  const pin = h("input", {
    "id": "pin",
    "type": "password",
    "inputmode": "numeric",
    "autocomplete": "current-password",
    "pattern": "[0-9]{6,12}",
    "title": t("login.digits"),
    "maxlength": 12,
    "aria-describedby": "problem",
    "required": true,
  });
  const element = open
    ? h(
        "section.card.enter",
        { "aria-label": t("login.title") },
        h("h2", {}, t("login.unset")),
        h("p", {}, t("login.unset.what", { command: `${whoAmI().program} staff-pin` })),
        problem,
        h("button.button.main", { type: "button", id: "enter", onclick: () => enter("") }, t("login.open")),
      )
    : h(
        "form.card.enter",
        {
          "aria-label": t("login.title"),
          "onsubmit": (event) => {
            event.preventDefault();
            enter(pin.value);
          },
        },
        h("h2", {}, t("login.title")),
        // for keepers of passwords, which ask for a name
        h("input", { type: "text", autocomplete: "username", value: "staff", hidden: true, readonly: true }),
        h("div.field", {}, h("label", { for: "pin" }, t("login.pin")), pin),
        problem,
        keysFor(pin),
        h("button.button.main", { type: "submit" }, t("login.enter")),
      );
  return { element, start: () => (open ? null : pin.focus()), close: () => clearInterval(waiting) };
}
