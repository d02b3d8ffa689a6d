/** What the booth does: in one look, what next, when done. */

import { card, focus, h, remake, say } from "./dom.js";
import { get, isAtLeast, now, whoAmI } from "./api.js";
import { clock, duration, number, percent, quantity, t } from "./i18n.js";
import { beginLabel, commandButton, question, send } from "./commands.js";
import { cameraView } from "./camera.js";
import { artView } from "./art.js";
import { lineView } from "./drawing.js";

/** What is most likely wanted, in this order. */
const LIKELY = ["reset", "confirm-erased", "resume", "cancel", "pause", "open", "start-now"];

/** Where a command is offered under the headline, when it is not wherever it fits. */
const ONLY_IN = { "cancel": ["PAUSED"], "start-now": ["ATTRACT", "FRAMING", "COUNTDOWN", "REVIEW"] };

const BROKEN = ["FAULTED", "RECOVERING", "OUT_OF_SERVICE"];

/** The booth in one word for staff: a machine that is broken comes before whatever a guest does. */
export function headline(state) {
  return BROKEN.includes(state.machine.state) ? "FAULT" : state.phase;
}

export function nowView() {
  const phase = h("p.phase", {});
  const next = h("p.next");
  const when = h("p.when", { hidden: true });
  const since = h("p.small.soft");
  const buttons = LIKELY.map((name, i) =>
    commandButton(name, {
      className: i < 3 ? ".main" : name === "cancel" ? ".risky" : "",
      ...(name === "start-now" ? { labelOf: beginLabel } : {}),
    }),
  );
  const hero = h(
    "section.card.hero",
    { "aria-label": t("now.state") },
    phase,
    when,
    next,
    h("div.row", {}, buttons.map((button) => button.element)),
    since,
  );
  const faults = h("div.grid");
  const line = lineView();
  const bar = h("i");
  const meter = h("div.bar", {
    "role": "progressbar",
    "aria-label": t("now.progress"),
    "aria-valuemin": 0,
    "aria-valuemax": 100,
  }, bar);
  const facts = ["progress", "elapsed", "left", "done", "style"].map((name) => ({
    name,
    value: h("dd"),
  }));
  const progress = h(
    "div.progress",
    {},
    meter,
    h("dl.facts", {}, facts.map(({ name, value }) => h("div", {}, h("dt", {}, t(`now.${name}`)), value))),
  );
  const source = h("p.small.soft");
  const drawing = card("two-thirds", t("now.drawing"), line.element, progress, source);
  const camera = cameraView();
  const art = artView();
  const queue = h("div");
  const reminder = h("p.reminder", { hidden: true });
  const element = h(
    "div.grid",
    {},
    faults,
    hero,
    reminder,
    drawing,
    h("div.grid.third", {}, card("", t("now.queue"), queue), camera.element, art.element),
  );

  let state = null;
  /** Of whom it is asked whether to drop them. */
  let dropping = null;

  function drop(session) {
    dropping = question("drop", { number: session }, (yes) => {
      dropping = null;
      showQueue();
      focus(queue, `drop ${session}`);
      if (yes) send("drop", { session });
    });
    dropping.session = session;
    showQueue();
    dropping.begin();
  }

  function showQueue() {
    const steers = isAtLeast("OPERATOR");
    remake(queue, [state.queue, steers, dropping?.session], () => queueList(state, steers, dropping, drop));
  }

  function update(next_) {
    state = next_;
    const at = headline(state);
    say(phase, t(`phase.${at}`));
    const asks = state.phase === "SERVICE" && !state.refused["end-calibration"];
    const what = t(asks ? "next.CALIBRATION" : `next.${at}`);
    say(next, state.parkedFor ? `${what} ${t("now.parkedFor", { number: state.parkedFor })}` : what);
    hero.classList.toggle("wants", ["ERASE", "PAUSED", "CLOSED"].includes(state.phase));
    hero.classList.toggle("bad", state.faults.length > 0);
    let shown = 0;
    for (const button of buttons) {
      button.update(state);
      const offered = (ONLY_IN[button.name] ?? [at]).includes(at);
      const fits = button.fits(state) && offered && shown < 3;
      button.element.hidden = !fits;
      if (fits) shown++;
    }
    remake(faults, state.faults, () => state.faults.map(faultCard));
    faults.hidden = !state.faults.length;
    line.update(state);
    showProgress();
    if (dropping && !state.queue.some((waiting) => waiting.session === dropping.session)) dropping = null;
    showQueue();
    camera.update(state);
    art.update(state);
    tick();
  }

  function showProgress() {
    const now_ = state.progress;
    progress.hidden = !now_;
    source.hidden = !now_;
    when.hidden = !now_;
    if (!now_) return;
    const share = now_.plannedS ? Math.min(1, now_.doneS / now_.plannedS) : 0;
    bar.style.width = `${100 * share}%`;
    meter.setAttribute("aria-valuenow", Math.round(100 * share));
    const paused = ["PAUSED", "PAUSING"].includes(state.machine.state);
    say(facts[0].value, percent(share));
    say(facts[1].value, duration(now_.elapsedS));
    say(facts[2].value, duration(now_.leftS));
    say(facts[3].value, paused ? t("now.paused") : clock(now_.doneAtMs));
    say(facts[4].value, styleName(state.machine.style));
    say(
      when,
      t(paused ? "now.whenPaused" : "now.when", {
        percent: percent(share),
        left: duration(now_.leftS),
        done: clock(now_.doneAtMs),
      }),
    );
    say(source, t(`source.${now_.source}`));
  }

  /** Nobody looks back for a reminder during a fair. */
  async function remind() {
    const life = await get("/history/maintenance").catch(() => null);
    reminder.hidden = !life?.calibrationIsDue;
    if (life) {
      say(reminder, t("back.maintenance.due", { hours: quantity(life.sinceCalibration.drawnHours, "h", 1) }));
    }
  }

  function tick() {
    if (state) say(since, t("now.since", { age: duration((now() - state.sinceMs) / 1000) }));
  }

  return { element, update, tick, start: () => (line.start(), camera.start(), remind()), close: camera.close };
}

