package silverpoint.picture.portrait;

/** What of the person a line shows, roughly from what a likeness needs most to least. */
public enum FacePart {
  EYE,
  BROW,
  MOUTH,
  NOSE,
  GLASSES,
  /** lower border of the face */
  JAW,
  /** the border of head and hair against the background */
  OUTLINE,
  /** cheeks, forehead, wrinkles, beard */
  FACE,
  EAR,
  /** hair, hats and scarfs, inside of their border */
  HAIR,
  /** neck, shoulders, cloth */
  BODY,
  /** nobody knows: line art without a face */
  OTHER
}
