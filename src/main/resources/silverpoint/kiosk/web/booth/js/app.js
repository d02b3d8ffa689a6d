import { aim } from "./aim.js";
import { leaveToButtons } from "./hands.js";
import { command, follow, line, now, sample, takeHome } from "./kiosk.js";
import { LinePlayer } from "./line.js";
import { Mirror } from "./mirror.js";
import { Offers, shownStyle } from "./offers.js";
import { showPeople } from "./people.js";
import { Announcement } from "./ready.js";
import { commandOf, isServed, sceneOf, wordsOf } from "./scenes.js";
import { sign } from "./signs.js";
import { current, say, speak, time } from "./words.js";

const REPLAY_S = 3;
const SAMPLE_S = 24;
const ASK_AGAIN_MS = 2000;
const CHOICE_LAPSES_MS = 60_000;
const CAPTION_STAYS_MS = 2000;
const SMALLEST_WORDS = 0.55;
const CODES = { en: "EN", de: "DE", fr: "FR", es: "ES", ja: "日本語" };

/** @type {(id: string) => any} of whatever kind the element is */
const at = (id) => document.getElementById(id);
const player = new LinePlayer(at("line"), [at("knob-x"), at("knob-y")], at("stylus"));
const mirror = new Mirror(at("picture"));
const announcement = new Announcement(at("ready"));
const offers = new Offers(at("offers"));

let state = null;
let shownLine = "";
let shownHome = -1;
let shownActions = "";
let shownPicto = "";
let tickedSecond = 0;
let keeps = { session: 0, line: false };
let sound = null;
let caption = { part: "", sinceMs: 0 }; // what the stylus draws
let speaker = null; // chooses a language by its name
let chosenMs = 0; // when somebody who is not served chose a language; 0 for nobody
let served = 0; // the session at the camera, its apology too; 0 for nobody

function show(next) {
  state = next;
  if (sessionEnds()) speakDefault();
  if (state && !document.getElementById("languages").childElementCount) offerLanguages();
  const scene = sceneOf(state);
  const before = document.body.dataset.phase;
  document.body.dataset.phase = scene.phase;
  document.body.dataset.scene = scene.scene;
  document.body.dataset.steady = String(state?.steady ?? false);
  shown("mirror", scene.scene === "mirror");
  shown("people", Boolean(scene.people));
  shown("oval", Boolean(scene.oval));
  shown("count", Boolean(scene.count));
  mirror.run(scene.scene === "mirror");
  if (scene.people) showPeople(at("people"), state.watch);
  showPicto(scene);
  showActions(scene);
  showWords(scene);
  showClock(scene);
  showKeep(scene);
  showQueue();
  offers.show(scene.choice ? state : null);
  showLine(scene);
  showHome(scene);
  showSide(scene);
  announcement.show(state?.ready);
  // the strip above has taken its room
  if (scene.scene === "mirror") aim(at("picture"), at("oval"), state.watch);
  // the shot itself may be over before the screen hears of it
  if (before === "COUNTDOWN" && (scene.flash || scene.phase === "SKETCHING")) flash();
}

function shown(id, whether) {
  at(id).classList.toggle("shown", whether);
}

function showPicto(scene) {
  const name = scene.picto ?? "";
  shown("picto", name !== "" && !(scene.hint && name === "ready"));
  if (name && name !== shownPicto) at("picto").innerHTML = sign(name);
  shownPicto = name || shownPicto;
}

function showWords(scene) {
  const [title, ...lines] = wordsOf(state, scene, caption.part);
  const drawing = state?.drawing;
  const values = {
    ticket: state?.session || "",
    next: state?.queue[0]?.session ?? "",
    time: drawing ? time(drawing.doneMs) : state?.doneMs ? time(state.doneMs) : "",
    percent: drawing ? Math.floor(drawing.share * 100) : "",
    part: say(`part.${caption.part.toLowerCase()}`),
  };
  const before = at("title").textContent + at("text").textContent;
  put("title", say(title, values));
  put("text", lines.map((key) => say(key, values)).filter(Boolean).join(" "));
  if (before !== at("title").textContent + at("text").textContent) fitWords();
}

