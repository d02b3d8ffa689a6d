package silverpoint.tone;

/** What a place of a feature that is drawn is. */
enum Ink {
  PAPER,
  INK,
  /** As the photo shows it. */
  AS_SEEN
}
