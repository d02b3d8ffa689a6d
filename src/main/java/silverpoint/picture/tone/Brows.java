package silverpoint.picture.tone;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.image.Mask;
import silverpoint.picture.face.FaceMesh;

/**
 * Both brows of a face, each one whole shape with nothing else close to it. Where one is seen, the
 * other may be fainter. Hair over a brow, or no brow, leaves the photo's own masses.
 */
final class Brows {
  private final List<Polygon> brows;
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
    List<BrowShape.Outline> seen =
        Stream.of(BrowShape.Side.values())
            .map(side -> new BrowShape(mesh, side, darkness))
            .map(shape -> shape.outline(contrast, lineWidthPx, settings))
            .flatMap(Optional::stream)
            .toList();
    boolean sure = seen.stream().anyMatch(brow -> brow.darkness() >= settings.least());
    brows = sure ? seen.stream().map(BrowShape.Outline::area).toList() : List.of();
  }

  /** What a place is, crop px. */
  Ink at(Point crop) {
    for (Polygon brow : brows) {
      if (brow.contains(crop)) {
        return Ink.INK;
      }
      if (brow.reaches(crop, clearPx)) {
        return Ink.PAPER;
      }
    }
    return Ink.AS_SEEN;
  }

  /**
   * Single hairs beside a brow, which would fray it: small masses of which every place is near to a
   * brow and none is in it.
   *
   * @param finer the masses' raster is so many times finer than the crop's
   * @param place of a pixel of the masses, crop px
   */
  Mask specks(Mask masses, double finer, IntFunction<Point> place) {
    int[] component = masses.components();
    int[] area = new int[component.length + 1];
    boolean[] isBeside = new boolean[component.length + 1];
    Arrays.fill(isBeside, true);
    for (int i = 0; i < component.length; i++) {
      if (component[i] > 0) {
        area[component[i]]++;
        isBeside[component[i]] = isBeside[component[i]] && isBeside(place.apply(i));
      }
    }
    boolean[] specks = masses.toArray();
    for (int i = 0; i < specks.length; i++) {
      specks[i] &= isBeside[component[i]] && area[component[i]] <= mostSpeckAreaPx2 * finer * finer;
    }
    return new Mask(masses.width(), masses.height(), specks);
  }

  private boolean isBeside(Point crop) {
    return brows.stream()
        .anyMatch(brow -> brow.reaches(crop, speckReachPx) && !brow.contains(crop));
  }
}
