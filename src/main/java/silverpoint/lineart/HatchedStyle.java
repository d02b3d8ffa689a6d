package silverpoint.lineart;

import java.util.List;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;
import silverpoint.image.Mask;
import silverpoint.portrait.Portrait;

/** Contours, and dark hair and cloth filled with lines that follow the flow of the picture. */
public final class HatchedStyle implements Style {
  /** Darker than this, and than most of the person, counts as dark. */
  private static final double DARK_LUMA = 0.33;

  private static final double TONE_SIGMA_PX = 3;

  /** Hatches keep this distance from contours, px. */
  private static final double CONTOUR_GAP_PX = 3;

  /** Skin stays free: half axes of the ellipse around the face, in face boxes. */
  private static final double FACE_HALF_WIDTH_FACES = 0.48;

  private static final double FACE_HALF_HEIGHT_FACES = 0.58;

  /** 1.3 mm on the classic toy, on which lines half a millimetre wide still read as grey. */
  private static final double SPACING_PX = 5.5;

  private static final double MIN_LENGTH_PX = 22;

  @Override
  public String name() {
    return "hatched";
  }

  @Override
  public TimeClass timeClass() {
    return TimeClass.LONG;
  }

  @Override
  public LineArt apply(LineArt art, Portrait portrait) {
    GrayImage luma = portrait.crop().luma();
    Mask dark = dark(luma.blurred(TONE_SIGMA_PX), art, portrait);
    List<Polyline> lines =
        new Streamlines(FlowField.of(luma), dark, SPACING_PX, MIN_LENGTH_PX).lines();
    return art.withHatches(lines);
  }

  private static Mask dark(GrayImage tone, LineArt art, Portrait portrait) {
    GrayImage toContour = art.distanceToLines();
    boolean[] dark = new boolean[tone.width() * tone.height()];
    for (int i = 0; i < dark.length; i++) {
      int column = i % tone.width();
      int row = i / tone.width();
      Point at = new Point(column + 0.5, row + 0.5);
      dark[i] =
          tone.at(column, row) < DARK_LUMA
              && portrait.person().at(column, row) > 0.5
              && portrait.vignette().at(column, row) > 0.5
              && toContour.at(column, row) > CONTOUR_GAP_PX
              && portrait.sitters().stream().noneMatch(sitter -> isSkin(sitter.faceBoxPx(), at));
    }
    return new Mask(tone.width(), tone.height(), dark);
  }

  private static boolean isSkin(Box face, Point point) {
    Point off = point.minus(face.centre());
    double x = off.x() / (FACE_HALF_WIDTH_FACES * face.width());
    double y = off.y() / (FACE_HALF_HEIGHT_FACES * face.height());
    return x * x + y * y <= 1;
  }
}
