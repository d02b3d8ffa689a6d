/** What was: the day in numbers, sessions, maintenance, who did what. */

import { card, fact, h, remake, table } from "./dom.js";
import { get, isAtLeast } from "./api.js";
import { clock, day, duration, number, quantity, t } from "./i18n.js";
import { barChart } from "./chart.js";

const LOOK_MS = 15_000;

export function backView() {
  const today = h("div.grid");
  const charts = h("div.grid");
  const faults = h("div");
  const sessions = scroll("back.history");
  const maintenance = h("div.list");
  const runs = scroll("back.runs");
  const log = h("pre.log", { "tabindex": 0, "role": "group", "aria-label": t("back.log") });
  const audit = h("div");
  const failed = h("p.bad-text", { role: "alert" });
  const element = h(
    "div.grid",
    {},
    failed,
    card("", t("back.today"), today, charts),
    card(
      "two-thirds",
      t("back.history"),
      sessions,
      h("p", {}, h("a.button", { href: "/api/v1/history/sessions.csv", download: "" }, t("back.csv"))),
    ),
    h(
      "div.grid.third",
      {},
      card("", t("back.maintenance"), maintenance),
      card("", t("back.faults"), faults),
    ),
    card("", t("back.runs"), runs),
    isAtLeast("ENGINEER") ? card("", t("back.log"), log) : null,
    isAtLeast("ADMIN") ? card("", t("back.audit"), audit) : null,
  );
  let timer = 0;

  async function look() {
    try {
      const [numbers_, entries, life, past] = await Promise.all([
        get("/history/today"),
        get("/history/sessions"),
        get("/history/maintenance"),
        get("/history/runs"),
      ]);
      remake(today, numbers_, () => numbers(numbers_));
      remake(charts, numbers_.hours, () => hourly(numbers_.hours));
      remake(faults, numbers_.lastFaults, () => faultList(numbers_.lastFaults));
      remake(sessions, entries, () => sessionTable(entries.sessions));
      remake(maintenance, life, () => counters(life));
      remake(runs, past, () => runTable(past.runs));
      if (isAtLeast("ENGINEER")) showLog((await get("/log")).lines.join("\n"));
      if (isAtLeast("ADMIN")) {
        const kept = await get("/audit");
        remake(audit, kept, () => auditLog(kept));
      }
      failed.textContent = "";
    } catch (problem) {
      failed.textContent = problem.message || t("said.unreachable");
    }
  }

  /** Stays at the end, unless somebody reads further up. */
  function showLog(text) {
    const atEnd = log.scrollTop + log.clientHeight >= log.scrollHeight - 8;
    if (log.textContent === (text || t("back.none"))) return;
    log.textContent = text || t("back.none");
    if (atEnd) log.scrollTop = log.scrollHeight;
  }

  return {
    element,
    start() {
      look();
      timer = setInterval(look, LOOK_MS);
    },
    close: () => clearInterval(timer),
  };
}

function scroll(key) {
  return h("div.scroll", { "tabindex": 0, "role": "group", "aria-label": t(key) });
}

function numbers(day) {
  return h(
    "dl.facts",
    {},
    fact(t("back.sessions"), number(day.sessions)),
    fact(t("back.drawn"), number(day.drawn)),
    fact(t("back.retakes"), number(day.retakes)),
    fact(t("back.wait"), duration(day.waitS)),
    fact(t("back.draw"), duration(day.drawS)),
    fact(
      t("back.promise"),
      quantity(day.promiseErrorS, "s"),
      day.promiseErrorP95S === null ? null : t("back.promise95", { time: quantity(day.promiseErrorP95S, "s") }),
    ),
  );
}

function hourly(hours) {
  if (!hours.length) return [h("p.soft", {}, t("back.none"))];
  const count = (value) => number(value, value % 1 ? 1 : 0);
  /** @type {[string, (hour: any) => number, (value: number) => string][]} */
  const charts = [
    ["guests", (hour) => hour.sessions, count],
    ["wait", (hour) => hour.waitS ?? 0, duration],
    ["draw", (hour) => hour.drawS ?? 0, duration],
    ["promise", (hour) => hour.promiseErrorS ?? 0, duration],
    ["retakes", (hour) => hour.retakes, count],
    ["lost", (hour) => hour.lost, count],
    ["faults", (hour) => hour.faults, count],
  ];
  return charts.map(([name, valueOf, format]) =>
    h(
      "figure.third",
      {},
      h("figcaption.small.soft", {}, t(`back.chart.${name}`)),
      hours.some((hour) => valueOf(hour) > 0)
        ? barChart(
            t(`back.chart.${name}`),
            t("back.time"),
            t(`back.chart.${name}`),
            hours.map((hour) => ({ label: clock(hour.atMs), value: valueOf(hour) })),
            format,
          )
        : h("p", {}, format(0)),
    ),
  );
}

