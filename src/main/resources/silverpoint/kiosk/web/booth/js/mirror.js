import { mirror } from "./kiosk.js";

/** Shows the visitor to themselves, picture after picture, as long as the scene wants it. */
export class Mirror {
  #canvas;
  #running = false;

  constructor(canvas) {
    this.#canvas = canvas;
  }

  run(wanted) {
    if (wanted && !this.#running) {
      this.#running = true;
      this.#next();
    } else if (!wanted && this.#running) {
      this.#running = false;
      // nothing of the visitor stays on the screen
      setTimeout(() => this.#running || (this.#canvas.width = 0), 600);
    }
  }

  async #next() {
    const began = performance.now();
    const picture = await mirror();
    if (!this.#running) return picture?.close();
    if (picture) {
      this.#canvas.width = picture.width;
      this.#canvas.height = picture.height;
      this.#canvas.getContext("2d").drawImage(picture, 0, 0);
      picture.close();
    }
    setTimeout(() => this.#running && this.#next(), Math.max(0, 40 - (performance.now() - began)));
  }
}
