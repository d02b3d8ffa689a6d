package silverpoint.picture.face;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.inference.Tensor;

/**
 * Turns the raw output of a BlazeFace network into faces. Every anchor has 16 regressors (centre,
 * size, six key points, in input px relative to the anchor) and one logit. Anchors have a fixed
 * size, so sizes are linear (Bazarevsky et al. 2019; settings of MediaPipe's face_detection).
 */
public final class BlazeFaceDecoder {
  /** 128 px input, 896 anchors: two for each cell of 16 x 16, six for each cell of 8 x 8. */
  public static final BlazeFaceDecoder SHORT_RANGE =
      new BlazeFaceDecoder(128, 0.5, new int[] {16, 8}, new int[] {2, 6});

  /** 192 px input, 2304 anchors: one for each cell of 48 x 48. */
  public static final BlazeFaceDecoder FULL_RANGE =
      new BlazeFaceDecoder(192, 0.6, new int[] {48}, new int[] {1});

  private static final int REGRESSORS = 4 + 2 * Face.KEY_POINTS;

  private final int inputPx;
  private final double minScore;
  private final List<Point> anchors;

  /**
   * @param inputPx side of the square input, px
   * @param minScore anchors below are no faces, 0..1
   * @param grids cells a side, layer by layer
   * @param anchorsPerCell of each layer
   */
  public BlazeFaceDecoder(int inputPx, double minScore, int[] grids, int[] anchorsPerCell) {
    this.inputPx = inputPx;
    this.minScore = minScore;
    List<Point> points = new ArrayList<>();
    for (int layer = 0; layer < grids.length; layer++) {
      int grid = grids[layer];
      for (int cell = 0; cell < grid * grid; cell++) {
        Point centre =
            new Point((cell % grid + 0.5) / grid, (Math.floorDiv(cell, grid) + 0.5) / grid);
        for (int k = 0; k < anchorsPerCell[layer]; k++) {
          points.add(centre);
        }
      }
    }
    anchors = List.copyOf(points);
  }

  /** Side of the square input, px. */
  int inputPx() {
    return inputPx;
  }

  /**
   * Faces above the minimum score, in units of the input's side (0..1), not yet merged.
   *
   * @param regressors 1 x anchors x 16
   * @param logits 1 x anchors x 1
   */
  public List<Face> decode(Tensor regressors, Tensor logits) {
    float[] r = regressors.toArray();
    float[] s = logits.toArray();
    if (s.length != anchors.size() || r.length != anchors.size() * REGRESSORS) {
      throw new IllegalArgumentException(
          "this net has "
              + anchors.size()
              + " anchors, got "
              + r.length
              + " and "
              + s.length
              + " values");
    }
    List<Face> faces = new ArrayList<>();
    for (int i = 0; i < s.length; i++) {
      double score = 1 / (1 + Math.exp(-Math.clamp(s[i], -100.0, 100.0)));
      if (score >= minScore) {
        faces.add(face(r, i, score));
      }
    }
    return faces;
  }

  private Face face(float[] r, int anchor, double score) {
    int at = anchor * REGRESSORS;
    Point centre = point(r, at, anchor);
    double width = Math.max(0, r[at + 2] / inputPx);
    double height = Math.max(0, r[at + 3] / inputPx);
    List<Point> keyPoints = new ArrayList<>(Face.KEY_POINTS);
    for (int k = 0; k < Face.KEY_POINTS; k++) {
      keyPoints.add(point(r, at + 4 + 2 * k, anchor));
    }
    return new Face(
        new Box(centre.x() - width / 2, centre.y() - height / 2, width, height), keyPoints, score);
  }

  private Point point(float[] r, int at, int anchor) {
    return new Point(r[at] / inputPx, r[at + 1] / inputPx).plus(anchors.get(anchor));
  }
}
