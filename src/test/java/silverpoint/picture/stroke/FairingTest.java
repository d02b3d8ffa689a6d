package silverpoint.picture.stroke;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.kiosk.config.MachineProfiles;

/** Fairing as the pipeline uses it: on both machines, for lines of the skin and for features. */
class FairingTest {
  private static final double CROP_HEIGHT_PX = 384;

  /** Distance of a trace's points, px. */
  private static final double STEP_PX = 0.75;

  /**
   * How lines are made fair on a machine.
   *
   * @param wavelengthPx of the waves that are halved
   * @param turnDeg by which the lines lie turned on the page
   */
  record Setting(String name, double lineWidthPx, double wavelengthPx, int turnDeg) {
    double boundPx() {
      return Vectorizer.SHIFT_PER_LINE_WIDTH * lineWidthPx;
    }

    List<List<Point>> fair(List<List<Point>> lines, Set<Point> shared) {
      return new Fairing(boundPx()).fair(lines, shared, line -> wavelengthPx);
    }

    List<Point> turned(List<Point> points) {
      Affine turn = Affine.rotation(Math.toRadians(turnDeg));
      return points.stream().map(turn::apply).toList();
    }

    @Override
    public String toString() {
      return name + ", turned by " + turnDeg + " degrees";
    }
  }

