package silverpoint.lineart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import silverpoint.face.FaceMesh;
import silverpoint.face.FaceRegion;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polygon;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;

/**
 * One eye: its opening by the mesh, its iris by the picture. The mesh of 468 points has no iris, so
 * that its centre is the darkest disc inside the opening; its size follows from the eye's, since
 * irises hardly differ between people.
 *
 * @param opening closed polygon of the lids, px
 */
record Eye(Polygon opening) {
  /** Iris radius per distance of the eye's corners: 11.7 mm across 29 mm. */
  private static final double IRIS_PER_WIDTH = 0.205;

  private static final double PUPIL_PER_IRIS = 0.5;

  /** Eyes that are less open than this (height per width) show no iris. */
  private static final double MIN_OPENNESS = 0.12;

  static List<Eye> of(FaceMesh mesh) {
    return List.of(
        new Eye(mesh.polygon(FaceRegion.LEFT_EYE)), new Eye(mesh.polygon(FaceRegion.RIGHT_EYE)));
  }

  /** The iris, when the eye is open. */
  Optional<Iris> iris(GrayImage luma) {
    Box box = opening.bounds();
    if (box.height() < MIN_OPENNESS * box.width()) {
      return Optional.empty();
    }
    double radius = IRIS_PER_WIDTH * box.width();
    double best = Double.POSITIVE_INFINITY;
    Point centre = box.centre();
    double reachX = Math.max(0, box.width() / 2 - 0.9 * radius);
    double reachY = Math.max(1, 0.25 * radius);
    for (double dy = -reachY; dy <= reachY; dy += 1) {
      for (double dx = -reachX; dx <= reachX; dx += 1) {
        Point candidate = box.centre().plus(new Point(dx, dy));
        // a slight pull to the middle decides where the picture is flat
        double cost =
            darkness(luma, candidate, radius) + 0.05 * Math.hypot(dx, 2 * dy) / box.width();
        if (cost < best) {
          best = cost;
          centre = candidate;
        }
      }
    }
    return Optional.of(new Iris(centre, radius));
  }

  /** Mean luma of the part of the disc that the lids leave open. */
  private double darkness(GrayImage luma, Point centre, double radius) {
    double sum = 0;
    int count = 0;
    int reach = (int) Math.floor(radius);
    for (int y = -reach; y <= reach; y++) {
      for (int x = -reach; x <= reach; x++) {
        Point point = centre.plus(new Point(x, y));
        if (x * x + y * y <= radius * radius && isOpenAt(point)) {
          sum += luma.sample(point);
          count++;
        }
      }
    }
    return count == 0 ? 1 : sum / count;
  }

  /** Whether the point lies between the lids. */
  boolean isOpenAt(Point point) {
    return opening.contains(point);
  }

  /** A dark disc in the eye, px. */
  record Iris(Point centre, double radius) {
    /** The parts of the iris' border that the lids leave open. */
    List<Polyline> border(Eye eye) {
      List<Polyline> arcs = new ArrayList<>();
      List<Point> run = new ArrayList<>();
      int steps = 72;
      // starts at the top, which the lid hides, so that an arc is seldom cut in two
      for (int i = 0; i <= steps; i++) {
        double angle = -Math.PI / 2 + 2 * Math.PI * i / steps;
        Point point = centre.plus(new Point(Math.cos(angle), Math.sin(angle)).times(radius));
        if (eye.isOpenAt(point)) {
          run.add(point);
        } else {
          close(run, arcs);
        }
      }
      close(run, arcs);
      return arcs;
    }

    private static void close(List<Point> run, List<Polyline> arcs) {
      if (run.size() > 3) {
        arcs.add(new Polyline(run));
      }
      run.clear();
    }

    /** A spiral that fills the pupil with lines {@code lineWidthPx} wide. */
    Polyline pupil(double lineWidthPx) {
      double outer = Math.max(radius * PUPIL_PER_IRIS - lineWidthPx / 2, 0.6 * lineWidthPx);
      double turns = Math.max(1, outer / (0.9 * lineWidthPx)) + 1;
      int steps = (int) Math.ceil(turns * 16);
      List<Point> points = new ArrayList<>();
      for (int i = 0; i <= steps; i++) {
        double turn = turns * i / steps;
        // the last turn is a full circle, the ones before wind out to it
        double r = outer * Math.min(1, turn / (turns - 1));
        points.add(
            centre.plus(
                new Point(Math.cos(2 * Math.PI * turn), Math.sin(2 * Math.PI * turn)).times(r)));
      }
      return new Polyline(points);
    }
  }
}
