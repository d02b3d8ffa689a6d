/** The camera's picture with the boxes of faces; only roles that steer may see faces. */

import { card, h, s, say } from "./dom.js";
import { getBlob, isAtLeast } from "./api.js";
import { reasonOf } from "./commands.js";
import { number, t } from "./i18n.js";

const PAUSE_MS = 250;
const PAUSE_AFTER_ERROR_MS = 3000;

export function cameraView() {
  const picture = h("img", { alt: t("camera.alt") });
  const boxes = s("svg", { "aria-hidden": "true", "viewBox": "0 0 4 3" });
  const message = h("p", {}, t(isAtLeast("OPERATOR") ? "camera.none" : "camera.role"));
  const frame = h("div.preview", {}, picture, boxes, message);
  const health = h("p.small.soft");
  const element = card("", t("now.camera"), frame, health);
  let running = false;
  let url = null;
  let status = "";

  async function loop() {
    while (running) {
      let pause = PAUSE_MS;
      if (document.visibilityState === "visible") {
        try {
          showPicture(await getBlob("/camera"));
          say(message, t(status === "LIVE" ? "camera.private" : "camera.none"));
        } catch (problem) {
          showPicture(null);
          say(message, reasonOf(problem));
          pause = PAUSE_AFTER_ERROR_MS;
        }
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    showPicture(null);
  }

  function showPicture(answer) {
    const old = url;
    url = answer ? URL.createObjectURL(answer.blob) : null;
    if (url) picture.src = url;
    picture.hidden = !url;
    message.hidden = Boolean(url);
    showBoxes(answer);
    if (old) URL.revokeObjectURL(old);
  }

  function showBoxes(answer) {
    const text = answer?.headers.get("Silverpoint-Faces");
    boxes.replaceChildren();
    if (!text) return;
    const seen = JSON.parse(text);
    boxes.setAttribute("viewBox", `0 0 ${seen.widthPx} ${seen.heightPx}`);
    boxes.append(
      ...seen.faces.flatMap((face) =>
        ["shade", face.subject ? "subject" : "face"].map((name) =>
          s(`rect.${name}`, { x: face.xPx, y: face.yPx, width: face.widthPx, height: face.heightPx, rx: 6 }),
        ),
      ),
    );
  }

  return {
    element,
    start() {
      picture.hidden = true;
      if (isAtLeast("OPERATOR")) {
        running = true;
        loop();
      }
    },
    close: () => (running = false),
    update(state) {
      const camera = state.camera;
      status = camera.status;
      say(
        health,
        [
          camera.name,
          t(`camera.${camera.status}`),
          `${number(camera.framesPerS, 0)} ${t("unit.framesPerS")}`,
          state.hint ? t(`hint.${state.hint.toUpperCase().replaceAll("-", "_")}`, { otherwise: state.hint }) : null,
        ]
          .filter(Boolean)
          .join(" · "),
      );
    },
  };
}