/** As large as there is room for, in whatever language. */
function fitWords() {
  /** @type {HTMLElement} */
  const words = document.querySelector(".words");
  for (let size = 1; size > SMALLEST_WORDS; size -= 0.05) {
    words.style.setProperty("--fit", String(size));
    const [title, text] = [at("title"), at("text")].map((each) => each.getBoundingClientRect());
    const high = Math.max(title.bottom, text.bottom) - title.top;
    const wide = Math.max(at("title").scrollWidth, at("text").scrollWidth);
    if (high <= words.clientHeight + 1 && wide <= words.clientWidth + 1) return;
  }
}

function put(id, text) {
  if (at(id).textContent !== text) at(id).textContent = text;
}

function showActions(scene) {
  const key = JSON.stringify([scene.phase, scene.actions, current()]);
  if (key === shownActions) return;
  shownActions = key;
  at("actions").replaceChildren(
    ...scene.actions.map(([name, picto, lesser]) => {
      const button = document.createElement("button");
      button.className = lesser ? "action second" : "action";
      button.innerHTML = `<span class="face">${sign(picto, "sign")}</span>`;
      const label = document.createElement("span");
      label.textContent = say(`do.${name}`);
      button.append(label);
      if (!lesser) button.firstElementChild.append(timer());
      button.addEventListener("click", () =>
        command(...commandOf(name, keeps.line)),
      );
      return button;
    }),
  );
}

function timer() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 100 100");
  svg.setAttribute("class", "timer");
  svg.innerHTML = '<circle cx="50" cy="50" r="47" pathLength="100" stroke-dashoffset="100"/>';
  return svg;
}

function showClock(scene) {
  const drawn = state?.drawing && scene.line === "drawing" ? state.drawing : null;
  const done = drawn ? drawn.doneMs : state?.doneMs;
  shown("clock", Boolean(scene.clock) && Boolean(done));
  if (!done) return;
  put("clock-label", say("clock.label"));
  put("clock-was", drawn ? outdated(drawn) : "");
  put("clock-time", time(done));
  put("ticket", say("clock.ticket", { ticket: state.session }));
}

/** The clock time that a guest was told at first, when another one holds. */
function outdated({ doneMs, firstMs }) {
  return time(doneMs) === time(firstMs) ? "" : time(firstMs);
}

/** Whoever wants their line to be kept says so; nobody's choice is the next one's. */
function showKeep(scene) {
  if (!scene.keep || keeps.session !== state.session) {
    keeps = { session: state?.session ?? 0, line: false };
  }
  shown("keep", Boolean(scene.keep) && state.keptHours > 0);
  at("keep").setAttribute("aria-pressed", String(keeps.line));
  put("keep-label", say("keep.label", { hours: state?.keptHours ?? 0 }));
}

/** Whether something stands beside the line. */
function showSide(scene) {
  const beside = ["clock", "queue", "offers"].some((id) => at(id).classList.contains("shown"));
  const home = at("home").classList.contains("shown") && !at("home").hidden;
  document.body.dataset.side = String(beside || home || (scene.scene === "line" && scene.picto));
}

function showQueue() {
  const waiting = (state?.queue ?? []).filter((w) => w.session !== state.session);
  const calm = ["ATTRACT", "DRAWING", "DONE", "PARKING", "PAUSED"].includes(state?.phase);
  shown("queue", calm && waiting.length > 0);
  at("queue").replaceChildren(
    ...waiting.slice(0, 4).map((w) => {
      const item = document.createElement("li");
      const number = document.createElement("b");
      number.textContent = `#${w.session} `;
      const was = document.createElement("s");
      was.textContent = outdated(w);
      item.append(number, was, time(w.doneMs));
      return item;
    }),
  );
}

