package silverpoint.picture.drawingfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.Mask;
import silverpoint.picture.stroke.Fairing;
import silverpoint.picture.stroke.LineLinking;
import silverpoint.picture.stroke.Simplification;

/** The lines of a skeleton that nobody knows more about: traced through, lightly faired, px. */
final class SkeletonLines {
  /** Branches of thinning, not of the drawing. */
  private static final double STUB_PX = 4;

  private static final double WAVELENGTH_PX = 16;
  private static final double MAX_SHIFT_PX = 0.7;
  private static final double SIMPLIFY_PX = 0.1;

  private SkeletonLines() {}

  public static List<Polyline> of(Mask skeleton) {
    List<List<Point>> traces = ThroughStrokes.of(SkeletonGraph.of(skeleton).pruned(STUB_PX));
    List<List<Point>> fair =
        new Fairing(MAX_SHIFT_PX).fair(traces, LineLinking.shared(traces), trace -> WAVELENGTH_PX);
    Set<Point> joints = LineLinking.shared(fair);
    List<Polyline> lines = new ArrayList<>();
    for (List<Point> line : fair) {
      lines.add(new Polyline(Simplification.simplify(line, SIMPLIFY_PX, joints)));
    }
    return lines;
  }
}