/** Their cure turns the knobs. */
const NEEDS_ENGINEER = ["POSITION_UNKNOWN"];

function faultCard(fault) {
  return h(
    "section.card.fault",
    { role: "alert" },
    h("h2", {}, t(`fault.${fault.kind}`)),
    h("p", {}, t(`cure.${fault.kind}`)),
    NEEDS_ENGINEER.includes(fault.kind) && !isAtLeast("ENGINEER")
      ? h("p", {}, t("cure.engineer", { command: `${whoAmI().program} staff-pin --role engineer` }))
      : null,
    h("p.small.soft", {}, `${clock(fault.sinceMs)} · ${fault.message}`),
  );
}

function styleName(style) {
  return style ? t(`style.${style}`, { otherwise: style }) : "–";
}

function queueList(state, steers, dropping, drop) {
  if (!state.queue.length) return h("p.soft", {}, t("queue.none"));
  const columns = ["queue.number", "queue.promised", "queue.expected"];
  return h(
    "table.queue",
    {},
    h("caption.visually-hidden", {}, t("now.queue")),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        columns.map((key) => h("th", { scope: "col" }, t(key))),
        steers ? h("th", { scope: "col" }, h("span.visually-hidden", {}, t("queue.change"))) : null,
      ),
    ),
    h(
      "tbody",
      {},
      state.queue.map((waiting, place) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, number(waiting.session), h("div.small.soft", {}, styleName(waiting.style))),
          dropping?.session === waiting.session
            ? h("td", { colspan: columns.length }, dropping.element)
            : [
                h("td", {}, clock(waiting.promisedAtMs)),
                h("td", {}, clock(waiting.expectedAtMs)),
                steers ? h("td.acts", {}, queueButtons(waiting.session, place, drop)) : null,
              ],
        ),
      ),
    ),
  );
}

function queueButtons(session, place, drop) {
  const act = (name, sign, onclick) =>
    h(
      "button.button",
      {
        "type": "button",
        "aria-label": `${t(`command.${name}`)} ${session}`,
        "data-key": `${name} ${session}`,
        onclick,
      },
      sign,
    );
  return [
    place > 0 ? act("bring-forward", "↑", () => send("bring-forward", { session })) : null,
    act("drop", "✕", () => drop(session)),
  ];
}
