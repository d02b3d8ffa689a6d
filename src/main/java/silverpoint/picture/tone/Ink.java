package silverpoint.picture.tone;

import java.util.function.Supplier;

/** What a place of a feature that is drawn is. */
enum Ink {
  PAPER,
  INK,
  /** As the photo shows it. */
  AS_SEEN;

  /** This, or what another feature says of a place that this one leaves as it is seen. */
  Ink or(Supplier<Ink> other) {
    return this == AS_SEEN ? other.get() : this;
  }
}
