/** What is right and wrong with the computer, with cures, for engineers. */

import { card, h, say } from "./dom.js";
import { get } from "./api.js";
import { t } from "./i18n.js";

/** Libraries may have to be loaded, and models read. */
const ANSWER_MS = 30_000;
const CLASSES = { FINE: ".soft", WARNING: ".warn-text", BROKEN: ".bad-text" };

export function doctorCard() {
  const findings = h("ul.list");
  const failed = h("p.bad-text", { role: "alert" });
  const button = h("button.button", { type: "button", onclick: look }, t("doctor.look"));

  async function look() {
    button.disabled = true;
    say(failed, "");
    try {
      const diagnosis = await get("/doctor", ANSWER_MS);
      findings.replaceChildren(...diagnosis.findings.map(line));
    } catch {
      say(failed, t("said.unreachable"));
    }
    button.disabled = false;
  }

  return card("", t("doctor"), h("p.soft", {}, t("doctor.what")), h("p", {}, button), failed, findings);
}

/** What is found is said in the words of the program, as its log is. */
function line({ subject, verdict, says, cure }) {
  return h(
    "li",
    { "data-verdict": verdict },
    h(`strong${CLASSES[verdict]}`, {}, `${t(`doctor.${verdict}`)}: `),
    h("span", { lang: "en" }, `${subject}: ${says}`),
    cure ? h("span.small.soft", { lang: "en" }, cure) : null,
  );
}
