/** Texts, numbers and times in the language of the person. */

export const LANGUAGES = { en: "English", de: "Deutsch", fr: "Français", es: "Español", ja: "日本語" };

let texts = {};
let language = "en";

export function currentLanguage() {
  return language;
}

export async function loadLanguage(wanted) {
  const browser = (navigator.languages ?? []).map((name) => name.slice(0, 2));
  const saved = localStorage.getItem("language");
  language = [wanted, saved, ...browser, "en"].find((name) => name && name in LANGUAGES);
  if (wanted) localStorage.setItem("language", language);
  const answers = await Promise.all(
    [...new Set(["en", language])].map((name) => fetch(`lang/${name}.json`, { signal: AbortSignal.timeout(10_000) })),
  );
  texts = Object.assign({}, ...(await Promise.all(answers.map((answer) => answer.json()))));
  document.documentElement.lang = language;
}

/** A text by key, with {name} replaced; the key itself when there is none. */
export function t(key, values = {}) {
  const text = texts[key] ?? values.otherwise ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export function number(value, digits = 0) {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** A number with its unit, "–" when it is not known. */
export function quantity(value, unit, digits = 0) {
  return value === null || value === undefined ? "–" : `${number(value, digits)} ${unit}`;
}

export function percent(share) {
  return new Intl.NumberFormat(language, { style: "percent" }).format(share);
}

/** 3:07 or 1:03:07. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) return "–";
  const whole = Math.max(0, Math.round(seconds));
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

export function clock(ms, withSeconds = false) {
  return new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    second: withSeconds ? "2-digit" : undefined,
  }).format(new Date(ms));
}

/** A day, from ms since 1970 or an ISO day. */
export function day(at) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(new Date(at));
}

export function bytes(count) {
  const gib = count / 2 ** 30;
  return gib >= 1 ? `${number(gib, 1)} GiB` : `${number(count / 2 ** 20)} MiB`;
}