  static Stream<Setting> settings() {
    return Stream.of("classic", "pocket")
        .flatMap(machine -> {
          Page page = new MachineProfiles(Path.of("kiosk-config/machines")).load(machine).page();
          double lineWidthPx = page.lineWidthMm() * CROP_HEIGHT_PX / page.drawableMm().height();
          return Stream.of(0, 17, 45, 90, 203)
              .flatMap(turn ->
                  Stream.of(
                      new Setting(
                          machine + ", skin",
                          lineWidthPx,
                          Vectorizer.WAVELENGTH_LINE_WIDTHS * lineWidthPx,
                          turn),
                      new Setting(
                          machine + ", feature",
                          lineWidthPx,
                          Vectorizer.FEATURE_WAVELENGTH_LINE_WIDTHS * lineWidthPx,
                          turn)));
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void noPointMovesFartherThanTheBound(Setting setting) {
    List<List<Point>> lines = new ArrayList<>();
    for (int degrees = 30; degrees <= 180; degrees += 30) {
      lines.add(setting.turned(bent(degrees)));
    }
    lines.add(setting.turned(zigzag()));
    lines.add(setting.turned(square()));
    lines.add(setting.turned(ring(7)));
    lines.add(setting.turned(spiral()));
    IntStream.range(0, 6).forEach(seed -> lines.add(setting.turned(tremblingArc(seed))));
    IntStream.range(0, 6).forEach(seed -> lines.add(setting.turned(wandering(seed))));
    List<List<Point>> fair = setting.fair(lines, Set.of());
    for (int i = 0; i < lines.size(); i++) {
      assertThat(fair.get(i)).hasSameSizeAs(lines.get(i));
      for (int k = 0; k < lines.get(i).size(); k++) {
        assertThat(fair.get(i).get(k).distanceTo(lines.get(i).get(k)))
            .as("line %d, point %d", i, k)
            .isLessThanOrEqualTo(setting.boundPx() + 1e-9);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void takesTheTremblingOut(Setting setting) {
    for (int seed = 0; seed < 8; seed++) {
      List<Point> arc = setting.turned(tremblingArc(seed));
      List<Point> fair = setting.fair(List.of(arc), Set.of()).getFirst();
      // an arc of three radians
      assertThat(turning(fair)).isLessThan(turning(arc) / 8).isLessThan(4);
      assertThat(fair).allMatch(point -> Math.abs(point.norm() - 40) < 0.4);
    }
  }

  /** What bends a line back to its trace must not break it. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void aCornerBecomesASmoothBend(Setting setting) {
    for (int degrees = 30; degrees <= 90; degrees += 30) {
      List<Point> fair = setting.fair(List.of(setting.turned(bent(degrees))), Set.of()).getFirst();
      assertThat(sharpestTurn(fair)).isLessThan(Math.toRadians(degrees) / 2);
      assertThat(turning(fair)).isLessThan(2.5 * Math.toRadians(degrees));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void aClosedLineStaysClosedAndRound(Setting setting) {
    List<Point> fair = setting.fair(List.of(setting.turned(ring(7))), Set.of()).getFirst();
    assertThat(fair.getLast()).isEqualTo(fair.getFirst());
    assertThat(fair).allMatch(point -> Math.abs(point.norm() - 7) <= setting.boundPx() + 1e-9);
    assertThat(fair.stream().mapToDouble(Point::norm).max().orElseThrow())
        .isLessThan(1.02 * fair.stream().mapToDouble(Point::norm).min().orElseThrow());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void theSecondLineComesToTheFirst(Setting setting) {
    List<Point> through = new ArrayList<>();
    for (double x = 0; x <= 60; x += STEP_PX) {
      through.add(new Point(x, 0.3 * Math.sin(2 * x)));
    }
    Point joint = through.get(40);
    List<Point> onto = new ArrayList<>();
    for (double y = 20; y > 1; y -= STEP_PX) {
      onto.add(new Point(joint.x() + y / 4, y));
    }
    onto.add(joint);
    List<List<Point>> lines = List.of(setting.turned(through), setting.turned(onto));
    List<List<Point>> fair = setting.fair(lines, Set.of(lines.get(0).get(40)));
    assertThat(fair.get(0).get(40)).isEqualTo(fair.get(1).getLast());
    assertThat(turning(fair.get(0))).isLessThan(1);
    // it comes as it came, and not round a corner
    assertThat(sharpestTurn(fair.get(1))).isLessThan(0.2);
  }

  /** Two straight lines and a turn between them. */
  private static List<Point> bent(int degrees) {
    Point out = new Point(Math.cos(Math.toRadians(degrees)), Math.sin(Math.toRadians(degrees)));
    List<Point> points = new ArrayList<>();
    for (int i = 60; i > 0; i--) {
      points.add(new Point(-STEP_PX * i, 0));
    }
    for (int i = 0; i <= 60; i++) {
      points.add(out.times(STEP_PX * i));
    }
    return points;
  }

  /** As a beard is drawn. */
  private static List<Point> zigzag() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= 240; i++) {
      double phase = i % 40 / 20.0;
      points.add(new Point(0.15 * i, STEP_PX * 20 * (phase < 1 ? phase : 2 - phase)));
    }
    return points;
  }

  private static List<Point> square() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= 80; i++) {
      double along = STEP_PX * (i % 20);
      double side = STEP_PX * 20;
      points.add(
          switch (i / 20 % 4) {
            case 0 -> new Point(along, 0);
            case 1 -> new Point(side, along);
            case 2 -> new Point(side - along, side);
            default -> new Point(0, side - along);
          });
    }
    return points;
  }

  private static List<Point> ring(double radiusPx) {
    int pieces = (int) (2 * Math.PI * radiusPx / STEP_PX);
    List<Point> ring = new ArrayList<>();
    for (int i = 0; i <= pieces; i++) {
      double angle = 2 * Math.PI * (i % pieces) / pieces;
      ring.add(new Point(radiusPx * Math.cos(angle), radiusPx * Math.sin(angle)));
    }
    return ring;
  }

  /** As a pupil is drawn. */
  private static List<Point> spiral() {
    List<Point> points = new ArrayList<>();
    for (double angle = 0; angle < 6 * Math.PI; angle += STEP_PX / (0.7 + 0.4 * angle)) {
      double radius = 0.4 * angle;
      points.add(new Point(radius * Math.cos(angle), radius * Math.sin(angle)));
    }
    return points;
  }

  private static List<Point> tremblingArc(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Point> arc = new ArrayList<>();
    for (double angle = 0; angle < 3; angle += STEP_PX / 40) {
      double radius = 40 + random.nextDouble(-0.3, 0.3);
      arc.add(new Point(radius * Math.cos(angle), radius * Math.sin(angle)));
    }
    return arc;
  }

  /** Bends of all sizes. */
  private static List<Point> wandering(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
    double heading = 0;
    double bend = 0;
    for (int i = 0; i < 300; i++) {
      bend = 0.8 * bend + random.nextDouble(-0.25, 0.25);
      heading += bend;
      Point step = new Point(Math.cos(heading), Math.sin(heading)).times(STEP_PX);
      points.add(points.getLast().plus(step));
    }
    return points;
  }

  /** Sum of all turns, radians. */
  private static double turning(List<Point> points) {
    return turns(points).sum();
  }

  private static double sharpestTurn(List<Point> points) {
    return turns(points).max().orElse(0);
  }

  private static DoubleStream turns(List<Point> points) {
    return IntStream.range(2, points.size())
        .mapToDouble(i -> {
          Point a = points.get(i - 1).minus(points.get(i - 2));
          Point b = points.get(i).minus(points.get(i - 1));
          return Math.abs(Math.atan2(a.cross(b), a.dot(b)));
        });
  }
}
