/** Texts and times in the visitor's language, one file each. */

let texts = {};
let language = "en";

export function current() {
  return language;
}

export async function speak(wanted) {
  const answer = await fetch(`lang/${wanted}.json`, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) return;
  texts = await answer.json();
  language = wanted;
  document.documentElement.lang = wanted;
}

/** A text by key with {name} replaced; empty when there is none. */
export function say(key, values = {}) {
  return (texts[key] ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** 14:32, or 2:32 PM where people say it so. */
export function time(ms) {
  return new Intl.DateTimeFormat(language === "en" ? undefined : language, {
    hour: "numeric",
    minute: "2-digit",
  }).format(new Date(ms));
}
