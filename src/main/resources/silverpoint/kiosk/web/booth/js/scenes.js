/** Which scene the glass shows in each phase, and what may be pressed. */

/**
 * scene: mirror (the camera), line (a drawing), ask, promise or sign (a pictogram alone).
 * actions: [command, sign, whether it is the lesser one].
 */
const SCENES = {
  WAITING: { scene: "sign", picto: "paused" },
  ATTRACT: { scene: "line", line: "sample", people: true, actions: [["press", "press"]] },
  CONSENT: {
    scene: "ask",
    picto: "consent",
    people: true,
    keep: true,
    actions: [["agree", "yes"], ["decline", "no", true]],
  },
  FRAMING: { scene: "mirror", hint: true, oval: true, actions: [["decline", "no", true]] },
  COUNTDOWN: { scene: "mirror", oval: true, count: true, actions: [["decline", "no", true]] },
  CAPTURED: { scene: "mirror", flash: true, actions: [["decline", "no", true]] },
  SKETCHING: { scene: "line", line: "scribble", actions: [["decline", "no", true]] },
  REVIEW: {
    scene: "line",
    line: "session",
    choice: true,
    actions: [["accept", "yes"], ["retake", "again", true], ["decline", "no", true]],
  },
  QUEUED: { scene: "promise", line: "session", clock: true, home: true },
  SORRY: { scene: "sign", picto: "sorry" },
  DRAWING: { scene: "line", line: "drawing", clock: true, home: true, actions: [["press", "press", true]] },
  PAUSING: { scene: "line", line: "drawing", clock: false, home: true },
  PAUSED: { scene: "line", line: "drawing", picto: "paused", home: true },
  STOPPING: { scene: "sign", picto: "paused" },
  DONE: {
    scene: "line",
    line: "session",
    whole: true,
    home: true,
    actions: [["like", "like"], ["dislike", "dislike"]],
  },
  PARKING: { scene: "line", line: "session", whole: true, home: true },
  ERASE: { scene: "sign", picto: "shake" },
  SERVICE: { scene: "sign", picto: "service" },
  FAULT: { scene: "sign", picto: "service" },
  CLOSED: { scene: "sign", picto: "closed" },
};

const SORRY_SIGNS = { QUEUE_FULL: "full", CAMERA: "service", SKETCH_FAILED: "service", STOPPED: "service" };

/** Phases of whoever is at the camera; with them a session ends. */
const OF_A_GUEST = [
  "CONSENT",
  "FRAMING",
  "COUNTDOWN",
  "CAPTURED",
  "SKETCHING",
  "REVIEW",
  "QUEUED",
  "SORRY",
];

/** Whether a state is a guest's; one of null is nobody's. */
export function isServed(state) {
  return OF_A_GUEST.includes(state?.phase);
}

/** What to ask the kiosk for at a touch, where it has another name. */
const RATE = { like: { liked: true }, dislike: { liked: false } };

/** The command of an action and what goes with it. */
export function commandOf(action, keepLineArt) {
  if (action in RATE) return ["rate", RATE[action]];
  return [action, action === "agree" ? { keepLineArt } : {}];
}

/** The scene of a state; a state of null is a kiosk that does not answer. */
export function sceneOf(state) {
  const phase = state?.phase ?? "WAITING";
  const scene = { ...(SCENES[phase] ?? SCENES.WAITING), phase };
  if (phase === "SORRY") scene.picto = SORRY_SIGNS[state.sorry] ?? "sorry";
  if (scene.hint) scene.picto = state.watch.hint.toLowerCase();
  scene.actions = (scene.actions ?? []).filter(
    ([name]) => !state?.refused.includes(commandOf(name)[0]),
  );
  if (phase === "REVIEW" && state.retakesLeft === 0) {
    scene.actions = scene.actions.filter(([name]) => name !== "retake");
  }
  return scene;
}

/** Phases in which the toy is between two guests. */
const BETWEEN_GUESTS = ["DONE", "PARKING", "ERASE"];

/** Of these parts there is a word. */
const PARTS = /^(EYE|BROW|MOUTH|NOSE|GLASSES|JAW|OUTLINE|FACE|EAR|HAIR|BODY)$/;

/** Keys of the title and of what the line under it says in turn; part is what the stylus draws. */
export function wordsOf(state, scene, part = "") {
  const phase = scene.phase.toLowerCase();
  if (scene.hint) return [`hint.${scene.picto}`, `${phase}.text`];
  if (phase === "consent") {
    return [`${phase}.title`, state.keptHours > 0 ? "consent.text" : "consent.text.none"];
  }
  if (phase === "sorry") return [`sorry.${state.sorry.toLowerCase()}`, "sorry.text"];
  if (phase === "review" && state.offers.length > 0) return ["review.title", "review.choose"];
  if (phase === "drawing" && PARTS.test(part)) return ["drawing.title", "drawing.part"];
  const next = BETWEEN_GUESTS.includes(scene.phase) && state.queue.length > 0 ? ["next.text"] : [];
  return [`${phase}.title`, `${phase}.text`, ...next];
}
