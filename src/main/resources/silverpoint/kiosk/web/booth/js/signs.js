/** Pictograms, 100 x 100, drawn with the pen of the page. */

const HEAD = '<circle cx="50" cy="34" r="15"/><path d="M22 86c0-20 12-30 28-30s28 10 28 30"/>';
const FACE =
  '<ellipse cx="50" cy="48" rx="24" ry="31"/><path d="M40 42h.1M60 42h.1" stroke-width="6"/><path d="M41 62c5 5 13 5 18 0"/>';
const TOY = '<rect x="12" y="16" width="76" height="66" rx="8"/><rect x="22" y="26" width="56" height="36" rx="3"/><circle cx="26" cy="72" r="5"/><circle cx="74" cy="72" r="5"/>';

const SIGNS = {
  come_closer: `<ellipse cx="50" cy="50" rx="33" ry="43" stroke-dasharray="5 7"/><g transform="translate(31 32) scale(.38)" stroke-width="7">${FACE}</g><g class="move"><path d="M30 24l-8-10M70 24l8-10M30 76l-8 10M70 76l8 10"/></g>`,
  step_back: `<ellipse cx="50" cy="50" rx="20" ry="26" stroke-dasharray="5 7"/><g transform="translate(-27 -24) scale(1.54)" stroke-width="2.3">${FACE}</g>`,
  look_here: `${FACE}<g class="move"><path d="M50 12V2M84 34l8-5M16 34l-8-5"/></g>`,
  more_light: `<path d="M50 14v-8M20 27l-6-6M80 27l6-6M10 54H3M90 54h7"/><path d="M36 74c0-9-9-13-9-25a23 23 0 0 1 46 0c0 12-9 16-9 25zM39 84h22M42 93h16"/>`,
  hold_still: `${FACE}<path d="M8 38v22M92 38v22M16 43v12M84 43v12"/>`,
  too_blurred: `<rect x="10" y="28" width="80" height="54" rx="8"/><path d="M34 28l6-11h20l6 11"/><circle cx="50" cy="55" r="17" stroke-dasharray="2 6"/><circle cx="50" cy="55" r="9" stroke-dasharray="2 6"/>`,
  ready: `${FACE}<path d="M74 78l8 8 14-18"/>`,
  nobody: `<g transform="translate(15 2) scale(.7)" stroke-dasharray="4 7">${HEAD}</g><path d="M30 82h40M24 92h52"/>`,
  yes: '<path d="M20 54l20 20 40-46" stroke-width="9"/>',
  no: '<path d="M28 28l44 44M72 28L28 72" stroke-width="8"/>',
  like: FACE,
  dislike: '<ellipse cx="50" cy="48" rx="24" ry="31"/><path d="M40 42h.1M60 42h.1" stroke-width="6"/><path d="M41 64h18"/>',
  again: '<path d="M78 50a28 28 0 1 1-9-21" stroke-width="8"/><path d="M80 12v20H60" stroke-width="8"/>',
  press: '<circle cx="50" cy="50" r="22" fill="currentColor" stroke="none"/><circle cx="50" cy="50" r="36" stroke-width="6"/>',
  shake: `<g class="shake"><g transform="rotate(180 50 50)">${TOY}</g></g><path d="M4 36c-3 9-3 19 0 28M96 36c3 9 3 19 0 28"/>`,
  service: '<path d="M64 14a20 20 0 0 0-17 29L17 73a8 8 0 0 0 11 11l30-30a20 20 0 0 0 26-26L71 41 58 41 58 28 71 15a20 20 0 0 0-7-1z"/>',
  closed: `${TOY}<path d="M40 52a13 13 0 1 0 13-19 16 16 0 0 1-13 19z"/>`,
  paused: '<path d="M38 26v48M62 26v48" stroke-width="9"/>',
  sorry: '<ellipse cx="50" cy="48" rx="27" ry="33"/><path d="M40 42h.1M60 42h.1" stroke-width="6"/><path d="M40 66c5-5 15-5 20 0"/>',
  full: `<g transform="translate(-18 8) scale(.6)">${HEAD}</g><g transform="translate(20 8) scale(.6)">${HEAD}</g><g transform="translate(58 8) scale(.6)">${HEAD}</g><path d="M20 84h60"/>`,
  photo: '<rect x="10" y="28" width="80" height="54" rx="8"/><path d="M34 28l6-11h20l6 11"/><circle cx="50" cy="55" r="16"/>',
};

/** What happens to a face: looked at, drawn as a line, forgotten. */
const CONSENT = `
  <svg viewBox="0 0 340 110" role="presentation">
    <g transform="translate(5 5)">${FACE}<path d="M2 24V8h16M98 24V8H82M2 76v16h16M98 76v16H82"/></g>
    <path d="M116 54h14M124 47l7 7-7 7" stroke-width="2.6"/>
    <g transform="translate(122 2)">${TOY}<path d="M36 56c4-3 4-16 6-20 4-8 16-8 18 1 1 5-3 6-2 11s6 4 8 8" stroke-width="2.4"/></g>
    <path d="M230 54h14M238 47l7 7-7 7" stroke-width="2.6"/>
    <g transform="translate(240 5)" ><g stroke-dasharray="3 6" opacity=".55">${FACE}</g><path d="M22 84L80 12" stroke-width="4"/></g>
  </svg>`;

/** A pictogram as SVG text; nothing for a name that has none. */
export function sign(name, className = "") {
  if (name === "consent") return CONSENT;
  const shape = SIGNS[name];
  return shape ? `<svg class="${className}" viewBox="0 0 100 100">${shape}</svg>` : "";
}
