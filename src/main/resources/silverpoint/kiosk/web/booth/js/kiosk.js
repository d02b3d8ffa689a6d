/** The kiosk's API as the visitor's screen uses it. */

const ROOT = "/api/v1";
const SILENT_MS = 12_000;
const ANSWER_MS = 10_000;
const REOPEN_MS = 2000;

let skewMs = 0;

/** The kiosk's time. */
export function now() {
  return Date.now() + skewMs;
}

/** Asks for something; resolves to whether it was done. */
export async function command(name, body = {}) {
  try {
    const answer = await fetch(`${ROOT}/commands/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** The line of a session, in a style if one is named; null when there is none, undefined when no answer came. */
export function line(session, style = "") {
  const named = style ? `/${encodeURIComponent(style)}` : "";
  return ask(`${ROOT}/visitor/line/${session}${named}`, (answer) => answer.json());
}

/** The line that is drawn while nobody is there; null and undefined as above. */
export function sample() {
  return ask("sample.json", (answer) => answer.json());
}

/** A picture as a bitmap; null or undefined when there is none at the moment. */
export function mirror() {
  return ask(`${ROOT}/visitor/mirror`, async (answer) => createImageBitmap(await answer.blob()));
}

/** A session's QR code, its address and how many modules wide it is; null and undefined as above. */
export function takeHome(session) {
  return ask(`${ROOT}/visitor/take-home/${session}`, async (answer) => {
    const code = await answer.text();
    const modules = Number(/viewBox="0 0 (\d+)/.exec(code)[1]);
    return { address: URL.createObjectURL(new Blob([code], { type: "image/svg+xml" })), modules };
  });
}

/** What is made of the answer; null when there is nothing, undefined when the answer or its end did not come. */
async function ask(path, read) {
  try {
    const answer = await fetch(path, {
      cache: "no-store",
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const date = Date.parse(answer.headers.get("Date"));
    if (date && Math.abs(date - now()) > 2000) skewMs = date + 500 - Date.now();
    return answer.status === 200 ? await read(answer) : null;
  } catch {
    return undefined;
  }
}

/**
 * Follows the booth: calls onState with each state, and with null when the kiosk is silent. Comes
 * back by itself.
 */
export function follow(onState) {
  let state = null;
  let heardMs = Date.now();
  let source = null;
  const open = () => {
    source?.close();
    const opened = new EventSource(`${ROOT}/visitor/events`);
    source = opened;
    const take = (next) => {
      heardMs = Date.now();
      state = next;
      onState(state);
    };
    opened.addEventListener("snapshot", (event) => take(JSON.parse(event.data)));
    opened.addEventListener("delta", (event) => take(merged(state, JSON.parse(event.data))));
    opened.addEventListener("beat", () => (heardMs = Date.now()));
    opened.addEventListener("error", () => {
      // a kiosk that starts refuses, which a browser takes for the end
      const refused = opened === source && opened.readyState === EventSource.CLOSED;
      if (refused) setTimeout(() => opened === source && open(), REOPEN_MS);
    });
  };
  open();
  setInterval(() => {
    if (Date.now() - heardMs > SILENT_MS) {
      heardMs = Date.now();
      onState(null);
      open();
    }
  }, 1000);
}

/** RFC 7396. */
function merged(target, patch) {
  if (patch === null || typeof patch !== "object" || Array.isArray(patch)) return patch;
  const result = target && typeof target === "object" && !Array.isArray(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merged(result[key], value);
  }
  return result;
}
