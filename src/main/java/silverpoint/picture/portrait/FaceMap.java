package silverpoint.picture.portrait;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.picture.face.FaceRegion;

/** Tells which part of the person lies where in a portrait, crop px. */
public final class FaceMap {
  private static final int CELL_PX = 2;
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

  private final List<Area> areas;
  private final GrayImage toBackground;
  private final int columns;
  private final @Nullable FacePart[] known;

  private FaceMap(Portrait portrait) {
    areas = portrait.sitters().stream().map(Area::of).toList();
    toBackground = portrait.person().atLeast(0.5).inverted().distanceToSet();
    columns = toBackground.width() / CELL_PX + 1;
    known = new FacePart[columns * (toBackground.height() / CELL_PX + 1)];
  }

  public static FaceMap of(Portrait portrait) {
    return new FaceMap(portrait);
  }

  /** The borders of all faces: the mesh's, or an ellipse where no mesh fits. */
  public List<Polygon> ovals() {
    return areas.stream().map(Area::oval).toList();
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

  /** The part at a point, to {@value #CELL_PX} px. */
  public FacePart partAt(Point point) {
    int column = Math.clamp((int) (point.x() / CELL_PX), 0, columns - 1);
    int row = Math.clamp((int) (point.y() / CELL_PX), 0, known.length / columns - 1);
    FacePart part = known[row * columns + column];
    if (part == null) {
      part = seek(new Point((column + 0.5) * CELL_PX, (row + 0.5) * CELL_PX));
      known[row * columns + column] = part;
    }
    return part;
  }

  /** What the point is of the sitter whose face is nearest. */
  private FacePart seek(Point point) {
    Area area = areas.getFirst();
    for (Area other : areas) {
      if (other.sitter.facesAway(point) < area.sitter.facesAway(point)) {
        area = other;
      }
    }
    return area.partAt(point, toBackground);
  }

  /** One sitter's face and what lies around it. */
  private record Area(Sitter sitter, Polygon oval, Map<FaceRegion, Polygon> regions) {
    static Area of(Sitter sitter) {
      Map<FaceRegion, Polygon> regions = new EnumMap<>(FaceRegion.class);
      sitter
          .mesh()
          .ifPresent(m -> {
            for (FaceRegion region : FaceRegion.values()) {
              regions.put(region, m.polygon(region));
            }
          });
      Box face = sitter.faceBoxPx();
      Polygon oval =
          regions.getOrDefault(
              FaceRegion.OVAL,
              Polygon.ellipse(
                  face.centre(), HALF_WIDTH * face.width(), HALF_HEIGHT * face.height()));
      return new Area(sitter, oval, regions);
    }

    FacePart partAt(Point point, GrayImage toBackground) {
      double width = sitter.faceBoxPx().width();
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
      double toOval = oval.distanceToBorder(point) / width;
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
      return toBackground.sample(point) < OUTLINE_MARGIN * width ? FacePart.OUTLINE : FacePart.HAIR;
    }

    private boolean reaches(Point point, double margin, FaceRegion... names) {
      for (FaceRegion name : names) {
        Polygon region = regions.get(name);
        if (region != null && region.reaches(point, margin * sitter.faceBoxPx().width())) {
          return true;
        }
      }
      return false;
    }
  }
}
