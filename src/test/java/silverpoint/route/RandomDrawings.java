package silverpoint.route;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Page;
import silverpoint.picture.stroke.Stroke;

/** Drawings for tests: given ones, and random networks of arcs that follow from a seed. */
final class RandomDrawings {
  static final MachinePace PACE = new MachinePace(25, 180, 0.05, 0.12, 0.14);
  static final Page PAGE = new Page(152, 91.2, 0, 0.5);

  private RandomDrawings() {}

  static Drawing drawing(List<Polyline> paths) {
    List<Stroke> strokes =
        paths.stream().map(path -> new Stroke(path, Stroke.Source.EDGE, 1)).toList();
    return new Drawing(PAGE, strokes, List.of(new Box(50, 20, 40, 40)), Affine.IDENTITY);
  }

  static Drawing drawing(Polyline... paths) {
    return drawing(List.of(paths));
  }

  /** Networks with shared junctions, loops, strokes that end on others, short strokes and dots. */
  static Drawing ofSeed(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Polyline> paths = new ArrayList<>();
    int networks = 1 + random.nextInt(6);
    for (int n = 0; n < networks; n++) {
      Point centre = point(random, 20, 130, 15, 75);
      List<Point> junctions = new ArrayList<>();
      for (int j = 0; j < 2 + random.nextInt(6); j++) {
        junctions.add(centre.plus(point(random, -14, 14, -14, 14)));
      }
      for (int a = 0; a < 1 + random.nextInt(10); a++) {
        Point from = junctions.get(random.nextInt(junctions.size()));
        Point to = junctions.get(random.nextInt(junctions.size()));
        paths.add(from.equals(to) ? loop(random, from) : arc(random, from, to));
      }
      if (random.nextBoolean()) {
        List<Point> host = paths.getLast().points();
        Point touch = host.get(host.size() / 2);
        paths.add(arc(random, touch, touch.plus(point(random, -6, 6, -6, 6))));
        Point between = host.get(0).towards(host.get(1), 0.3);
        paths.add(arc(random, touch.plus(point(random, -6, 6, -6, 6)), between));
      }
    }
    for (int i = 0; i < random.nextInt(4); i++) {
      Point at = point(random, 5, 145, 5, 85);
      paths.add(Polyline.of(at, at.plus(point(random, -0.5, 0.5, -0.5, 0.5))));
      Point dot = point(random, 5, 145, 5, 85);
      paths.add(Polyline.of(dot, dot));
    }
    return drawing(paths);
  }

  static Point homeOfSeed(int seed) {
    List<Point> ink = ofSeed(seed).strokes().getFirst().pathMm().points();
    return seed % 4 == 0 ? ink.get(ink.size() / 2) : new Point(0, seed % 3);
  }

  private static Polyline arc(SplittableRandom random, Point from, Point to) {
    Point bend = from.towards(to, 0.5).plus(point(random, -5, 5, -5, 5));
    int pieces = 2 + random.nextInt(7);
    List<Point> points = new ArrayList<>(List.of(from));
    for (int i = 1; i < pieces; i++) {
      double t = (double) i / pieces;
      points.add(from.towards(bend, t).towards(bend.towards(to, t), t));
    }
    points.add(to);
    return new Polyline(points);
  }

  private static Polyline loop(SplittableRandom random, Point start) {
    Point centre = start.plus(point(random, 1, 4, 1, 4));
    List<Point> points = new ArrayList<>(List.of(start));
    for (int i = 1; i < 9; i++) {
      Affine turn = Affine.rotation(2 * Math.PI * i / 9);
      points.add(centre.plus(turn.apply(start.minus(centre))));
    }
    points.add(start);
    return new Polyline(points);
  }

  private static Point point(
      SplittableRandom random, double left, double right, double top, double bottom) {
    return new Point(random.nextDouble(left, right), random.nextDouble(top, bottom));
  }
}