/** Loads the line of the scene when it changed, and tells the player how far it is. */
function showLine(scene) {
  const session = scene.line === "drawing" ? state?.drawing?.session : state?.session;
  const wanted = ["sample", "scribble", undefined].includes(scene.line)
    ? String(scene.line ?? "")
    : `${scene.line === "drawing" || scene.whole ? "toy" : scene.phase}/${session}/${shownStyle(state)}`;
  if (wanted !== shownLine) {
    shownLine = wanted;
    // nobody sees the line of the one before
    player.load(null);
    if (wanted !== "") loadLine(wanted, scene, session);
  }
  if (scene.whole) player.finish();
  if (scene.line === "drawing" && state?.drawing) {
    player.progress(state.drawing.share, state.phase === "DRAWING");
  }
}

/** Asks until there is an answer, as long as the line is wanted. */
async function loadLine(wanted, scene, session) {
  const view = await lineOf(scene.line, session, shownStyle(state));
  if (wanted !== shownLine) return;
  if (view === undefined) {
    setTimeout(() => wanted === shownLine && loadLine(wanted, scene, session), ASK_AGAIN_MS);
    return;
  }
  player.load(view);
  if (scene.line === "sample") player.replay(SAMPLE_S, true);
  if (scene.line === "scribble") player.replay(5, true);
  if (scene.line === "session" && !scene.whole) player.replay(REPLAY_S);
  // the booth may have gone on meanwhile
  showLine(sceneOf(state));
}

function lineOf(kind, session, style) {
  if (kind === "scribble") return scribble();
  return kind === "sample" ? sample() : line(session, style);
}

/** A stylus that thinks. */
function scribble() {
  const points = [];
  const timesS = [];
  for (let i = 0; i <= 900; i++) {
    const a = i / 30;
    const grow = 12 + i / 22;
    points.push(
      100 + grow * Math.cos(a) * (1 + 0.16 * Math.sin(2.3 * a)),
      70 + 0.8 * grow * Math.sin(a) * (1 + 0.16 * Math.cos(1.7 * a)),
    );
    timesS.push(i / 180);
  }
  return {
    pageWidthMm: 200,
    pageHeightMm: 140,
    lineWidthMm: 0.6,
    legs: [{ kind: 0, points, timesS }],
  };
}

function showHome(scene) {
  const own = scene.line === "drawing" ? state?.drawing?.session : state?.session;
  const session = scene.home ? (own ?? 0) : 0;
  shown("home", session > 0);
  if (session === shownHome) return;
  shownHome = session;
  if (session) loadHome(session);
  showCode(null);
}

/** Asks until there is an answer, as long as the code is wanted. */
async function loadHome(session) {
  const code = await takeHome(session);
  if (session !== shownHome) {
    if (code) URL.revokeObjectURL(code.address);
    return;
  }
  if (code === undefined) {
    setTimeout(() => session === shownHome && loadHome(session), ASK_AGAIN_MS);
    return;
  }
  showCode(code);
  showSide(sceneOf(state));
}

function showCode(code) {
  if (at("qr").src) URL.revokeObjectURL(at("qr").src);
  at("home").hidden = !code;
  document.body.dataset.home = String(Boolean(code));
  if (code) {
    at("qr").dataset.modules = code.modules;
    at("qr").src = code.address;
  }
  put("qr-label", say("home.label"));
}

/**
 * As many whole pixels for every module as there is room for: uneven modules are hard to read. A
 * screen with less than two stays filled, since a smaller code is harder still.
 */
function fitCode() {
  const qr = at("qr");
  qr.style.padding = "0";
  const sidePx = Math.min(qr.clientWidth, qr.clientHeight);
  const modules = Number(qr.dataset.modules);
  const wholePx = Math.floor((sidePx * devicePixelRatio) / modules);
  if (wholePx >= 2) {
    qr.style.padding = `${(sidePx - (wholePx * modules) / devicePixelRatio) / 2}px`;
  }
}

