package silverpoint.picture.tone;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.Contours;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Mask;

/**
 * Fills masses solid: loops along their border, each inside the one before, led into each other, so
 * that a mass is one stroke whose edge is smooth and whose ends lie in ink.
 */
final class MassFill {
  /** The outermost loop keeps the pen within the mass, line widths. */
  private static final double INSET_LINE_WIDTHS = 0.45;

  /** The next one follows so far inside. */
  private static final double SPACING_LINE_WIDTHS = 0.62;

  /** The middle of a mass thinner than the pen, of its greatest half width. */
  private static final double THIN = 0.6;

  /** A loop belongs to the stroke that comes so near, line widths. */
  private static final double NEXT_LINE_WIDTHS = 1.6;

  private static final double SMOOTHING_LINE_WIDTHS = 0.35;

  private final double lineWidthPx;
  private final double leastAreaPx2;

  MassFill(double lineWidthPx, double leastArea) {
    this.lineWidthPx = lineWidthPx;
    leastAreaPx2 = leastArea * lineWidthPx * lineWidthPx;
  }

  List<Polyline> strokes(Mask masses) {
    GrayImage inside = masses.inverted().distanceToSet();
    int[] component = masses.components();
    int count = 0;
    for (int label : component) {
      count = Math.max(count, label);
    }
    int[] area = new int[count + 1];
    float[] deepest = new float[count + 1];
    for (int i = 0; i < component.length; i++) {
      area[component[i]]++;
      deepest[component[i]] =
          Math.max(deepest[component[i]], inside.at(i % inside.width(), i / inside.width()));
    }
    List<Polyline> strokes = new ArrayList<>();
    for (int label = 1; label <= count; label++) {
      if (area[label] >= leastAreaPx2) {
        strokes.addAll(strokes(only(inside, component, label), deepest[label]));
      }
    }
    return strokes;
  }

  private static GrayImage only(GrayImage inside, int[] component, int label) {
    float[] kept = inside.toArray();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = component[i] == label ? kept[i] : 0;
    }
    return new GrayImage(inside.width(), inside.height(), kept);
  }

  private List<Polyline> strokes(GrayImage inside, double deepest) {
    List<Polyline> loops = new ArrayList<>();
    double first = Math.min(INSET_LINE_WIDTHS * lineWidthPx, THIN * deepest);
    for (double level = first; level < deepest; level += SPACING_LINE_WIDTHS * lineWidthPx) {
      loops.addAll(Contours.at(inside, level));
    }
    return joined(
        loops.stream()
            .filter(loop -> loop.points().size() > 3)
            .map(loop -> loop.smoothed(SMOOTHING_LINE_WIDTHS * lineWidthPx, 1))
            .toList());
  }

  /**
   * Outer loops first; each is gone around on the way, from the place that comes nearest to it, so
   * that a mass is one stroke.
   */
  private List<Polyline> joined(List<Polyline> loops) {
    List<List<Point>> strokes = new ArrayList<>();
    for (Polyline loop : loops) {
      Place nearest = new Place(List.of(), 0, 0, NEXT_LINE_WIDTHS * lineWidthPx);
      for (List<Point> stroke : strokes) {
        nearest = nearest.orNearer(stroke, loop);
      }
      if (nearest.stroke.isEmpty()) {
        strokes.add(new ArrayList<>(loop.points()));
      } else {
        nearest.stroke.addAll(nearest.index + 1, nearest.around(loop));
      }
    }
    return strokes.stream().map(Polyline::new).toList();
  }

  /** Where a stroke comes nearest to a loop. */
  private record Place(List<Point> stroke, int index, int loopIndex, double distancePx) {
    Place orNearer(List<Point> other, Polyline loop) {
      Place nearest = this;
      for (int i = 0; i < other.size(); i++) {
        for (int k = 0; k < loop.points().size() - 1; k++) {
          double distance = other.get(i).distanceTo(loop.points().get(k));
          if (distance < nearest.distancePx) {
            nearest = new Place(other, i, k, distance);
          }
        }
      }
      return nearest;
    }

    /** Once around the loop and back to the stroke. */
    List<Point> around(Polyline loop) {
      List<Point> points = loop.points().subList(0, loop.points().size() - 1);
      List<Point> around = new ArrayList<>(points.subList(loopIndex, points.size()));
      around.addAll(points.subList(0, loopIndex + 1));
      around.add(stroke.get(index));
      return around;
    }
  }
}
