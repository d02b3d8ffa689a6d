package silverpoint.picture.stroke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

class HatchEndsTest {
  private static final double LINE_WIDTH = 2;

  private static List<Point> line(double x0, double y0, double x1, double y1) {
    return Polyline.of(new Point(x0, y0), new Point(x1, y1)).resampled(0.8);
  }

  private static List<List<Point>> led(List<List<Point>> hatches, List<List<Point>> lines) {
    return new HatchEnds(LINE_WIDTH, at -> true).led(hatches, lines);
  }

  private static double sharpestTurnDeg(List<Point> line) {
    double sharpest = 0;
    for (int i = 1; i < line.size() - 1; i++) {
      Point in = line.get(i).minus(line.get(i - 1));
      Point out = line.get(i + 1).minus(line.get(i));
      sharpest =
          Math.max(sharpest, Math.abs(Math.toDegrees(Math.atan2(in.cross(out), in.dot(out)))));
    }
    return sharpest;
  }

  @Test
  void anEndJoinsTheLineBesideItAsALockDoes() {
    List<Point> beside = line(0, 0, 100, 0);
    List<Point> hatch = led(List.of(line(30, 5, 60, 5)), List.of(beside)).getFirst();
    assertThat(beside)
        .as("both ends lie on points of the line")
        .contains(hatch.getFirst(), hatch.getLast());
    assertThat(hatch.getLast().x()).as("no rung").isGreaterThan(60 + 2 * 5);
    assertThat(hatch.getFirst().x()).isLessThan(30 - 2 * 5);
    assertThat(sharpestTurnDeg(hatch)).isLessThan(20);
  }

  @Test
  void anEndGoesStraightOnToTheLineAcrossItsWay() {
    List<Point> across = line(66, -40, 66, 40);
    List<Point> hatch = led(List.of(line(30, 0, 60, 0)), List.of(across)).getFirst();
    assertThat(across).contains(hatch.getLast());
    assertThat(hatch.getLast().y()).isBetween(-1.0, 1.0);
    assertThat(hatch.getFirst()).as("the other end is free").isEqualTo(new Point(30, 0));
  }

  @Test
  void endsThatFaceEachOtherBecomeOneLine() {
    List<List<Point>> led = led(List.of(line(0, 0, 40, 0), line(52, 0, 90, 0)), List.of());
    assertThat(led.get(0).getLast()).isEqualTo(led.get(1).getFirst());
    assertThat(led.get(1)).isEqualTo(line(52, 0, 90, 0));
  }

  @Test
  void whatIsFarOffOrBehindStaysAlone() {
    List<Point> hatch = line(0, 0, 40, 0);
    assertThat(led(List.of(hatch), List.of(line(65, -40, 65, 40)))).containsExactly(hatch);
    assertThat(led(List.of(hatch), List.of(line(20, 6, 20, 90)))).containsExactly(hatch);
  }

  @Test
  void noEndIsLedToAFeature() {
    List<Point> hatch = line(0, 0, 40, 0);
    List<List<Point>> led =
        new HatchEnds(LINE_WIDTH, at -> at.x() < 45)
            .led(List.of(hatch), List.of(line(50, -9, 50, 9)));
    assertThat(led).containsExactly(hatch);
  }

  @Test
  void anEndThatLiesOnALineIsNotFree() {
    List<Point> hatch = line(0, 0, 40, 0);
    List<Point> through = new ArrayList<>(line(40, 0, 40, 20));
    assertThat(led(List.of(hatch), List.of(through, line(48, -9, 48, 9)))).containsExactly(hatch);
  }

  /** Whatever lies there: nothing is moved, each way is short, ends on a point and crosses none. */
  @Test
  void noWayCrossesALine() {
    int ways = 0;
    for (long seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<List<Point>> hatches = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        double x = 160 * random.nextDouble();
        double y = 3 * i * LINE_WIDTH + random.nextDouble();
        double slope = 0.3 * random.nextGaussian();
        hatches.add(line(x, y, x + 40, y + 40 * slope));
      }
      List<List<Point>> lines = List.of(line(-8, -20, -8, 120), line(210, -20, 210, 120));
      List<List<Point>> led = led(hatches, lines);
      for (int i = 0; i < led.size(); i++) {
        List<Point> hatch = led.get(i);
        int from = hatch.indexOf(hatches.get(i).getFirst());
        int to = from + hatches.get(i).size();
        assertThat(hatch.subList(from, to)).isEqualTo(hatches.get(i));
        List<List<Point>> others = new ArrayList<>(lines);
        others.addAll(hatches);
        others.remove(i + lines.size());
        for (List<Point> way : List.of(hatch.subList(0, from), hatch.subList(to, hatch.size()))) {
          if (way.isEmpty()) {
            continue;
          }
          ways++;
          boolean first = from > 0 && way.getFirst().equals(hatch.getFirst());
          List<Point> inner = first ? way.subList(1, way.size()) : way.subList(0, way.size() - 1);
          Point end = first ? way.getFirst() : way.getLast();
          long met = led.stream().filter(line -> line != hatch && line.contains(end)).count();
          assertThat(met + lines.stream().filter(line -> line.contains(end)).count()).isPositive();
          assertThat(new Polyline(way).length()).isLessThan(1.5 * 10 * LINE_WIDTH);
          for (List<Point> other : others) {
            assertThat(crosses(inner, other)).as("seed %d, hatch %d", seed, i).isFalse();
          }
        }
      }
    }
    assertThat(ways).isGreaterThan(300);
  }

  private static boolean crosses(List<Point> a, List<Point> b) {
    for (int i = 1; i < a.size(); i++) {
      for (int k = 1; k < b.size(); k++) {
        if (side(a.get(i - 1), a.get(i), b.get(k - 1)) * side(a.get(i - 1), a.get(i), b.get(k)) < 0
            && side(b.get(k - 1), b.get(k), a.get(i - 1)) * side(b.get(k - 1), b.get(k), a.get(i))
                < 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static double side(Point a, Point b, Point c) {
    return b.minus(a).cross(c.minus(a));
  }
}
