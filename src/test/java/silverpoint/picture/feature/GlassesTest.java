package silverpoint.picture.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.picture.face.FaceMesh;

class GlassesTest {
  private static final int WIDTH = 240;
  private static final int HEIGHT = 240;
  private static final double APART_PX = 80;
  private static final double BRIDGE_ABOVE_EYES_PX = 15;
  private static final Point LEFT = new Point(80, 120);
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

  @ParameterizedTest(name = "rolled by {0} degrees")
  @ValueSource(ints = {-40, -20, 20, 40})
  void rimsOfARolledHeadFollowTheInk(int rollDeg) {
    Affine roll = rolled(rollDeg);
    Glasses glasses =
        Glasses.of(mesh().transformed(roll), ink(List.of(LEFT, RIGHT), true, 30, 2, roll))
            .orElseThrow();
    assertThat(glasses.rims()).hasSize(2);
    for (Polyline rim : glasses.rims()) {
      assertThat(rim.isClosed()).isTrue();
      assertThat(rim.points())
          .allMatch(point ->
              Math.min(
                      Math.abs(point.distanceTo(roll.apply(LEFT)) - 30),
                      Math.abs(point.distanceTo(roll.apply(RIGHT)) - 30))
                  < 2.5);
    }
  }

  @Test
  void aThickRimIsOneLineWithinItsInk() {
    GrayImage thick = ink(List.of(LEFT, RIGHT), true, 30, 4.5, Affine.IDENTITY);
    List<Polyline> rims = Glasses.of(mesh(), thick).orElseThrow().rims();
    assertThat(rims).hasSize(2);
    for (Polyline rim : rims) {
      assertThat(rim.isClosed()).isTrue();
      assertThat(rim.points()).allMatch(point -> thick.sample(point) > 0.5);
    }
  }

  @Test
  void aLensAloneIsNoGlasses() {
    assertThat(Glasses.of(mesh(), ink(List.of(LEFT), true, 30, 2, Affine.IDENTITY))).isEmpty();
    assertThat(Glasses.of(mesh(), ink(List.of(RIGHT), true, 30, 2, Affine.IDENTITY))).isEmpty();
  }

  private static GrayImage ink(boolean bridge, double radiusPx) {
    return ink(
        radiusPx > 0 ? List.of(LEFT, RIGHT) : List.of(), bridge, radiusPx, 2, Affine.IDENTITY);
  }

  /** Round lenses and a bridge from where they are to where they would be. */
  private static GrayImage ink(
      List<Point> lenses, boolean bridge, double radiusPx, double halfWidthPx, Affine head) {
    Affine upright = head.inverse();
    float[] ink = new float[WIDTH * HEIGHT];
    for (int i = 0; i < ink.length; i++) {
      int row = i / WIDTH;
      Point at = upright.apply(new Point(i % WIDTH + 0.5, row + 0.5));
      boolean onRim =
          lenses.stream().anyMatch(eye -> Math.abs(at.distanceTo(eye) - radiusPx) < halfWidthPx);
      boolean onBridge =
          bridge
              && Math.abs(at.y() - LEFT.y() + BRIDGE_ABOVE_EYES_PX) < 2
              && at.x() > LEFT.x() + 28
              && at.x() < RIGHT.x() - 28;
      ink[i] = onBridge || onRim ? 1 : 0;
    }
    return new GrayImage(WIDTH, HEIGHT, ink);
  }

  private static Affine rolled(int degrees) {
    Point middle = LEFT.towards(RIGHT, 0.5);
    return Affine.translation(-middle.x(), -middle.y())
        .then(Affine.rotation(Math.toRadians(degrees)))
        .then(Affine.translation(middle.x(), middle.y()));
  }

  /** Only the corners of the eyes and the top of the nose are where they belong. */
  private static FaceMesh mesh() {
    List<Point> points =
        new ArrayList<>(Collections.nCopies(FaceMesh.POINTS, LEFT.towards(RIGHT, 0.5)));
    points.set(33, LEFT.plus(new Point(-14, 0)));
    points.set(133, LEFT.plus(new Point(14, 0)));
    points.set(362, RIGHT.plus(new Point(-14, 0)));
    points.set(263, RIGHT.plus(new Point(14, 0)));
    return new FaceMesh(points, 1);
  }
}
