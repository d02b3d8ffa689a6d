/** How the parts of the kiosk do, for whoever looks after it. */

import { card, fact, h, remake, say, table } from "./dom.js";
import { get, isAtLeast } from "./api.js";
import { doctorCard } from "./doctor.js";
import { bytes, duration, number, percent, quantity, t } from "./i18n.js";

const LOOK_MS = 2000;

export function healthView() {
  const host = h("div.facts");
  const memory = meterRow("health.memory");
  const cpu = meterRow("health.cpu");
  const disk = meterRow("health.disk");
  const heat = h("p");
  const camera = h("dl.facts");
  const models = h("div.scroll", { "tabindex": 0, "role": "group", "aria-label": t("health.models") });
  const motors = h("div");
  const network = h("dl.facts");
  const devices = h("div");
  const failed = h("p.bad-text", { role: "alert" });
  const element = h(
    "div.grid",
    {},
    failed,
    card("half", t("health.host"), cpu.element, memory.element, disk.element, heat, host),
    h(
      "div.grid.half",
      {},
      card("", t("health.camera"), camera),
      card("", t("health.motors"), motors),
      card("", t("health.network"), devices, network),
    ),
    card("", t("health.models"), models),
    isAtLeast("ENGINEER") ? doctorCard() : null,
    isAtLeast("ENGINEER") ? support() : null,
  );
  let timer = 0;

  async function look() {
    try {
      show(await get("/health"));
      say(failed, "");
    } catch {
      say(failed, t("said.unreachable"));
    }
  }

  function show(health) {
    const { host: h_ } = health;
    cpu.show(h_.cpuShare, percent(h_.cpuShare), t("health.cores", { count: h_.cores, own: percent(h_.processCpuShare) }));
    const used = h_.memoryUsedBytes / h_.memoryBytes;
    memory.show(used, percent(used), `${bytes(h_.memoryUsedBytes)} / ${bytes(h_.memoryBytes)}`);
    const full = 1 - h_.diskFreeBytes / h_.diskBytes;
    disk.show(full, percent(full), t("health.free", { free: bytes(h_.diskFreeBytes) }));
    remake(host, [Math.floor(h_.uptimeS / 60), h_.heapUsedBytes >> 24, h_.temperatureC], () =>
      h(
        "dl.facts",
        {},
        fact(t("health.temperature"), quantity(h_.temperatureC, "°C", 1)),
        fact(t("health.heap"), bytes(h_.heapUsedBytes), bytes(h_.heapMaxBytes)),
        fact(t("health.uptime"), duration(h_.uptimeS)),
      ),
    );
    remake(heat, [h_.slowed, h_.underVoltage, h_.slowedBefore], () => throttling(h_));
    remake(camera, health.camera, () => [
      fact(t("health.camera.name"), health.camera.name, t(`camera.${health.camera.status}`)),
      fact(t("health.camera.rate"), `${number(health.camera.framesPerS, 1)} ${t("unit.framesPerS")}`),
      health.camera.lastError ? fact(t("health.camera.error"), "", health.camera.lastError) : null,
    ]);
    remake(motors, health.lateness, () => lateness(health.lateness));
    remake(network, [health.eventClients, health.auditIsKept], () => [
      fact(t("health.clients"), number(health.eventClients)),
      fact(t("health.audit"), t(health.auditIsKept ? "health.audit.kept" : "health.audit.lost")),
    ]);
    remake(devices, health.network, () => networkList(health.network));
    remake(models, health.models, () => modelTable(health.models));
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

function meterRow(key) {
  const value = h("strong");
  const detail = h("span.small.soft");
  const fill = h("i");
  const bar = h(
    "div.bar",
    { "role": "meter", "aria-label": t(key), "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": 0 },
    fill,
  );
  return {
    element: h("div.field", {}, h("div.row.apart", {}, h("span", {}, t(key)), value), bar, detail),
    show(share, text, small) {
      bar.className = `bar ${share > 0.95 ? "bad" : share > 0.85 ? "warn" : ""}`;
      bar.setAttribute("aria-valuenow", Math.round(share * 100));
      fill.style.width = `${Math.min(100, share * 100)}%`;
      say(value, text);
      say(detail, small);
    },
  };
}

function throttling(host) {
  if (host.slowed === null || host.slowed === undefined) {
    return h("span.small.soft", {}, t("health.throttling.unknown"));
  }
  const now = host.underVoltage ? "voltage" : host.slowed ? "slowed" : null;
  if (now) return h("strong.bad-text", {}, t(`health.throttling.${now}`));
  return h("span", {}, t(host.slowedBefore ? "health.throttling.before" : "health.throttling.none"));
}

function lateness(late) {
  if (!late) return h("p.soft", {}, t("health.motors.none"));
  return h(
    "dl.facts",
    {},
    fact(t("health.late.half"), `< ${quantity(late.p50Us, "µs")}`),
    fact(t("health.late.most"), `< ${quantity(late.p999Us, "µs")}`),
    fact(t("health.late.worst"), quantity(late.worstUs, "µs")),
    fact(t("health.late.steps"), number(late.steps)),
  );
}

function modelTable(models) {
  const columns = ["model", "device", "runs", "p50", "p95", "p99"];
  return table(
    t("health.models"),
    columns.map((name) => t(`health.models.${name}`)),
    models.map((model) => [
      h("span", { title: model.sha256 }, model.name),
      model.device || "–",
      number(model.runs),
      ...[model.p50Ms, model.p95Ms, model.p99Ms].map((ms) => (model.runs ? quantity(ms, "ms", 1) : "–")),
    ]),
  );
}

/** The devices that are connected, and those that could be. */
function networkList(devices) {
  return h(
    "ul.list",
    {},
    devices.map((device) =>
      h(
        "li",
        {},
        h("strong", {}, `${device.name}: ${t(device.up ? "health.network.up" : "health.network.down")}`),
        h(
          "span.small.soft",
          {},
          [
            device.addresses.join(", "),
            device.signalDbm === null || device.signalDbm === undefined
              ? null
              : `${quantity(device.signalDbm, "dBm")} ${t(device.signalDbm > -70 ? "health.network.strong" : "health.network.weak")}`,
            device.troubles ? t("health.network.troubles", { count: number(device.troubles) }) : null,
          ]
            .filter(Boolean)
            .join(" · "),
        ),
      ),
    ),
  );
}

function support() {
  return card(
    "",
    t("health.support"),
    h("p.soft", {}, t("health.support.what")),
    h("p", {}, h("a.button", { href: "/api/v1/support-bundle", download: "" }, t("health.support.get"))),
  );
}
