package silverpoint.lineart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.face.FaceMesh;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;

class MouthTest {
  private static final int WIDTH_PX = 100;
  private static final int HEIGHT_PX = 60;
  private static final Point CENTRE = new Point(50, 30);
  private static final double LINE_WIDTH_PX = 1.9;
  private static final double MOUTH_PX = 60;
  private static final double LIP_PX = 8;

  private static final int[] UPPER_OUTER = {61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291};
  private static final int[] UPPER_INNER = {78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308};
  private static final int[] LOWER_INNER = {78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308};
  private static final int[] LOWER_OUTER = {61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291};

  @Test
  void anOpenMouthHasTwoLinesBetweenItsCorners() {
    FaceMesh mesh = mesh(MOUTH_PX, 10);
    List<Polyline> lines = Mouth.of(mesh, paper(), LINE_WIDTH_PX).lines();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).points())
        .contains(lines.get(1).start(), lines.get(1).end())
        .doesNotHaveDuplicates();
    assertThat(middle(lines.get(1)).y() - middle(lines.get(0)).y()).isBetween(9.0, 11.0);
  }

  @Test
  void aClosedMouthIsOneLine() {
    assertThat(Mouth.of(mesh(MOUTH_PX, 2), paper(), LINE_WIDTH_PX).lines()).hasSize(1);
  }

  @ParameterizedTest(name = "ink {0} px beside the mesh")
  @ValueSource(ints = {-2, 0, 2})
  void theOpeningFollowsTheInkAndNoBorderDoublesIt(int offPx) {
    FaceMesh mesh = mesh(MOUTH_PX, 10);
    GrayImage ink = ink(mesh.line(UPPER_INNER), offPx);
    List<Polyline> lines = Mouth.of(mesh, ink, LINE_WIDTH_PX).lines();
    assertThat(lines).hasSize(2);
    assertThat(middle(lines.get(0)).y()).isBetween(24.0 + offPx, 26.0 + offPx);
  }

  @Test
  void aLipWithInkOfItsOwnHasABorder() {
    FaceMesh mesh = mesh(MOUTH_PX, 10);
    List<Polyline> lines = Mouth.of(mesh, ink(mesh.line(UPPER_OUTER), 0), LINE_WIDTH_PX).lines();
    assertThat(lines).hasSize(3);
    assertThat(middle(lines.get(2)).y()).isBetween(16.0, 18.0);
  }

  @Test
  void aClosedMouthHasALowerLipFromItsCorner() {
    FaceMesh mesh = mesh(MOUTH_PX, 2);
    List<Polyline> lines = Mouth.of(mesh, ink(mesh.line(LOWER_OUTER), 0), LINE_WIDTH_PX).lines();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1).start()).isEqualTo(lines.get(0).start());
    assertThat(lines.get(1).end().distanceTo(lines.get(0).end())).isGreaterThan(MOUTH_PX / 8);
  }

  @Test
  void aPaleLowerLipDoesNotCloseASmile() {
    FaceMesh mesh = mesh(MOUTH_PX, 10);
    float[] pale = ink(mesh.line(LOWER_OUTER), 0).toArray();
    for (int i = 0; i < pale.length; i++) {
      pale[i] *= 0.3f;
    }
    GrayImage ink = new GrayImage(WIDTH_PX, HEIGHT_PX, pale);
    assertThat(Mouth.of(mesh, ink, LINE_WIDTH_PX).lines()).hasSize(2);
  }

  @Test
  void aLipTooThinForThePageHasNone() {
    FaceMesh mesh = mesh(MOUTH_PX, 10);
    GrayImage ink = ink(mesh.line(UPPER_OUTER), 0);
    assertThat(Mouth.of(mesh, ink, LIP_PX).lines()).hasSize(2);
  }

  @Test
  void aFarMouthIsDrawnToo() {
    assertThat(Mouth.of(mesh(4, 1), paper(), LINE_WIDTH_PX).lines()).isNotEmpty();
  }

  private static Point middle(Polyline line) {
    return line.points().get(line.points().size() / 2);
  }

  /** A mouth whose borders are arcs that meet in its corners. */
  private static FaceMesh mesh(double widthPx, double openPx) {
    List<Point> points = new ArrayList<>(Collections.nCopies(FaceMesh.POINTS, CENTRE));
    arc(points, UPPER_OUTER, widthPx, -openPx / 2 - LIP_PX);
    arc(points, LOWER_OUTER, widthPx, openPx / 2 + LIP_PX);
    arc(points, UPPER_INNER, 0.95 * widthPx, -openPx / 2);
    arc(points, LOWER_INNER, 0.95 * widthPx, openPx / 2);
    return new FaceMesh(points, 1);
  }

  private static void arc(List<Point> points, int[] line, double widthPx, double heightPx) {
    for (int i = 0; i < line.length; i++) {
      double along = 2.0 * i / (line.length - 1) - 1;
      points.set(
          line[i],
          CENTRE.plus(new Point(along * widthPx / 2, heightPx * (1 - Math.pow(along, 4)))));
    }
  }

  private static GrayImage paper() {
    return new GrayImage(WIDTH_PX, HEIGHT_PX, new float[WIDTH_PX * HEIGHT_PX]);
  }

  private static GrayImage ink(Polyline line, int offPx) {
    float[] ink = new float[WIDTH_PX * HEIGHT_PX];
    for (Point point : line.resampled(0.5)) {
      ink[((int) point.y() + offPx) * WIDTH_PX + (int) point.x()] = 1;
    }
    return new GrayImage(WIDTH_PX, HEIGHT_PX, ink);
  }
}