function flash() {
  at("flash").classList.remove("fired");
  requestAnimationFrame(() => at("flash").classList.add("fired"));
}

/** Says what the stylus draws, for long enough to be read. */
function tellPart() {
  const part = state?.phase === "DRAWING" ? player.part : "";
  if (part === caption.part || now() - caption.sinceMs < CAPTION_STAYS_MS) return;
  caption = { part, sinceMs: now() };
  showWords(sceneOf(state));
}

/** What counts down by itself. */
function count() {
  tellPart();
  if (chosenMs && state && now() - chosenMs > CHOICE_LAPSES_MS) speakDefault();
  if (state?.endsMs) {
    const leftMs = Math.max(0, state.endsMs - now());
    const share = Math.min(1, leftMs / Math.max(1, state.endsMs - state.sinceMs));
    if (state.phase === "COUNTDOWN") {
      const second = Math.max(1, Math.ceil(leftMs / 1000));
      put("seconds", String(second));
      at("count").querySelector(".left").style.strokeDashoffset = String(100 * (1 - share));
      if (second !== tickedSecond) tick();
      tickedSecond = second;
    } else {
      /** @type {SVGElement | null} */
      const ring = document.querySelector(".timer circle");
      if (ring) ring.style.strokeDashoffset = String(100 * (1 - share));
    }
  }
  requestAnimationFrame(count);
}

function tick() {
  if (!state.screen.countdownSound) return;
  sound ??= new AudioContext();
  const tone = sound.createOscillator();
  const gain = sound.createGain();
  tone.frequency.value = 660;
  gain.gain.setValueAtTime(0.08, sound.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + 0.12);
  tone.connect(gain).connect(sound.destination);
  tone.start();
  tone.stop(sound.currentTime + 0.13);
}

/** Whether the guest of the last state is gone; a kiosk that is silent has lost nobody. */
function sessionEnds() {
  const before = served;
  if (state && state.phase !== "SORRY") served = isServed(state) ? state.session : 0;
  if (served) chosenMs = 0;
  return before !== 0 && served !== before;
}

/** Nobody's language is the next one's. */
function speakDefault() {
  chosenMs = 0;
  const first = state.screen.languages[0];
  if (current() !== first) speaker?.(first);
}

function offerLanguages() {
  const languages = state.screen.languages;
  const choose = async (language) => {
    await speak(language);
    shownActions = "";
    for (const button of at("languages").children) {
      button.setAttribute("aria-pressed", String(button.lang === language));
    }
    show(state);
  };
  at("languages").replaceChildren(
    ...languages.map((language) => {
      const button = document.createElement("button");
      button.textContent = CODES[language];
      button.lang = language;
      button.addEventListener("click", () => {
        chosenMs = served ? 0 : now();
        choose(language);
      });
      return button;
    }),
  );
  speaker = choose;
  choose(languages[0]);
}

at("keep").addEventListener("click", (event) => {
  // the arcade button is a key, and means what it says on the screen
  if (event.detail > 0) at("keep").blur();
  keeps.line = !keeps.line;
  at("keep").setAttribute("aria-pressed", String(keeps.line));
});

/** One button is enough: the space key is the arcade button's, the others are extras. */
addEventListener("keydown", (event) => {
  const name = { " ": "press", Enter: "press", Escape: "decline", Backspace: "retake" }[event.key];
  const onButton = event.target instanceof HTMLButtonElement;
  if (!event.repeat && offers.key(event.key)) event.preventDefault();
  if (!name || event.repeat || (onButton && name === "press")) return;
  event.preventDefault();
  command(name);
});
leaveToButtons();
addEventListener("resize", () => {
  show(state);
  fitWords();
});
at("qr").addEventListener("load", fitCode);
new ResizeObserver(fitCode).observe(at("home"));

while (!(await speak("en"))) await new Promise((after) => setTimeout(after, ASK_AGAIN_MS));
follow(show);
requestAnimationFrame(count);
