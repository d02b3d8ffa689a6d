package silverpoint.picture.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import silverpoint.SeenPortrait;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.portrait.Portrait;

/** The bundled portrait's ways from feature to feature, on skin of one tone. */
class FeatureGuidesTest {
  private static final double LINE_WIDTH_PX = 1.92;
  private static FaceMesh mesh;
  private static GrayImage guides;

  @BeforeAll
  static void guide() {
    Portrait portrait = SeenPortrait.demo();
    mesh = portrait.main().mesh().orElseThrow();
    guides = guides(0);
  }

  private static GrayImage guides(float darkness) {
    Portrait portrait = SeenPortrait.demo();
    return FeatureGuides.on(plain(portrait, 0), mesh, plain(portrait, darkness), LINE_WIDTH_PX);
  }

  private static GrayImage plain(Portrait portrait, float value) {
    float[] even = new float[portrait.crop().width() * portrait.crop().height()];
    Arrays.fill(even, value);
    return new GrayImage(portrait.crop().width(), portrait.crop().height(), even);
  }

  @Test
  void theSidesOfTheNoseAndTheTemplesAreWays() {
    for (int vertex : new int[] {188, 412, 174, 399, 156, 383, 164}) {
      assertThat(guides.sample(mesh.point(vertex))).as("vertex %s", vertex).isGreaterThan(0.4);
    }
  }

  @Test
  void openSkinIsNone() {
    Point betweenTheEyes = mesh.point(168);
    for (Point skin :
        new Point[] {
          mesh.point(50), mesh.point(280), mesh.point(151), mesh.point(199), betweenTheEyes
        }) {
      assertThat(guides.sample(skin)).isLessThan(0.05);
    }
  }

  @Test
  void aLineFromBrowToLidSurprisesMoreThanOneOnPlainSkin() {
    assertThat(guides.sample(mesh.point(52).towards(mesh.point(159), 0.5))).isLessThan(-1);
    assertThat(guides.sample(mesh.point(282).towards(mesh.point(386), 0.5))).isLessThan(-1);
  }

  @Test
  void theFoldOfASmileIsAWayWhereItIsDarkAlone() {
    GrayImage dark = guides(0.5f);
    for (int vertex : new int[] {206, 426}) {
      Point fold = mesh.point(vertex);
      assertThat(dark.sample(fold)).isGreaterThan(guides.sample(fold) + 0.3);
      assertThat(dark.sample(fold)).isGreaterThan(dark.sample(mesh.point(164)));
      assertThat(guides.sample(fold)).isLessThan(guides.sample(mesh.point(164)));
    }
  }

  @Test
  void aWayInTheShadeSurprisesLessThanOneInTheLight() {
    assertThat(guides(0.3f).sample(mesh.point(188))).isGreaterThan(guides.sample(mesh.point(188)));
  }
}
