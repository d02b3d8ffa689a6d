package silverpoint.picture.tone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import silverpoint.foundation.geometry.Point;
import silverpoint.picture.face.FaceMesh;

/**
 * How the eyes of a face are drawn: the upper lid as the strongest line, an iris as a disc cut by
 * the lids with a catch light where the light comes from, and white beside it. Where no iris is
 * seen (a shut or hidden eye, dark glasses) the photo's own masses stay.
 */
final class Eyes {
  /** The upper lid is as thick as it gets from so far outwards on. */
  private static final double THICK_FROM = 0.6;

  /** An iris goes on below the lower lid by this, line widths: the pen is as broad. */
  private static final double BELOW_LID = 0.5;

  /** White and dark between a catch light and the upper lid, line widths. */
  private static final double BELOW_LASHES = 1.1;

  /**
   * Where a catch light lies when none is seen, radii: most light comes from above, left or right.
   */
  private static final Point USUAL_LIGHT = new Point(-0.3, -0.3);

  /** Darkness that it costs to lie a radius from there. */
  private static final double UNUSUAL = 0.3;

  /** One eye with an iris, in its frame, px. */
  private record Drawn(Eye eye, Point iris, double lidShiftPx, Point catchLight) {}

  private final List<Drawn> eyes = new ArrayList<>();
  private final double radiusPx;
  private final double lineWidthPx;
  private final ToneSettings.Eyes settings;

  /** Darkness by place, crop px. */
  Eyes(
      FaceMesh mesh,
      ToDoubleFunction<Point> darkness,
      double lineWidthPx,
      ToneSettings.Eyes settings) {
    this.lineWidthPx = lineWidthPx;
    this.settings = settings;
    Eye left = Eye.left(mesh);
    Eye right = Eye.right(mesh);
    Irises irises = Irises.of(darkness, left, right);
    radiusPx = irises.radiusPx();
    List<Eye> open = new ArrayList<>();
    List<Point> centres = new ArrayList<>();
    add(left, irises.left(), open, centres);
    add(right, irises.right(), open, centres);
    Point light = light(darkness, open, centres);
    for (int i = 0; i < open.size(); i++) {
      Eye eye = open.get(i);
      double shift = lidShift(darkness, eye);
      double lid = eye.upperY(centres.get(i).x() + light.x()) + shift;
      double lowest = lid + (settings.lidHalfWidth() + BELOW_LASHES) * lineWidthPx;
      Point catchLight =
          new Point(
              centres.get(i).x() + light.x(), Math.max(centres.get(i).y() + light.y(), lowest));
      eyes.add(new Drawn(eye, centres.get(i), shift, catchLight));
    }
  }

  private static void add(Eye eye, Optional<Point> iris, List<Eye> open, List<Point> centres) {
    if (iris.isPresent()) {
      open.add(eye);
      centres.add(iris.get());
    }
  }

  /** What a place is, crop px. */
  Ink at(Point crop) {
    for (Drawn drawn : eyes) {
      Point at = drawn.eye.fromCrop().apply(crop);
      double outwards = drawn.eye.outwards(at.x());
      if (outwards >= 0 && outwards <= 1 && Math.abs(at.y()) < drawn.eye.widthPx()) {
        Ink ink = at(drawn, at, outwards);
        if (ink != Ink.AS_SEEN) {
          return ink;
        }
      }
    }
    return Ink.AS_SEEN;
  }

  private Ink at(Drawn drawn, Point at, double outwards) {
    double lid = drawn.eye.upperY(at.x()) + drawn.lidShiftPx;
    double thick =
        lineWidthPx
            * (settings.cornerHalfWidth()
                + (settings.lidHalfWidth() - settings.cornerHalfWidth())
                    * Math.clamp(outwards / THICK_FROM, 0, 1));
    if (Math.abs(at.y() - lid) <= thick) {
      return Ink.INK;
    }
    double lower = drawn.eye.lowerY(at.x());
    if (at.y() < lid || at.y() > lower + settings.lowerLid() * lineWidthPx) {
      return Ink.AS_SEEN;
    }
    if (at.distanceTo(drawn.iris) > radiusPx || at.y() > lower + BELOW_LID * lineWidthPx) {
      return Ink.PAPER;
    }
    return hasCatchLight() && at.distanceTo(drawn.catchLight) < settings.catchLight() * lineWidthPx
        ? Ink.PAPER
        : Ink.INK;
  }

  private boolean hasCatchLight() {
    return radiusPx > settings.catchLightLineWidths() * lineWidthPx;
  }

  /** Where no line is drawn but lashes and iris: a lower lid makes eyes tired. */
  boolean isWithinLids(Point crop) {
    for (Drawn drawn : eyes) {
      Point at = drawn.eye.fromCrop().apply(crop);
      if (Math.abs(at.x()) < drawn.eye.widthPx() / 2
          && Math.abs(at.y()) < drawn.eye.widthPx()
          && at.y() > drawn.eye.upperY(at.x()) + drawn.lidShiftPx
          && at.y() < drawn.eye.lowerY(at.x()) + settings.lowerLid() * lineWidthPx) {
        return true;
      }
    }
    return false;
  }

  /** The lashes are the darkest line near to the mesh's lid: so far below it. */
  private double lidShift(ToDoubleFunction<Point> darkness, Eye eye) {
    double best = 0;
    double darkest = Double.NEGATIVE_INFINITY;
    for (double shift = -0.06; shift <= 0.061; shift += 0.01) {
      double sum = -Math.abs(shift);
      for (Point lid : eye.upper().points()) {
        Point at = new Point(lid.x(), lid.y() + shift * eye.widthPx());
        sum += darkness.applyAsDouble(eye.toCrop(at)) / eye.upper().points().size();
      }
      if (sum > darkest) {
        darkest = sum;
        best = shift * eye.widthPx();
      }
    }
    return best;
  }

  /** Where the catch light lies from the middle of the irises, px: one light shines into both. */
  private Point light(ToDoubleFunction<Point> darkness, List<Eye> open, List<Point> centres) {
    Point usual = USUAL_LIGHT.times(radiusPx);
    Point best = usual;
    double lightest = Double.POSITIVE_INFINITY;
    for (double x = -0.45; x <= 0.46; x += 0.05) {
      for (double y = -0.5; y <= 0.11; y += 0.05) {
        Point offset = new Point(x, y).times(radiusPx);
        double dark = UNUSUAL * offset.distanceTo(usual) / Math.max(1e-6, radiusPx);
        for (int i = 0; i < open.size(); i++) {
          dark += darkness.applyAsDouble(open.get(i).toCrop(centres.get(i).plus(offset)));
        }
        if (dark < lightest) {
          lightest = dark;
          best = offset;
        }
      }
    }
    return best;
  }
}
