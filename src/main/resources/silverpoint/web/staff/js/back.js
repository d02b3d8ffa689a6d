/** What was: the day in numbers, sessions, maintenance, who did what. */

import { card, h } from "./dom.js";
import { get, isAtLeast } from "./api.js";
import { clock, duration, number, quantity, t } from "./i18n.js";
import { barChart } from "./chart.js";

const LOOK_MS = 15_000;

export function backView() {
  const today = h("div.grid");
  const charts = h("div.grid");
  const sessions = h("div.scroll", { "tabindex": 0, "role": "group", "aria-label": t("back.history") });
  const maintenance = h("div");
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
      isAtLeast("ADMIN") ? card("", t("back.audit"), audit) : null,
    ),
  );
  let timer = 0;

  async function look() {
    try {
      const [day, entries, life] = await Promise.all([
        get("/history/today"),
        get("/history/sessions"),
        get("/history/maintenance"),
      ]);
      today.replaceChildren(numbers(day));
      charts.replaceChildren(...hourly(day.hours));
      sessions.replaceChildren(table(entries.sessions));
      maintenance.replaceChildren(counters(life));
      if (isAtLeast("ADMIN")) audit.replaceChildren(...auditLog(await get("/audit")));
      failed.textContent = "";
    } catch (problem) {
      failed.textContent = problem.message || t("said.unreachable");
    }
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

function fact(key, value, small) {
  return h("div", {}, h("dt", {}, t(key)), h("dd", {}, value, small ? h("small", {}, small) : null));
}

function numbers(day) {
  return h(
    "dl.facts",
    {},
    fact("back.sessions", number(day.sessions)),
    fact("back.drawn", number(day.drawn)),
    fact("back.retakes", number(day.retakes)),
    fact("back.wait", duration(day.waitS)),
    fact("back.draw", duration(day.drawS)),
    fact(
      "back.promise",
      quantity(day.promiseErrorS, "s"),
      day.promiseErrorP95S === null ? null : t("back.promise95", { time: quantity(day.promiseErrorP95S, "s") }),
    ),
  );
}

function hourly(hours) {
  if (!hours.length) return [h("p.soft", {}, t("back.none"))];
  return [
    ["guests", (hour) => hour.sessions, (value) => number(value, value % 1 ? 1 : 0)],
    ["wait", (hour) => hour.waitS ?? 0, duration],
    ["draw", (hour) => hour.drawS ?? 0, duration],
    ["lost", (hour) => hour.lost, (value) => number(value, value % 1 ? 1 : 0)],
  ].map(([name, valueOf, format]) =>
    h(
      "figure.half",
      {},
      h("figcaption.small.soft", {}, t(`back.chart.${name}`)),
      barChart(
        t(`back.chart.${name}`),
        t(`back.chart.${name}`),
        hours.map((hour) => ({ label: clock(hour.atMs), value: valueOf(hour) })),
        format,
      ),
    ),
  );
}

function table(entries) {
  if (!entries.length) return h("p.soft", {}, t("back.none"));
  const columns = ["number", "time", "outcome", "waited", "drew", "missed", "length", "kept"];
  return h(
    "table",
    {},
    h("caption.visually-hidden", {}, t("back.history")),
    h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, t(`back.${name}`))))),
    h(
      "tbody",
      {},
      entries.map((entry) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, number(entry.number)),
          h("td", {}, clock(entry.beganMs)),
          h("td", {}, t(`outcome.${entry.outcome ?? "OPEN"}`)),
          h("td", {}, duration(entry.waitS)),
          h("td", {}, duration(entry.drawS)),
          h("td", {}, quantity(entry.promiseErrorS, "s")),
          h("td", {}, quantity(entry.lengthMm, "mm")),
          h("td", {}, entry.kept && isAtLeast("OPERATOR") ? kept(entry) : "–"),
        ),
      ),
    ),
  );
}

function kept(entry) {
  return h(
    "a",
    {
      "href": `/api/v1/history/lines/${entry.number}`,
      "target": "_blank",
      "aria-label": `${t("back.kept")} ${entry.number}`,
    },
    t("back.see"),
  );
}

function counters(life) {
  return h(
    "dl.facts",
    {},
    fact("back.drawn", number(life.portraits)),
    fact("back.maintenance.drawn", quantity(life.drawnM, "m", 1)),
    fact("back.maintenance.hours", quantity(life.drawnHours, "h", 1)),
    fact("back.maintenance.next", quantity(life.hoursToCalibration, "h", 1)),
  );
}

function auditLog(audit) {
  return [
    audit.firstForgedLine
      ? h("p.bad-text", {}, t("back.audit.forged", { line: audit.firstForgedLine }))
      : null,
    h(
      "pre.log",
      { "tabindex": 0, "role": "group", "aria-label": t("back.audit") },
      audit.lines.map((line) => line.slice(0, line.lastIndexOf(" "))).join("\n"),
    ),
  ].filter(Boolean);
}
