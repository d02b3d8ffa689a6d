package silverpoint.picture.portrait;

/** Why a portrait cannot be drawn, and what the visitor can do. */
public enum Flaw {
  TOO_SMALL("the face is too small: come closer"),
  TOO_DARK("the face is too dark: turn to the light"),
  TOO_BRIGHT("the face is too bright: turn away from the light"),
  BLURRED("the face is blurred: hold still and wipe the lens"),
  TURNED_AWAY("the face is turned away: look at the camera"),
  COVERED("part of the face is covered: show eyes, nose and mouth");

  private final String advice;

  Flaw(String advice) {
    this.advice = advice;
  }

  /** One sentence for visitors. */
  public String advice() {
    return advice;
  }
}
