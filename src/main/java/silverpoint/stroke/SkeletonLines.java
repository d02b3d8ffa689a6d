package silverpoint.stroke;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import silverpoint.geometry.Polyline;
import silverpoint.image.Mask;

/** The lines of a skeleton that nobody knows more about: traced through, lightly smoothed, px. */
public final class SkeletonLines {
  /** Branches of thinning, not of the drawing. */
  private static final double STUB_PX = 4;

  private static final double SMOOTHING_PX = 2;
  private static final double MAX_SHIFT_PX = 0.7;
  private static final double SIMPLIFY_PX = 0.3;

  private SkeletonLines() {}

  public static List<Polyline> of(Mask skeleton) {
    List<ThroughStrokes.Trace> traces =
        ThroughStrokes.of(SkeletonGraph.of(skeleton).pruned(STUB_PX));
    var smooth = new Smoothing(SMOOTHING_PX, MAX_SHIFT_PX).smooth(traces);
    List<Polyline> lines = new ArrayList<>();
    for (int i = 0; i < traces.size(); i++) {
      Set<Integer> nodes = traces.get(i).nodeAtIndex().keySet();
      lines.add(new Polyline(Simplification.simplify(smooth.get(i), SIMPLIFY_PX, nodes)));
    }
    return lines;
  }
}
