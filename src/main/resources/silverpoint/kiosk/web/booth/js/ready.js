import { line } from "./kiosk.js";
import { LinePlayer } from "./line.js";
import { say } from "./words.js";

const ASK_AGAIN_MS = 2000;

/** Says above the glass whose portrait is finished, with its picture, while the glass is another guest's. */
export class Announcement {
  #strip;
  #label;
  #player;
  #session = 0;

  constructor(strip) {
    this.#strip = strip;
    this.#label = strip.querySelector("span");
    this.#player = new LinePlayer(strip.querySelector("canvas"));
  }

  /** Nothing to say for a portrait that is not there. */
  show(ready) {
    const session = ready?.session ?? 0;
    document.body.dataset.ready = String(session > 0);
    this.#strip.hidden = session === 0;
    const text = session ? say(ready.shake ? "ready.shake" : "ready.title", { ticket: session }) : "";
    if (this.#label.textContent !== text) this.#label.textContent = text;
    if (session === this.#session) return;
    this.#session = session;
    this.#player.load(null);
    if (session) this.#load(session);
  }

  /** Asks until there is an answer, as long as the portrait is announced. */
  async #load(session) {
    const view = await line(session);
    if (session !== this.#session) return;
    if (view === undefined) {
      setTimeout(() => session === this.#session && this.#load(session), ASK_AGAIN_MS);
      return;
    }
    this.#player.load(view);
    this.#player.finish();
  }
}
