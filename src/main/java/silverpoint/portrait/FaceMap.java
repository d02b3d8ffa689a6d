package silverpoint.portrait;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import silverpoint.face.FaceRegion;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polygon;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;

/** Tells which part of the person lies where in a portrait, crop px. */
public final class FaceMap {
  private static final double SAMPLE_PX = 2;

  /** Parts reach this far beyond their mesh, in face boxes. */
  private static final double EYE_MARGIN = 0.03;

  private static final double BROW_MARGIN = 0.03;
  private static final double MOUTH_MARGIN = 0.03;
  private static final double NOSE_MARGIN = 0.02;
  private static final double JAW_MARGIN = 0.05;
  private static final double EAR_REACH = 0.22;
  private static final double OUTLINE_MARGIN = 0.06;

  /** Half axes of a face without a mesh, in face boxes. */
  private static final double HALF_WIDTH = 0.45;

  private static final double HALF_HEIGHT = 0.58;

  private final Map<FaceRegion, Polygon> regions = new EnumMap<>(FaceRegion.class);
  private final Box face;
  private final Polygon oval;
  private final GrayImage toBackground;

  private FaceMap(Portrait portrait) {
    face = portrait.faceBoxPx();
    portrait
        .mesh()
        .ifPresent(m -> {
          for (FaceRegion region : FaceRegion.values()) {
            regions.put(region, m.polygon(region));
          }
        });
    oval =
        regions.getOrDefault(
            FaceRegion.OVAL,
            Polygon.ellipse(face.centre(), HALF_WIDTH * face.width(), HALF_HEIGHT * face.height()));
    toBackground = portrait.person().atLeast(0.5).inverted().distanceToSet();
  }

  public static FaceMap of(Portrait portrait) {
    return new FaceMap(portrait);
  }

  /** The border of the face: the mesh's, or an ellipse when no mesh fits. */
  public Polygon oval() {
    return oval;
  }

  /** The part that most of the line shows. */
  public FacePart partOf(Polyline linePx) {
    int[] votes = new int[FacePart.values().length];
    List<Point> samples = linePx.resampled(SAMPLE_PX);
    FacePart most = FacePart.OTHER;
    for (Point sample : samples) {
      FacePart part = partAt(sample);
      if (++votes[part.ordinal()] > votes[most.ordinal()]) {
        most = part;
      }
    }
    return most;
  }

  public FacePart partAt(Point point) {
    if (reaches(point, EYE_MARGIN, FaceRegion.LEFT_EYE, FaceRegion.RIGHT_EYE)) {
      return FacePart.EYE;
    }
    if (reaches(point, BROW_MARGIN, FaceRegion.LEFT_BROW, FaceRegion.RIGHT_BROW)) {
      return FacePart.BROW;
    }
    if (reaches(point, MOUTH_MARGIN, FaceRegion.LIPS)) {
      return FacePart.MOUTH;
    }
    if (reaches(point, NOSE_MARGIN, FaceRegion.NOSE)) {
      return FacePart.NOSE;
    }
    Box bounds = oval.bounds();
    double middle = bounds.centre().y();
    double toOval = oval.distanceToBorder(point) / face.width();
    if (point.y() > middle && toOval < JAW_MARGIN) {
      return FacePart.JAW;
    }
    if (oval.contains(point)) {
      return FacePart.FACE;
    }
    if (point.y() > bounds.bottom()) {
      return FacePart.BODY;
    }
    boolean besideTheEyes = Math.abs(point.y() - middle) < 0.25 * bounds.height();
    if (besideTheEyes && toOval < EAR_REACH) {
      return FacePart.EAR;
    }
    return toBackground.sample(point) < OUTLINE_MARGIN * face.width()
        ? FacePart.OUTLINE
        : FacePart.HAIR;
  }

  private boolean reaches(Point point, double margin, FaceRegion... names) {
    for (FaceRegion name : names) {
      Polygon region = regions.get(name);
      if (region != null && region.reaches(point, margin * face.width())) {
        return true;
      }
    }
    return false;
  }
}
