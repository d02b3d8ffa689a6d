package silverpoint.lineart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import silverpoint.face.FaceMesh;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;

class GlassesTest {
  private static final int WIDTH = 240;
  private static final int HEIGHT = 120;
  private static final double APART_PX = 80;
  private static final Point LEFT = new Point(80, 60);
  private static final Point RIGHT = LEFT.plus(new Point(APART_PX, 0));

  @Test
  void rimsFollowTheInkAndClose() {
    Optional<Glasses> glasses = Glasses.of(mesh(), ink(true, 30));
    List<Polyline> rims = glasses.orElseThrow().rims();
    assertThat(rims).hasSize(2);
    for (Polyline rim : rims) {
      assertThat(rim.isClosed()).isTrue();
      Point eye = rim.start().x() < (LEFT.x() + RIGHT.x()) / 2 ? LEFT : RIGHT;
      assertThat(rim.points()).allMatch(point -> Math.abs(point.distanceTo(eye) - 30) < 2.5);
    }
  }

  @Test
  void aFaceWithoutABridgeHasNoGlasses() {
    assertThat(Glasses.of(mesh(), ink(false, 30))).isEmpty();
  }

  @Test
  void aCreaseAcrossTheNoseIsNoGlasses() {
    assertThat(Glasses.of(mesh(), ink(true, 0))).isEmpty();
  }

  /** Round lenses and a bridge between them. */
  private static GrayImage ink(boolean bridge, double radiusPx) {
    float[] ink = new float[WIDTH * HEIGHT];
    for (int i = 0; i < ink.length; i++) {
      Point at = new Point(i % WIDTH + 0.5, i / WIDTH + 0.5);
      double toRim =
          Math.min(
              Math.abs(at.distanceTo(LEFT) - radiusPx), Math.abs(at.distanceTo(RIGHT) - radiusPx));
      boolean onBridge =
          bridge && Math.abs(at.y() - 60) < 2 && at.x() > LEFT.x() + 28 && at.x() < RIGHT.x() - 28;
      ink[i] = onBridge || radiusPx > 0 && toRim < 2 ? 1 : 0;
    }
    return new GrayImage(WIDTH, HEIGHT, ink);
  }

  /** Only the corners of the eyes and the top of the nose are where they belong. */
  private static FaceMesh mesh() {
    List<Point> points = new ArrayList<>(Collections.nCopies(FaceMesh.POINTS, new Point(120, 60)));
    points.set(33, LEFT.plus(new Point(-14, 0)));
    points.set(133, LEFT.plus(new Point(14, 0)));
    points.set(362, RIGHT.plus(new Point(-14, 0)));
    points.set(263, RIGHT.plus(new Point(14, 0)));
    return new FaceMesh(points, 1);
  }
}
