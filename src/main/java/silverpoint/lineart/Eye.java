package silverpoint.lineart;

import java.util.ArrayList;
import java.util.List;
import silverpoint.face.FaceMesh;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polygon;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;

/**
 * One eye: its lids where the ink beside the mesh shows them, its iris by the picture. The mesh of
 * 468 points has no iris, so that its centre is the darkest disc inside the opening; its size
 * follows from the eye's, since irises hardly differ between people.
 *
 * @param upperLid from corner to corner, px
 * @param lowerLid between the same corners, in the same order
 * @param opening between the lids
 */
record Eye(Polyline upperLid, Polyline lowerLid, Polygon opening) {
  private static final int[][] UPPER_LIDS = {
    {33, 246, 161, 160, 159, 158, 157, 173, 133}, {362, 398, 384, 385, 386, 387, 388, 466, 263}
  };
  private static final int[][] LOWER_LIDS = {
    {33, 7, 163, 144, 145, 153, 154, 155, 133}, {362, 382, 381, 380, 374, 373, 390, 249, 263}
  };

  /** How far the ink may move a lid of the mesh, per width of the eye. */
  private static final double LID_REACH = 0.09;

  /** Iris radius per distance of the eye's corners: 11.7 mm across 29 mm. */
  private static final double IRIS_PER_WIDTH = 0.205;

  private static final double SPACING_PX = 1;

  /** How far from the middle of the eye an iris is sought, in halves of the eye's width. */
  private static final double GAZE_REACH = 0.6;

  private static final double GAZE_STEP = 0.05;

  /** Luma that it costs to look fully aside: what is flat or full of glare decides nothing. */
  private static final double GAZE_PULL = 0.25;

  /** Lashes make the upper lid thicker by so many line widths. */
  private static final double LASHES = 0.85;

  private static final double PUPIL_PER_IRIS = 0.5;

  /** Eyes that are less open than this (height per width) show no iris. */
  private static final double MIN_OPENNESS = 0.12;

  static Eye between(Polyline upperLid, Polyline lowerLid) {
    List<Point> lower = new ArrayList<>(lowerLid.points());
    lower.set(0, upperLid.start());
    lower.set(lower.size() - 1, upperLid.end());
    List<Point> corners = new ArrayList<>(upperLid.points());
    corners.addAll(lower.subList(1, lower.size() - 1).reversed());
    return new Eye(upperLid, new Polyline(lower), new Polygon(corners));
  }

  /** Both eyes of a face, the picture's left one first. */
  static List<Eye> of(FaceMesh mesh, GrayImage ink) {
    List<Eye> eyes = new ArrayList<>();
    for (int i = 0; i < UPPER_LIDS.length; i++) {
      Polyline upper = mesh.line(UPPER_LIDS[i]);
      LineSnapping lids = new LineSnapping(ink, LID_REACH * upper.start().distanceTo(upper.end()));
      eyes.add(
          between(
              lids.snap(upper.splined(SPACING_PX)),
              lids.snap(mesh.line(LOWER_LIDS[i]).splined(SPACING_PX))));
    }
    return eyes;
  }

  /**
   * Lids, irises and pupils of both eyes. The eyes look the same way: the place of the iris between
   * the corners is sought for both at once.
   */
  static List<Polyline> lines(List<Eye> eyes, GrayImage luma, double lineWidthPx) {
    List<Polyline> lines = new ArrayList<>();
    List<Eye> open = eyes.stream().filter(Eye::isOpen).toList();
    double gaze = gaze(open, luma);
    for (Eye eye : eyes) {
      lines.add(eye.lashes(lineWidthPx));
      if (eye.isOpen()) {
        lines.add(eye.lowerLid);
        Iris iris = eye.iris(luma, gaze);
        lines.addAll(iris.border(eye));
        lines.add(iris.pupil(lineWidthPx));
      }
    }
    return lines;
  }

  /** The common place of the irises: -1 in the picture's left corners, 1 in the right ones. */
  static double gaze(List<Eye> eyes, GrayImage luma) {
    double best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (double gaze = -GAZE_REACH; gaze <= GAZE_REACH; gaze += GAZE_STEP) {
      double cost = GAZE_PULL * gaze * gaze;
      for (Eye eye : eyes) {
        cost += eye.paleness(luma, eye.place(gaze, 0), eye.irisRadius()) / eyes.size();
      }
      if (cost < least) {
        least = cost;
        best = gaze;
      }
    }
    return best;
  }

  /** The upper lid with its lashes: there and back, thicker towards the middle. */
  private Polyline lashes(double lineWidthPx) {
    List<Point> there = upperLid.resampled(SPACING_PX);
    List<Point> line = new ArrayList<>(there);
    int last = there.size() - 1;
    for (int i = last; i >= 0; i--) {
      Point along = there.get(Math.min(i + 2, last)).minus(there.get(Math.max(i - 2, 0)));
      double up = LASHES * lineWidthPx * Math.sqrt(Math.max(0, Math.sin(Math.PI * i / last)));
      line.add(
          there
              .get(i)
              .plus(new Point(along.y(), -along.x()).times(up / Math.max(along.norm(), 1e-6))));
    }
    return new Polyline(line);
  }

  boolean isOpen() {
    Box box = opening.bounds();
    return box.height() >= MIN_OPENNESS * box.width();
  }

  /** The iris of an open eye, not far from where both eyes look. */
  Iris iris(GrayImage luma, double gaze) {
    double radius = irisRadius();
    double least = Double.POSITIVE_INFINITY;
    Point centre = place(gaze, 0);
    for (double dx = -0.15; dx <= 0.15; dx += GAZE_STEP) {
      for (double dy = -0.3; dy <= 0.3; dy += 0.1) {
        Point candidate = place(gaze + dx, dy * radius);
        double cost = paleness(luma, candidate, radius) + GAZE_PULL * (4 * dx * dx + dy * dy);
        if (cost < least) {
          least = cost;
          centre = candidate;
        }
      }
    }
    return new Iris(centre, radius);
  }

  private double irisRadius() {
    return IRIS_PER_WIDTH * upperLid.start().distanceTo(upperLid.end());
  }

  private Point place(double gaze, double downPx) {
    Point middle = upperLid.start().towards(upperLid.end(), 0.5);
    Point toCorner = upperLid.end().minus(middle);
    double height = opening.bounds().centre().y() - middle.y();
    return middle.plus(toCorner.times(gaze)).plus(new Point(0, height + downPx));
  }

  /** Luma of the disc less luma of the rest of the opening: very negative for an iris. */
  private double paleness(GrayImage luma, Point centre, double radius) {
    double inside = 0;
    double outside = 0;
    int insidePx = 0;
    int outsidePx = 0;
    Box box = opening.bounds();
    for (double y = box.y(); y <= box.bottom(); y += 1) {
      for (double x = box.x(); x <= box.right(); x += 1) {
        Point point = new Point(x, y);
        if (!isOpenAt(point)) {
          continue;
        }
        double light = luma.sample(point);
        if (point.distanceTo(centre) <= radius) {
          inside += light;
          insidePx++;
        } else {
          outside += light;
          outsidePx++;
        }
      }
    }
    return insidePx == 0 || outsidePx == 0 ? 0 : inside / insidePx - outside / outsidePx;
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
