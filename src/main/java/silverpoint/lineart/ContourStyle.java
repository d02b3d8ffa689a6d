package silverpoint.lineart;

import silverpoint.portrait.Portrait;

/** The default: all lines, and no tone but that of the face. */
public final class ContourStyle implements Style {
  @Override
  public String name() {
    return "contour";
  }

  @Override
  public TimeClass timeClass() {
    return TimeClass.NORMAL;
  }

  @Override
  public LineArt apply(LineArt art, Portrait portrait) {
    return art;
  }
}
