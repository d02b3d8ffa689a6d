/** What was: today's numbers, sessions, versions, the log. */

import { card, h } from "./dom.js";
import { t } from "./i18n.js";

export function backView() {
  return { element: h("div.grid", {}, card("", t("tab.back"), h("p", {}, ""))) };
}
