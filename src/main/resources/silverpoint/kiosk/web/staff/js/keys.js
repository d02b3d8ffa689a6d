/** Keys for numbers, for a touch screen that has no keyboard. */

import { h } from "./dom.js";
import { t } from "./i18n.js";

const TOUCHED = matchMedia("(any-pointer: coarse)");

/**
 * The keys for a field, with a point where it takes one; null where nobody touches. A phone keeps
 * its own keyboard away from the field then.
 */
export function keysFor(input, point = "") {
  if (!TOUCHED.matches) return null;
  input.setAttribute("inputmode", "none");
  const write = (text) => {
    input.value = text.slice(0, input.maxLength > 0 ? input.maxLength : undefined);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const key = (sign, label, act) =>
    h(
      "button.button",
      {
        "type": "button",
        "aria-label": label,
        // the field keeps the focus
        "onpointerdown": (event) => event.preventDefault(),
        "onclick": act,
      },
      sign,
    );
  const types = (sign) => key(sign, null, () => write(input.value + sign));
  return h(
    "div.keys",
    { "role": "group", "aria-label": t("keys") },
    [..."123456789"].map(types),
    point ? types(point) : h("span"),
    types("0"),
    key("⌫", t("keys.delete"), () => write(input.value.slice(0, -1))),
  );
}
