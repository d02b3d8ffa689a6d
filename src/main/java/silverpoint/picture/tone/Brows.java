package silverpoint.picture.tone;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.picture.face.FaceMesh;

/**
 * Both brows of a face, each one whole shape with nothing else close to it. Hair over a brow, or no
 * brow, leaves the photo's own masses.
 */
final class Brows {
  private final List<Polygon> brows;
  private final List<Box> near;
  private final double clearPx;
  private final double speckReachPx;
  private final double mostSpeckAreaPx2;

  /** Darkness by place, crop px. */
  Brows(
      FaceMesh mesh,
      ToDoubleFunction<Point> darkness,
      double contrast,
      double lineWidthPx,
      ToneSettings.Brows settings) {
    clearPx = settings.clearLineWidths() * lineWidthPx;
    speckReachPx = settings.speckReachLineWidths() * lineWidthPx;
    mostSpeckAreaPx2 = settings.mostSpeckAreaLineWidths2() * lineWidthPx * lineWidthPx;
    brows =
        Stream.of(BrowShape.Side.values())
            .map(side -> new BrowShape(mesh, side, darkness))
            .map(brow -> brow.outline(contrast, lineWidthPx, settings))
            .flatMap(Optional::stream)
            .toList();
    near = brows.stream().map(brow -> brow.bounds().inset(-clearPx)).toList();
  }

  /** What a place is, crop px. */
  Ink at(Point crop) {
    for (int i = 0; i < brows.size(); i++) {
      if (near.get(i).contains(crop)) {
        if (brows.get(i).contains(crop)) {
          return Ink.INK;
        }
        if (brows.get(i).reaches(crop, clearPx)) {
          return Ink.PAPER;
        }
      }
    }
    return Ink.AS_SEEN;
  }

  /** Whether a place is so near to a brow, and no part of it, that a speck there is of the brow. */
  boolean isBeside(Point crop) {
    return brows.stream()
        .anyMatch(brow -> brow.reaches(crop, speckReachPx) && !brow.contains(crop));
  }

  double mostSpeckAreaPx2() {
    return mostSpeckAreaPx2;
  }
}
