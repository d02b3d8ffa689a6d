import { command, line } from "./kiosk.js";
import { LinePlayer } from "./line.js";
import { minutes, say } from "./words.js";

const ASK_AGAIN_MS = 2000;
const MOST = 3;
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The drawing that is shown large when it is not the usual one; empty for the usual one. */
export function shownStyle(state) {
  const offers = state?.offers ?? [];
  return offers.find((offer, place) => place > 0 && offer.chosen)?.style ?? "";
}

/** Drawings of one picture, small, to choose from, each with its time. */
export class Offers {
  #list;
  #places = [];
  #offers = [];

  constructor(list) {
    this.#list = list;
    for (let i = 0; i < MOST; i++) this.#places.push(this.#place());
  }

  #place() {
    const button = document.createElement("button");
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    const words = document.createElement("span");
    const name = document.createElement("b");
    const takes = document.createElement("span");
    words.append(name, takes);
    button.append(canvas, words);
    this.#list.append(button);
    const place = { button, name, takes, player: new LinePlayer(canvas), shown: "" };
    button.addEventListener("click", (event) => {
      // the arcade button is a key, and means what it says on the screen
      if (event.detail > 0) button.blur();
      this.#choose(this.#places.indexOf(place));
    });
    return place;
  }

  /** Nothing to choose where there are no two. */
  show(state) {
    this.#offers = (state?.offers ?? []).slice(0, MOST);
    this.#list.classList.toggle("shown", this.#offers.length > 0);
    this.#list.setAttribute("aria-label", say("choice.label"));
    this.#places.forEach((place, i) => this.#fill(place, this.#offers[i], state?.session));
  }

  #fill(place, offer, session) {
    place.button.hidden = !offer;
    const shown = offer ? `${session}/${offer.style}/${offer.drawS}` : "";
    if (shown !== place.shown) {
      place.shown = shown;
      // nobody sees the line of the one before
      place.player.load(null);
      if (offer) this.#load(place, session, offer.style);
    }
    if (!offer) return;
    place.button.setAttribute("aria-pressed", String(offer.chosen));
    put(place.name, say(`choice.${offer.style}`) || offer.style);
    put(place.takes, minutes(offer.drawS));
  }

  /** Asks until there is an answer, as long as the drawing is offered. */
  async #load(place, session, style) {
    const wanted = place.shown;
    const view = await line(session, style);
    if (wanted !== place.shown) return;
    if (view === undefined) {
      setTimeout(() => wanted === place.shown && this.#load(place, session, style), ASK_AGAIN_MS);
      return;
    }
    place.player.load(view);
    place.player.finish();
  }

  #choose(i) {
    const offer = this.#offers[i];
    if (offer && !offer.chosen) command("choose-drawing", { style: offer.style });
  }

  /** An arrow goes to the next one, a digit to the one of that number; whether the key was either. */
  key(key) {
    if (this.#offers.length === 0) return false;
    if (key in STEPS) {
      const chosen = this.#offers.findIndex((offer) => offer.chosen);
      this.#choose((chosen + STEPS[key] + this.#offers.length) % this.#offers.length);
      return true;
    }
    const place = Number(key) - 1;
    if (!(place in this.#offers)) return false;
    this.#choose(place);
    return true;
  }
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
