/** Draws a line as the toy does: one stylus, stroke by stroke, grey on silver. */

const INK = "#2f3437";
/** The toy's knobs: clockwise leads right, and up; one turn is so long, mm. */
const KNOB_DEGREES_PER_MM = [360 / 37.1, -360 / 34.4];
const MARGIN = 0.05;

export class LinePlayer {
  #canvas;
  #knobs;
  #stylus;
  #points = []; // x, y, time and part of each point of the whole line, mm and s
  #page = { width: 1, height: 1, pen: 0.5 };
  #drawn = 0; // points that are on the canvas
  #tip = null; // where the stylus is, between two points
  #timeS = 0;
  #targetS = 0;
  #rate = 0; // planned seconds a second
  #last = 0;
  #whole = null; // what to do at the end of a replay

  /** Knobs, x and y, turn as the machine's do; a stylus leads the line. */
  constructor(canvas, knobs = [], stylus = null) {
    this.#canvas = canvas;
    this.#knobs = knobs;
    this.#stylus = stylus;
    new ResizeObserver(() => this.#resize()).observe(canvas);
    requestAnimationFrame((ms) => this.#frame(ms));
  }

  get durationS() {
    return this.#points.at(-1)?.t ?? 0;
  }

  /** What of the person the stylus has come to; empty when nobody knows. */
  get part() {
    for (let i = Math.min(this.#drawn, this.#points.length - 1); i >= 0; i--) {
      if (this.#points[i].part) return this.#points[i].part;
    }
    return "";
  }

  /** Shows another line, nothing of it drawn yet; null for an empty glass. */
  load(view) {
    this.#points = [];
    if (view) {
      this.#page = { width: view.pageWidthMm, height: view.pageHeightMm, pen: view.lineWidthMm };
      for (const leg of view.legs) {
        for (let i = 0; i < leg.timesS.length; i++) {
          const [x, y] = leg.points.slice(2 * i, 2 * i + 2);
          this.#points.push({ x, y, t: leg.timesS[i], part: leg.part });
        }
      }
    }
    this.#timeS = this.#targetS = this.#rate = 0;
    this.#whole = null;
    this.#clear();
  }

  /** Draws the whole line in so many seconds; again and again when asked to. */
  replay(seconds, again = false) {
    this.#timeS = 0;
    this.#clear();
    this.#rate = this.durationS / seconds;
    this.#targetS = this.durationS;
    this.#whole = again ? () => setTimeout(() => this.#rate && this.replay(seconds, true), 4000) : null;
  }

  /** Shows the line as far as the machine is; goes on at its speed until told more. */
  progress(share, moving) {
    const at = share * this.durationS;
    if (at < this.#timeS - 3 || at > this.#timeS + 3) {
      this.#clear();
      this.#timeS = at;
    }
    this.#whole = null;
    this.#targetS = moving ? this.durationS : at;
    this.#rate = moving ? 1 + (at - this.#timeS) / 4 : 0;
    if (!moving) this.#timeS = Math.max(this.#timeS, at);
  }

  finish() {
    this.#timeS = this.#targetS = this.durationS;
    this.#rate = 0;
  }

  #clear() {
    this.#drawn = 0;
    this.#tip = null;
    const context = this.#canvas.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
  }

  #resize() {
    const ratio = devicePixelRatio || 1;
    this.#canvas.width = Math.round(this.#canvas.clientWidth * ratio);
    this.#canvas.height = Math.round(this.#canvas.clientHeight * ratio);
    this.#clear();
  }

  #frame(ms) {
    const stepS = Math.min(0.1, (ms - this.#last) / 1000);
    this.#last = ms;
    if (this.#rate > 0 && this.#timeS < this.#targetS) {
      this.#timeS = Math.min(this.#targetS, this.#timeS + stepS * this.#rate);
      if (this.#timeS >= this.#targetS && this.#whole) {
        this.#whole();
        this.#whole = null;
      }
    }
    this.#draw();
    requestAnimationFrame((next) => this.#frame(next));
  }

  /** Adds what has come since the last frame: a long line costs no more than a short one. */
  #draw() {
    const points = this.#points;
    if (this.#stylus) this.#stylus.hidden = points.length === 0 || this.#timeS >= this.durationS;
    let end = this.#drawn;
    while (end < points.length && points[end].t <= this.#timeS) end++;
    const tip = this.#between(end);
    if (!tip || (this.#tip && tip.x === this.#tip.x && tip.y === this.#tip.y)) return;
    const { width, height } = this.#canvas;
    const scale =
      Math.min(width / this.#page.width, height / this.#page.height) * (1 - 2 * MARGIN);
    const left = (width - scale * this.#page.width) / 2;
    const top = (height - scale * this.#page.height) / 2;
    const context = this.#canvas.getContext("2d");
    context.setTransform(scale, 0, 0, scale, left, top);
    context.strokeStyle = INK;
    context.lineWidth = Math.max(this.#page.pen, 1 / scale);
    context.lineCap = context.lineJoin = "round";
    context.beginPath();
    const from = this.#tip ?? points[0];
    context.moveTo(from.x, from.y);
    for (let i = this.#drawn; i < end; i++) context.lineTo(points[i].x, points[i].y);
    context.lineTo(tip.x, tip.y);
    context.stroke();
    this.#drawn = end;
    this.#tip = tip;
    this.#move(tip, scale, left, top);
  }

  /** Where the stylus is on its way to the point of that number; null before the first. */
  #between(next) {
    const [a, b] = [this.#points[next - 1], this.#points[next]];
    if (!a || !b || b.t === a.t) return a ?? null;
    const share = (this.#timeS - a.t) / (b.t - a.t);
    return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
  }

  #move(tip, scale, left, top) {
    [tip.x, tip.y].slice(0, this.#knobs.length).forEach((mm, axis) => {
      this.#knobs[axis].style.transform = `rotate(${mm * KNOB_DEGREES_PER_MM[axis]}deg)`;
    });
    if (this.#stylus) {
      const ratio = this.#canvas.width / this.#canvas.clientWidth;
      const [x, y] = [(left + scale * tip.x) / ratio, (top + scale * tip.y) / ratio];
      this.#stylus.style.transform = `translate(${x}px, ${y}px)`;
    }
  }
}
