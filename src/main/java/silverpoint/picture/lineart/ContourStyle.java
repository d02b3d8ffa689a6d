package silverpoint.picture.lineart;

import silverpoint.picture.portrait.Portrait;

/** All lines, and no tone but that of the face: the quicker choice where hair is dark. */
public final class ContourStyle implements Style {
  @Override
  public String name() {
    return "contour";
  }

  @Override
  public LineArt apply(LineArt art, Portrait portrait) {
    return art;
  }
}
