/** The kiosk's API: the only thing that the page talks to. */

const ROOT = "/api/v1";
const EVENTS_SILENT_MS = 12_000;
const ANSWER_MS = 10_000;
const REOPEN_MS = 2000;

let session = { role: "ANYONE", mayStop: false, token: "", endsInS: null, pinIsSet: true };
let skewMs = 0;

export class Refused extends Error {
  constructor(status, reason, retryAfterS = 0) {
    super(reason);
    this.status = status;
    this.retryAfterS = retryAfterS;
  }
}

export const ROLES = ["ANYONE", "VISITOR", "VIEWER", "OPERATOR", "ENGINEER", "ADMIN"];

export function role() {
  return session.role;
}

export function isAtLeast(wanted) {
  return ROLES.indexOf(session.role) >= ROLES.indexOf(wanted);
}

export function whoAmI() {
  return session;
}

/** The kiosk's time, which a phone's may not agree with. */
export function now() {
  return Date.now() + skewMs;
}

export async function get(path, answerMs) {
  return (await ask("GET", path, undefined, answerMs)).json();
}

/** A file as a blob with the answer's headers; null when there is none at the moment. */
export async function getBlob(path) {
  const answer = await ask("GET", path);
  return answer.status === 204 ? null : { blob: await answer.blob(), headers: answer.headers };
}

export async function post(path, body, answerMs) {
  return (await ask("POST", path, body, answerMs)).json();
}

/** A kiosk that has not answered within answerMs is out of reach. */
async function ask(method, path, body, answerMs = ANSWER_MS) {
  let answer;
  try {
    answer = await fetch(ROOT + path, {
      method,
      cache: "no-store",
      headers:
        method === "POST"
          ? { "Content-Type": "application/json", "X-Silverpoint-Token": session.token }
          : {},
      body: method === "POST" ? JSON.stringify(body ?? {}) : undefined,
      signal: AbortSignal.timeout(answerMs),
    });
  } catch {
    throw new Refused(0, "");
  }
  const date = Date.parse(answer.headers.get("Date"));
  if (date && Math.abs(date - now()) > 2000) skewMs = date + 500 - Date.now();
  if (answer.ok) return answer;
  const reason = await answer.json().then(
    (problem) => problem.reason,
    () => "",
  );
  throw new Refused(answer.status, reason, Number(answer.headers.get("Retry-After")));
}

export async function findSession() {
  session = await get("/session");
  return session;
}

export async function logIn(pin) {
  session = await post("/session", { pin });
  return session;
}

export async function logOut() {
  session = await post("/session/end");
  return session;
}

/** Keeps the login alive while a person uses the page. */
export function keepAlive() {
  let touched = 0;
  const touch = () => {
    if (isAtLeast("VIEWER") && Date.now() - touched > 60_000) {
      touched = Date.now();
      post("/session/touch").catch(() => {});
    }
  };
  for (const event of ["pointerdown", "keydown", "scroll"]) {
    addEventListener(event, touch, { passive: true });
  }
}

/**
 * Follows the booth. Calls onState with the whole state at each change, and onAge with whether
 * what is shown is up to date.
 */
export function follow(onState, onAge, onEnd) {
  let state = null;
  let heard = 0;
  let source = null;
  let reopening = 0;
  let closed = false;

  const hear = () => {
    heard = Date.now();
    onAge(true, heard);
  };
  const open = () => {
    clearTimeout(reopening);
    source?.close();
    const opened = new EventSource(`${ROOT}/events`);
    source = opened;
    opened.addEventListener("snapshot", (event) => {
      state = JSON.parse(event.data);
      hear();
      onState(state);
    });
    opened.addEventListener("delta", (event) => {
      state = merge(state, JSON.parse(event.data));
      hear();
      onState(state);
    });
    opened.addEventListener("beat", hear);
    opened.addEventListener("error", () => {
      if (opened !== source || closed) return;
      onAge(false, heard);
      if (opened.readyState === EventSource.CLOSED) {
        findSession().then(
          (found) => (ROLES.indexOf(found.role) >= ROLES.indexOf("VIEWER") ? reopenLater() : onEnd()),
          reopenLater,
        );
      }
    });
  };
  const reopenLater = () => {
    clearTimeout(reopening);
    reopening = setTimeout(() => !closed && open(), REOPEN_MS);
  };
  const watch = setInterval(() => {
    if (heard && Date.now() - heard > EVENTS_SILENT_MS) {
      onAge(false, heard);
      heard = Date.now() - EVENTS_SILENT_MS / 2;
      open();
    }
  }, 1000);
  open();
  return () => {
    closed = true;
    clearInterval(watch);
    clearTimeout(reopening);
    source.close();
  };
}

/** JSON merge patch, RFC 7396. */
export function merge(target, patch) {
  if (patch === null || typeof patch !== "object" || Array.isArray(patch)) return patch;
  const merged = target && typeof target === "object" && !Array.isArray(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = merge(merged[key], value);
  }
  return merged;
}
