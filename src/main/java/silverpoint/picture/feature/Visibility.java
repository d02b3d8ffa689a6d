package silverpoint.picture.feature;

import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.picture.face.FaceMesh;

/**
 * How much of the features the edge model sees where the mesh, which guesses what is hidden,
 * expects them: mean ink beside their lines, 0..1. In 13 portraits, plain, rolled, dark, burnt out
 * or blurred, open features have 0.6 and more; behind sunglasses, masks and boards they have less
 * than 0.1.
 *
 * @param leftEye the picture's
 * @param leftMouth the picture's left half of the mouth
 */
public record Visibility(double leftEye, double rightEye, double leftMouth, double rightMouth) {
  private static final double LEAST = 0.3;

  /**
   * Prints and blurred faces show their eyes by 0.66 and more. Behind a board an eye shows by less
   * than 0.1, or by up to 0.45 where the mesh has slid into the half that is left; the mouth on
   * that side by up to 0.6.
   */
  private static final double CLEAR_EYE = 0.6;

  private static final double CLEAR_MOUTH = 0.75;

  /** Sunglasses hide both eyes alike: they differ by less than 0.1. */
  private static final double UNLIKE = 0.15;

  /** How far from the mesh ink is sought, in widths of the face. */
  private static final double REACH = 0.016;

  private static final int[] LEFT_EYE = {33, 161, 159, 157, 133, 154, 145, 163, 33};
  private static final int[] RIGHT_EYE = {362, 384, 386, 388, 263, 390, 374, 381, 362};
  private static final int[] LEFT_MOUTH = {61, 80, 13};
  private static final int[] RIGHT_MOUTH = {13, 310, 291};

  public static Visibility of(FaceMesh mesh, GrayImage ink) {
    double reachPx = REACH * mesh.widthPx();
    return new Visibility(
        seen(mesh, ink, reachPx, LEFT_EYE),
        seen(mesh, ink, reachPx, RIGHT_EYE),
        seen(mesh, ink, reachPx, LEFT_MOUTH),
        seen(mesh, ink, reachPx, RIGHT_MOUTH));
  }

  private static double seen(FaceMesh mesh, GrayImage ink, double reachPx, int[] line) {
    return mesh.line(line).resampled(1).stream()
        .mapToDouble(point -> nearby(ink, point, reachPx))
        .average()
        .orElse(0);
  }

  private static double nearby(GrayImage ink, Point point, double reachPx) {
    double most = 0;
    for (int row = -2; row <= 2; row++) {
      for (int column = -2; column <= 2; column++) {
        Point offset = new Point(column * reachPx / 2, row * reachPx / 2);
        most = Math.max(most, ink.sample(point.plus(offset)));
      }
    }
    return most;
  }

  public boolean mouthIsOpenToView() {
    return leftMouth >= LEAST && rightMouth >= LEAST;
  }

  /** Whether something stands before one half of the face, its eye and its half of the mouth. */
  public boolean isHalfHidden() {
    return isHidden(leftEye, leftMouth, rightEye) || isHidden(rightEye, rightMouth, leftEye);
  }

  private static boolean isHidden(double eye, double mouth, double otherEye) {
    return eye < CLEAR_EYE && mouth < CLEAR_MOUTH && otherEye - eye > UNLIKE;
  }
}
