package silverpoint.picture.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.tone.FaceTone;

class MouthTest {
  private static final int WIDTH_PX = 100;
  private static final int HEIGHT_PX = 60;
  private static final Point CENTRE = new Point(50, 30);
  private static final double LINE_WIDTH_PX = 1.9;
  private static final double MOUTH_PX = 60;
  private static final int[] UPPER = {78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308};
  private static final int[] UPPER_BORDER = {61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291};
  private static final int[] LOWER_BORDER = {61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291};
  private static final int[] LOWER = {78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308};

  @Test
  void aShutMouthIsOneLineFromCornerToCorner() {
    FaceMesh mesh = mesh(2);
    List<Polyline> lines = Mouth.lines(mesh, dark(mesh.line(UPPER), 0), LINE_WIDTH_PX);
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().start().distanceTo(lines.getFirst().end())).isGreaterThan(50);
  }

  @Test
  void anOpenMouthHasTheLinesThatThePhotoShows() {
    FaceMesh mesh = mesh(14);
    assertThat(Mouth.lines(mesh, dark(mesh.line(UPPER), 0), LINE_WIDTH_PX)).hasSize(1);
    GrayImage both = dark(mesh.line(UPPER), 0).darkness().max(dark(mesh.line(LOWER), 0).darkness());
    assertThat(Mouth.lines(mesh, new FaceTone(List.of(), both, both, both), LINE_WIDTH_PX))
        .hasSize(2);
  }

  @ParameterizedTest(name = "dark {0} px beside the mesh")
  @ValueSource(ints = {-2, 0, 2})
  void theLineFollowsThePhotoAndNotTheMesh(int offPx) {
    FaceMesh mesh = mesh(0);
    List<Polyline> lines = Mouth.lines(mesh, dark(mesh.line(UPPER), offPx), LINE_WIDTH_PX);
    Point middle = lines.getFirst().points().get(lines.getFirst().points().size() / 2);
    assertThat(middle.y()).isBetween(29.3 + offPx, 31.2 + offPx);
  }

  @Test
  void whatIsNotDarkIsNoMouth() {
    GrayImage paper = new GrayImage(WIDTH_PX, HEIGHT_PX, new float[WIDTH_PX * HEIGHT_PX]);
    FaceTone pale = new FaceTone(List.of(), paper, paper, paper);
    assertThat(Mouth.lines(mesh(2), pale, LINE_WIDTH_PX)).isEmpty();
  }

  @Test
  void lipsDarkerThanTheSkinHaveTheirBorders() {
    FaceMesh mesh = mesh(2);
    GrayImage slit = dark(mesh.line(UPPER), 0).darkness();
    assertThat(Mouth.lines(mesh, withLips(slit, 0.05f), LINE_WIDTH_PX)).hasSize(1);
    assertThat(Mouth.lines(mesh, withLips(slit, 0.17f), LINE_WIDTH_PX)).hasSize(2);
    List<Polyline> painted = Mouth.lines(mesh, withLips(slit, 0.4f), LINE_WIDTH_PX);
    assertThat(painted).hasSize(3);
    assertThat(painted.get(1).points().get(painted.get(1).points().size() / 2).y()).isLessThan(26);
    assertThat(painted.get(2).points().get(painted.get(2).points().size() / 2).y())
        .isGreaterThan(34);
  }

  /** As dark everywhere as lips are. */
  private static FaceTone withLips(GrayImage slit, float darkness) {
    float[] lips = slit.toArray();
    for (int i = 0; i < lips.length; i++) {
      lips[i] = Math.max(lips[i], darkness);
    }
    GrayImage image = new GrayImage(WIDTH_PX, HEIGHT_PX, lips);
    return new FaceTone(List.of(), image, image, image);
  }

  /** A mouth whose borders are arcs that meet in its corners, in a face of 100 px. */
  private static FaceMesh mesh(double openPx) {
    List<Point> points = new ArrayList<>(Collections.nCopies(FaceMesh.POINTS, CENTRE));
    arc(points, UPPER, -openPx / 2);
    arc(points, LOWER, openPx / 2);
    arc(points, UPPER_BORDER, -openPx / 2 - 6);
    arc(points, LOWER_BORDER, openPx / 2 + 6);
    for (int vertex : new int[] {11, 72, 302, 73, 303}) {
      points.set(vertex, CENTRE.plus(new Point(0, -openPx / 2 - 3)));
    }
    for (int vertex : new int[] {15, 85, 315, 86, 316}) {
      points.set(vertex, CENTRE.plus(new Point(0, openPx / 2 + 3)));
    }
    points.set(234, new Point(0, 30));
    points.set(454, new Point(100, 30));
    return new FaceMesh(points, 1);
  }

  private static void arc(List<Point> points, int[] line, double heightPx) {
    for (int i = 0; i < line.length; i++) {
      double along = 2.0 * i / (line.length - 1) - 1;
      points.set(
          line[i],
          CENTRE.plus(new Point(along * MOUTH_PX / 2, heightPx * (1 - Math.pow(along, 4)))));
    }
  }

  private static FaceTone dark(Polyline line, int offPx) {
    float[] dark = new float[WIDTH_PX * HEIGHT_PX];
    for (Point point : line.resampled(0.5)) {
      dark[((int) point.y() + offPx) * WIDTH_PX + (int) point.x()] = 1;
    }
    GrayImage image = new GrayImage(WIDTH_PX, HEIGHT_PX, dark);
    return new FaceTone(List.of(), image, image, image);
  }
}
