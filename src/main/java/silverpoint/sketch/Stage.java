package silverpoint.sketch;

/** The stages of the pipeline, in order. */
public enum Stage {
  FACES("finding faces"),
  PORTRAIT("cutting out the portrait"),
  LINE_ART("drawing line art"),
  STROKES("tracing strokes"),
  ROUTE("joining one line"),
  MOTION("planning the motion"),
  STEPS("timing the steps");

  private final String doing;

  Stage(String doing) {
    this.doing = doing;
  }

  /** What the stage does, for people. */
  public String doing() {
    return doing;
  }
}
