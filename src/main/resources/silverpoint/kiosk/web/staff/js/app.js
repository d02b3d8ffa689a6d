/** The staff page: who is there, what is shown, and the emergency stop. */

import { h, s, say } from "./dom.js";
import { findSession, follow, isAtLeast, keepAlive, logOut, now, post, role } from "./api.js";
import { clock, currentLanguage, duration, LANGUAGES, loadLanguage, percent, t } from "./i18n.js";
import { onSay, reasonOf } from "./commands.js";
import { loginView } from "./login.js";
import { headline, nowView } from "./now.js";
import { steerView } from "./steer.js";
import { backView } from "./back.js";
import { healthView } from "./health.js";

const VIEWS = {
  now: { make: nowView, icon: "M3 12h4l3 8 4-16 3 8h4" },
  steer: { make: steerView, icon: "M4 6h16M4 12h16M4 18h16M8 4v4M16 10v4M10 16v4" },
  back: { make: backView, icon: "M4 20V10M10 20V4M16 20v-7M21 20H3" },
  health: { make: healthView, icon: "M12 21C5 15 3 12 3 8.500a4.500 4.500 0 0 1 9-1 4.500 4.500 0 0 1 9 1c0 3.500-2 6.500-9 12.500z" },
};
const STOP_ANSWER_MS = 2000;
const STOP_TRIES = 5;
const STOP_AGAIN_MS = 500;
const byId = (id) => document.getElementById(id);
const main = byId("main");

let state = null;
let view = null;
let stopFollowing = null;
let lost = null;
let quiet = 0;

onSay((text) => {
  say(byId("said"), text);
  clearTimeout(quiet);
  quiet = setTimeout(() => say(byId("said"), ""), 6000);
});

/** A stop that did not arrive is said at once, and sent again while that makes sense. */
async function emergencyStop() {
  const stop = byId("stop");
  if (stop.getAttribute("aria-busy")) return;
  stop.setAttribute("aria-busy", "true");
  for (let left = STOP_TRIES - 1, again = true; again; left--) {
    const [arrived, text] = await sendStop();
    again = !arrived && left > 0;
    say(byId("said"), again ? `${text} ${t("stop.again")}` : text);
    if (again) await new Promise((done) => setTimeout(done, STOP_AGAIN_MS));
  }
  stop.removeAttribute("aria-busy");
}

/** Whether the stop, or a refusal of it, arrived, and what the person is told. */
async function sendStop() {
  try {
    await post("/commands/emergency-stop", {}, STOP_ANSWER_MS);
    return [true, t("stop.done")];
  } catch (problem) {
    const cut = problem.message === "SILENT" || problem.message === "FAILED";
    const why = cut ? t("stop.silent") : t("stop.failed", { why: reasonOf(problem) });
    return [problem.status > 0, why];
  }
}

function route() {
  const name = location.hash.slice(1);
  return name in VIEWS ? name : "now";
}

function showFrame() {
  say(byId("skip"), t("skip"));
  say(byId("stop-text"), t("stop"));
  byId("stop").setAttribute("aria-label", t("stop.label"));
  byId("tabs").setAttribute("aria-label", t("tabs"));
  byId("tabs").replaceChildren(
    ...Object.entries(VIEWS).map(([name, { icon }]) =>
      h(
        "a",
        { "href": `#${name}`, "aria-current": name === route() ? "page" : null },
        s("svg", { "viewBox": "0 0 24 24", "aria-hidden": "true" }, s("path", { d: icon })),
        t(`tab.${name}`),
      ),
    ),
  );
  byId("who").replaceChildren(
    h(
      "select",
      {
        "aria-label": t("language"),
        "id": "language",
        "onchange": async (event) => {
          await loadLanguage(event.target.value);
          show();
          byId("language").focus();
        },
      },
      Object.entries(LANGUAGES).map(([code, name]) =>
        h("option", { value: code, selected: code === currentLanguage(), lang: code }, name),
      ),
    ),
    ...(isAtLeast("VIEWER")
      ? [
          h("span", {}, t(`role.${role()}`)),
          h(
            "button.button",
            {
              type: "button",
              onclick: async () => {
                await logOut().catch(() => {});
                begin();
              },
            },
            t("logout"),
          ),
        ]
      : []),
  );
  showTitle();
}

/** What a tab in the background, or a phone in a pocket, tells. */
function showTitle() {
  const share = state?.progress ? `${percent(state.progress.doneS / (state.progress.plannedS || 1))} ` : "";
  document.title = `${state ? share + t(`phase.${headline(state)}`) : t(`tab.${route()}`)} · Silverpoint`;
}

function callForHelp(before, after) {
  const calls = before && before.phase !== after.phase && ["ERASE", "FAULT"].includes(after.phase);
  // browsers complain of a page that shakes a phone which nobody has touched
  if (calls && navigator.userActivation?.hasBeenActive) navigator.vibrate?.([200, 100, 200]);
}

function show() {
  view?.close?.();
  showFrame();
  showAge();
  if (!isAtLeast("VIEWER")) {
    view = loginView(begin);
  } else {
    view = VIEWS[route()].make();
  }
  main.replaceChildren(h("h1.visually-hidden", {}, t(`tab.${route()}`)), view.element);
  view.start?.();
  if (state) view.update?.(state);
}

function showAge() {
  const link = byId("link");
  const following = stopFollowing !== null;
  link.className = `link ${!following ? "" : lost ? "lost" : "live"}`;
  say(link, !following ? "" : lost ? t("link.lost") : t("link.live"));
  const old = byId("old");
  old.hidden = !lost;
  if (lost) say(old, t("link.old", { age: duration((Date.now() - lost) / 1000) }));
}

async function begin() {
  stopFollowing?.();
  stopFollowing = null;
  state = null;
  lost = null;
  await findSession().catch(() => {});
  if (isAtLeast("VIEWER")) {
    stopFollowing = follow(
      (next) => {
        callForHelp(state, next);
        state = next;
        showTitle();
        view?.update?.(state);
      },
      (fresh, heardAt) => {
        lost = fresh ? null : heardAt || Date.now();
        showAge();
      },
      begin,
    );
  }
  show();
}

byId("stop").addEventListener("click", emergencyStop);
addEventListener("hashchange", () => {
  show();
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
});
setInterval(() => {
  say(byId("clock"), clock(now()));
  if (lost) showAge();
  view?.tick?.();
}, 1000);
keepAlive();
await loadLanguage();
await begin();