function sessionTable(entries) {
  if (!entries.length) return h("p.soft", {}, t("back.none"));
  const columns = ["number", "time", "outcome", "waited", "drew", "missed", "length", "kept"];
  return table(
    t("back.history"),
    columns.map((name) => t(`back.${name}`)),
    entries.map((entry) => [
      number(entry.number),
      clock(entry.beganMs),
      t(`outcome.${entry.outcome ?? "OPEN"}`),
      duration(entry.waitS),
      duration(entry.drawS),
      quantity(entry.promiseErrorS, "s"),
      quantity(entry.lengthMm, "mm"),
      entry.kept && isAtLeast("OPERATOR") ? kept(entry) : "–",
    ]),
  );
}

function runTable(runs) {
  if (!runs.length) return h("p.soft", {}, t("back.none"));
  const columns = ["began", "drawn", "program", "machine", "config", "models"];
  return table(
    t("back.runs"),
    columns.map((name) => t(`back.${name}`)),
    runs.map((run) => [
      `${day(run.beganMs)} ${clock(run.beganMs)}`,
      number(run.drawn),
      run.program,
      run.machine,
      h("code", {}, run.config),
      h("code.small", {}, run.models),
    ]),
  );
}

function faultList(faults) {
  if (!faults.length) return h("p.good", {}, t("back.faults.none"));
  return h(
    "ul.list",
    {},
    faults.map((fault) =>
      h(
        "li",
        {},
        h("strong", {}, `${clock(fault.atMs)} · ${t(`fault.${fault.kind}`, { otherwise: fault.kind })}`),
        h("span.small.soft", {}, fault.message),
      ),
    ),
  );
}

function kept(entry) {
  const address = `/api/v1/history/lines/${entry.number}`;
  return h(
    "a",
    { href: address, target: "_blank" },
    h("img.thumb", { src: address, alt: `${t("back.kept")} ${entry.number}`, loading: "lazy", width: 48, height: 36 }),
  );
}

function counters(life) {
  const since = life.sinceCalibration;
  return [
    h(
      `p${life.calibrationIsDue ? ".reminder" : ".small.soft"}`,
      {},
      life.calibrationIsDue
        ? t("back.maintenance.due", { hours: quantity(since.drawnHours, "h", 1) })
        : t("back.maintenance.next", { hours: quantity(life.hoursToCalibration, "h", 1) }),
    ),
    h(
      "dl.facts",
      {},
      fact(t("back.maintenance.calibrated"), life.calibratedOn ? day(life.calibratedOn) : t("back.maintenance.never")),
      fact(t("back.drawn"), number(life.life.portraits)),
      fact(t("back.maintenance.drawn"), quantity(life.life.drawnM, "m", 1), sinceThen(quantity(since.drawnM, "m", 1))),
      fact(t("back.maintenance.hours"), quantity(life.life.drawnHours, "h", 1), sinceThen(quantity(since.drawnHours, "h", 1))),
      ...["X", "Y"].map((axis) =>
        fact(
          t("back.maintenance.reversals", { axis: axis.toLowerCase() }),
          number(life.life[`reversals${axis}`]),
          sinceThen(number(since[`reversals${axis}`])),
        ),
      ),
    ),
  ];
}

function sinceThen(value) {
  return t("back.maintenance.since", { value });
}

/** In the person's own time, without the hash. */
function auditLine(line) {
  const [at, ...rest] = line.split(" ").slice(0, -1);
  return `${day(at)} ${clock(at, true)}  ${rest.join(" ")}`;
}

function auditLog(audit) {
  return [
    audit.firstForgedLine
      ? h("p.bad-text", {}, t("back.audit.forged", { line: audit.firstForgedLine }))
      : null,
    h(
      "pre.log",
      { "tabindex": 0, "role": "group", "aria-label": t("back.audit") },
      audit.lines.map(auditLine).join("\n"),
    ),
  ].filter(Boolean);
}
