/** Texts and times in the visitor's language, one file each. */

let texts = {};
let language = "en";

export function current() {
  return language;
}

/** Speaks a language, once its words have come; resolves to whether they have. */
export async function speak(wanted) {
  try {
    const answer = await fetch(`lang/${wanted}.json`, { signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) return false;
    texts = await answer.json();
  } catch {
    return false;
  }
  language = wanted;
  document.documentElement.lang = wanted;
  return true;
}

/** A text by key with {name} replaced; empty when there is none. */
export function say(key, values = {}) {
  return (texts[key] ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** How long something takes, to half a minute. */
export function minutes(seconds) {
  return new Intl.NumberFormat(language, { style: "unit", unit: "minute", unitDisplay: "short" }).format(
    Math.max(1, Math.round(seconds / 30)) / 2,
  );
}

/** 14:32, or 2:32 PM where people say it so. */
export function time(ms) {
  return new Intl.DateTimeFormat(language === "en" ? undefined : language, {
    hour: "numeric",
    minute: "2-digit",
  }).format(new Date(ms));
}
