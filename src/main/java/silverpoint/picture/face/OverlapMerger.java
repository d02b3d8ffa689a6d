package silverpoint.picture.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;

/**
 * Weighted non-maximum suppression: candidates that overlap the surest one are averaged with their
 * scores as weights (BlazeFace, Bazarevsky et al. 2019), which steadies the box.
 */
public final class OverlapMerger {
  private static final double SAME_FACE_OVERLAP = 0.3;

  private OverlapMerger() {}

  /** One face for each group of overlapping candidates, the surest first. */
  public static List<Face> merge(List<Face> candidates) {
    List<Face> left = new ArrayList<>(candidates);
    left.sort(Comparator.comparingDouble(Face::score).reversed());
    List<Face> merged = new ArrayList<>();
    while (!left.isEmpty()) {
      Face best = left.removeFirst();
      List<Face> same = new ArrayList<>(List.of(best));
      left.stream().filter(face -> isSame(best, face)).forEach(same::add);
      left.removeAll(same);
      merged.add(average(same, best.score()));
    }
    return merged;
  }

  /** The same head: much overlap, or one box inside the other as tiles and scales give. */
  private static boolean isSame(Face a, Face b) {
    return a.boxPx().overlap(b.boxPx()) > SAME_FACE_OVERLAP
        || (a.boxPx().contains(b.boxPx().centre()) && b.boxPx().contains(a.boxPx().centre()));
  }

  private static Face average(List<Face> faces, double score) {
    double total = faces.stream().mapToDouble(Face::score).sum();
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    Point[] keyPoints = new Point[Face.KEY_POINTS];
    Arrays.fill(keyPoints, new Point(0, 0));
    for (Face face : faces) {
      double weight = face.score() / total;
      x += weight * face.boxPx().x();
      y += weight * face.boxPx().y();
      width += weight * face.boxPx().width();
      height += weight * face.boxPx().height();
      for (int k = 0; k < keyPoints.length; k++) {
        keyPoints[k] = keyPoints[k].plus(face.keyPointsPx().get(k).times(weight));
      }
    }
    return new Face(new Box(x, y, width, height), List.of(keyPoints), score);
  }
}
