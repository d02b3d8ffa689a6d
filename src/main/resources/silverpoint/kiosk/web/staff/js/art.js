/** The line art of the portrait that is made or drawn. */

import { card, h } from "./dom.js";
import { getBlob } from "./api.js";
import { t } from "./i18n.js";

export function artView() {
  const picture = h("img.art", { alt: t("art.alt"), hidden: true });
  const none = h("p.soft", {}, t("art.none"));
  const element = card("", t("now.art"), picture, none);
  let shown = 0;
  return {
    element,
    async update(state) {
      if (state.lineNumber === shown) return;
      shown = state.lineNumber;
      const answer = shown ? await getBlob("/line-art").catch(() => null) : null;
      if (picture.src) URL.revokeObjectURL(picture.src);
      if (answer) picture.src = URL.createObjectURL(answer.blob);
      else picture.removeAttribute("src");
      picture.hidden = !answer;
      none.hidden = Boolean(answer);
    },
  };
}
