package silverpoint.picture.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.SeenPortrait;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceRegion;

/** Faces painted over the mesh of the bundled portrait. */
class FaceToneTest {
  private static final double LINE_WIDTH_PX = 1.92;
  private static FaceMesh mesh;
  private static RgbImage photo;

  @BeforeAll
  static void see() {
    photo = SeenPortrait.demo().crop();
    mesh = SeenPortrait.demo().main().mesh().orElseThrow();
  }

  @ParameterizedTest(name = "skin of {0} of 255")
  @ValueSource(ints = {60, 120, 180, 240})
  void plainSkinOfAnyShadeIsPaper(int shade) {
    FaceTone tone = FaceTone.of(face(shade).picture(), mesh, List.of(), LINE_WIDTH_PX);
    assertThat(tone.massesPx()).isEmpty();
    assertThat(ink(tone)).isCloseTo(0, within(1e-3));
  }

  @ParameterizedTest(name = "skin of {0} of 255")
  @ValueSource(ints = {60, 120, 180, 240})
  void aBrowAsDarkAgainstTheSkinIsAMassOnAnySkin(int shade) {
    Face face = face(shade);
    face.pupils(0.1);
    face.paint(mesh.polygon(FaceRegion.LEFT_BROW), 0.12);
    Polygon brow = mesh.polygon(FaceRegion.LEFT_BROW).grown(1.3);
    List<Polyline> masses = FaceTone.of(face.picture(), mesh, List.of(), LINE_WIDTH_PX).massesPx();
    long inkedPx =
        masses.stream().flatMap(mass -> mass.resampled(1).stream()).filter(brow::contains).count();
    assertThat((double) inkedPx).isGreaterThan(1.5 * brow.bounds().width());
  }

  @Test
  void aThinDarkLineIsAValleyAndNoMass() {
    Face face = face(180);
    face.pupils(0.1);
    Point from = mesh.point(205).towards(mesh.point(187), 0.2);
    Point to = from.plus(new Point(14, 0));
    face.line(from, to, 0.45);
    FaceTone tone = FaceTone.of(face.picture(), mesh, List.of(), LINE_WIDTH_PX);
    assertThat(tone.valleys().sample(from.towards(to, 0.5))).isGreaterThan(0.12);
    assertThat(tone.massesPx())
        .noneMatch(mass ->
            mass.points().stream().anyMatch(point -> point.distanceToSegment(from, to) < 4));
  }

  @Test
  void theSameLineMustBeSurerOnTheBridgeOfTheNoseThanOnItsWing() {
    Face face = face(180);
    face.pupils(0.1);
    Point bridge = mesh.point(197);
    Point wing = mesh.point(98);
    face.line(bridge.plus(new Point(0, -5)), bridge.plus(new Point(0, 5)), 0.6);
    face.line(wing.plus(new Point(0, -5)), wing.plus(new Point(0, 5)), 0.6);
    FaceTone tone = FaceTone.of(face.picture(), mesh, List.of(), LINE_WIDTH_PX);
    assertThat(tone.valleys().sample(bridge)).isPositive();
    assertThat(tone.valleys().sample(wing)).isGreaterThan(1.8 * tone.valleys().sample(bridge));
  }

  @Test
  void whatLeadsFromABrowToTheOuterCornerOfTheEyeMustBeMuchSurer() {
    Face face = face(180);
    face.pupils(0.1);
    Point temple = mesh.point(46).towards(mesh.point(33), 0.5).plus(new Point(-5, 0));
    Point wing = mesh.point(98);
    face.line(temple.plus(new Point(0, -4)), temple.plus(new Point(0, 4)), 0.6);
    face.line(wing.plus(new Point(0, -4)), wing.plus(new Point(0, 4)), 0.6);
    FaceTone tone = FaceTone.of(face.picture(), mesh, List.of(), LINE_WIDTH_PX);
    assertThat(tone.valleys().sample(temple)).isPositive();
    assertThat(tone.valleys().sample(wing)).isGreaterThan(3 * tone.valleys().sample(temple));
  }

  @Test
  void teethAreNoLines() {
    Face face = face(180);
    face.pupils(0.1);
    Polygon opening = mesh.polygon(FaceRegion.MOUTH_OPENING);
    Point middle = opening.bounds().centre();
    face.line(middle.plus(new Point(0, -3)), middle.plus(new Point(0, 3)), 0.6);
    FaceTone tone = FaceTone.of(face.picture(), mesh, List.of(), LINE_WIDTH_PX);
    assertThat(opening.contains(middle)).isTrue();
    assertThat(tone.valleys().sample(middle)).isLessThan(0.12);
  }

  @ParameterizedTest(name = "light of {0}")
  @ValueSource(doubles = {0.35, 0.6})
  void aPhotoInLessLightHasTheSameMasses(double gain) {
    double bright = length(FaceTone.of(photo, mesh, List.of(), LINE_WIDTH_PX));
    double dim = length(FaceTone.of(dimmed(photo, gain), mesh, List.of(), LINE_WIDTH_PX));
    assertThat(dim / bright).isBetween(0.75, 1.35);
  }

  private static double length(FaceTone tone) {
    return tone.massesPx().stream().mapToDouble(Polyline::length).sum();
  }

  private static double ink(FaceTone tone) {
    float[] ink = tone.valleys().toArray();
    double sum = 0;
    for (float value : ink) {
      sum += value;
    }
    return sum / ink.length;
  }

  /** Less light, as a camera sees it: the linear values fall. */
  private static RgbImage dimmed(RgbImage image, double gain) {
    byte[] rgb = new byte[3 * image.width() * image.height()];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i / 3;
      double value = image.at(pixel % image.width(), pixel / image.width(), i % 3) / 255.0;
      rgb[i] = (byte) Math.round(255 * Math.pow(gain * Math.pow(value, 2.2), 1 / 2.2));
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }

  private static Face face(int shade) {
    byte[] rgb = new byte[3 * photo.width() * photo.height()];
    Arrays.fill(rgb, (byte) shade);
    return new Face(rgb, shade);
  }

  /** Skin of one grey, with things of a share of its linear light. */
  private record Face(byte[] rgb, int shade) {
    RgbImage picture() {
      return new RgbImage(photo.width(), photo.height(), rgb.clone());
    }

    void pupils(double light) {
      for (FaceRegion region : List.of(FaceRegion.LEFT_EYE, FaceRegion.RIGHT_EYE)) {
        Polygon eye = mesh.polygon(region);
        paint(Polygon.ellipse(eye.bounds().centre(), 4, 4), light);
      }
    }

    void line(Point from, Point to, double light) {
      paintWhere(light, at -> at.distanceToSegment(from, to) <= LINE_WIDTH_PX / 2);
    }

    void paint(Polygon area, double light) {
      paintWhere(light, area::contains);
    }

    private void paintWhere(double light, java.util.function.Predicate<Point> inside) {
      byte value = (byte) Math.round(shade * Math.pow(light, 1 / 2.2));
      for (int i = 0; i < rgb.length / 3; i++) {
        int row = i / photo.width();
        if (inside.test(new Point(i % photo.width() + 0.5, row + 0.5))) {
          Arrays.fill(rgb, 3 * i, 3 * i + 3, value);
        }
      }
    }
  }
}
