/** Logging in by PIN. */

import { h, say } from "./dom.js";
import { logIn, role, whoAmI } from "./api.js";
import { reasonOf } from "./commands.js";
import { t } from "./i18n.js";

export function loginView(entered) {
  const problem = h("p.bad-text", { id: "problem", role: "alert" });
  const enter = async (digits) => {
    say(problem, "");
    try {
      await logIn(digits);
      await entered();
    } catch (refused) {
      say(problem, reasonOf(refused));
      pin.value = "";
      pin.focus();
    }
  };
  const pin = h("input", {
    "id": "pin",
    "type": "password",
    "inputmode": "numeric",
    "autocomplete": "current-password",
    "pattern": "[0-9]{6,12}",
    "maxlength": 12,
    "aria-describedby": "problem",
    "required": true,
  });
  const form = h(
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
    h("button.button.main", { type: "submit" }, t("login.enter")),
  );
  const unset = h(
    "section.card.enter",
    { "aria-label": t("login.title") },
    h("h2", {}, t("login.unset")),
    h("p", {}, t("login.unset.what")),
    problem,
    h("button.button.main", { type: "button", id: "enter", onclick: () => enter("") }, t("login.open")),
  );
  const open = !whoAmI().pinIsSet && role() === "VISITOR";
  return { element: open ? unset : form, start: () => (open ? null : pin.focus()) };
}
