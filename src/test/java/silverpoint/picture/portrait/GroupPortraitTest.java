package silverpoint.picture.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import silverpoint.TestModels;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.camera.StillCamera;
import silverpoint.picture.face.BlazeFaceDetector;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.lineart.EdgeModelLineArtist;
import silverpoint.picture.lineart.Legibility;
import silverpoint.picture.lineart.LineArt;

/** The shipped models on the bundled portrait, two and three times side by side. */
class GroupPortraitTest {
  private static final double LINE_WIDTH_PX = 1.92;

  private static final RgbImage COLLINS =
      Resampling.window(
          StillCamera.demo().capture().image(),
          Affine.translation(100, 0),
          240,
          512,
          Resampling.Border.REPLICATE);
  private static final RgbImage FRIENDS = Montage.of(COLLINS, 512, List.of(1.0, 0.9));

  private static final BlazeFaceDetector DETECTOR =
      new BlazeFaceDetector(
          TestModels.get().model("face-detector-short"),
          TestModels.get().model("face-detector-full"));
  private static final List<Face> FACES = DETECTOR.detect(FRIENDS);

  private final PortraitMaker maker =
      new PortraitMaker(
          new FaceMesher(TestModels.get().model("face-mesh")),
          new PersonSegmenter(TestModels.get().model("person-mask")),
          1.46);

  private static Face left() {
    return FACES.get(FACES.get(0).boxPx().x() < FACES.get(1).boxPx().x() ? 0 : 1);
  }

  private static Face right() {
    return FACES.get(FACES.get(0).boxPx().x() < FACES.get(1).boxPx().x() ? 1 : 0);
  }

  @Test
  void oneIsChosenUnlessMoreAreWanted() {
    assertThat(FACES).hasSize(2);
    assertThat(FaceChoice.upTo(1).of(FRIENDS, FACES)).containsExactly(left());
    assertThat(FaceChoice.upTo(3).of(FRIENDS, FACES)).containsExactly(left(), right());
    assertThat(FaceChoice.upTo(2).of(FRIENDS, List.of())).isEmpty();
  }

  @Test
  void whoStandsFarAwayIsNotDrawnAlong() {
    RgbImage passer = Montage.of(COLLINS, 512, List.of(1.0, 0.5));
    List<Face> faces = DETECTOR.detect(passer);
    assertThat(faces).hasSize(2);
    assertThat(FaceChoice.upTo(3).of(passer, faces)).hasSize(1);
  }

  @Test
  void facesSeenBeforeAreFoundAgain() {
    Face seen = right();
    Box box = seen.boxPx();
    Box moved = new Box(box.x() + 0.1 * box.width(), box.y(), box.width(), box.height());
    Face steadied = new Face(moved, seen.keyPointsPx(), 1);
    assertThat(FaceChoice.like(List.of(steadied)).of(FRIENDS, FACES)).containsExactly(right());
    assertThat(FaceChoice.like(List.of(right(), left())).of(FRIENDS, FACES))
        .containsExactly(right(), left());
    Face nowhere = new Face(new Box(0, 0, 9, 9), seen.keyPointsPx(), 1);
    assertThat(FaceChoice.like(List.of(nowhere)).of(FRIENDS, FACES)).containsExactly(left());
  }

  @Test
  void moreThanThreeAreNotComposed() {
    assertThatThrownBy(() -> FaceChoice.upTo(4)).hasMessageContaining("1 to 3 people, not 4");
    assertThatThrownBy(() -> FaceChoice.upTo(0)).hasMessageContaining("not 0");
  }

  @Test
  void bothHeadsAreInThePictureWithTheirFeatures() {
    Portrait portrait = maker.make(FRIENDS, List.of(left(), right())).orElseThrow();
    assertThat(portrait.sitters()).hasSize(2);
    FaceMap map = FaceMap.of(portrait);
    LineArt art =
        new EdgeModelLineArtist(TestModels.get().model("edge-portrait"))
            .draw(portrait, LINE_WIDTH_PX);
    assertThat(Legibility.flaw(portrait, art)).isEmpty();
    for (Sitter sitter : portrait.sitters()) {
      Box face = sitter.faceBoxPx();
      assertThat(face.x()).isGreaterThan(0.3 * face.width());
      assertThat(face.right()).isLessThan(portrait.crop().width() - 0.3 * face.width());
      assertThat(face.y()).isGreaterThan(0.15 * face.height());
      assertThat(portrait.person().sample(face.centre())).isGreaterThan(0.9);
      FaceMesh mesh = sitter.mesh().orElseThrow();
      assertThat(map.partAt(mesh.point(159))).isEqualTo(FacePart.EYE);
      assertThat(map.partAt(mesh.point(386))).isEqualTo(FacePart.EYE);
      assertThat(map.partAt(mesh.point(13))).isEqualTo(FacePart.MOUTH);
      assertThat(map.partAt(mesh.point(152))).isEqualTo(FacePart.JAW);
      for (int vertex : new int[] {159, 386, 13}) {
        Point feature = mesh.point(vertex);
        assertThat(Stream.concat(art.meshLinesPx().stream(), art.massesPx().stream()))
            .as("a line or a mass at vertex " + vertex)
            .anyMatch(line ->
                line.points().stream()
                    .anyMatch(point -> point.distanceTo(feature) < 0.06 * face.width()));
      }
    }
  }

  @Test
  void whoIsNotDrawnLeavesNothingBehind() {
    Portrait alone = maker.make(FRIENDS, List.of(left()), FACES).orElseThrow();
    Face other = right();
    Point there = alone.pictureToCrop().apply(other.boxPx().centre());
    Point shoulder =
        alone
            .pictureToCrop()
            .apply(other.boxPx().centre().plus(new Point(-0.2, 1).times(other.sizePx())));
    Box crop = new Box(0, 0, alone.crop().width(), alone.crop().height());
    for (Point point : List.of(there, shoulder)) {
      if (crop.contains(point)) {
        assertThat(alone.person().sample(point)).isZero();
      }
    }
    LineArt art =
        new EdgeModelLineArtist(TestModels.get().model("edge-portrait")).draw(alone, LINE_WIDTH_PX);
    Point own = alone.main().faceBoxPx().centre();
    assertThat(
            Stream.of(art.edgeLinesPx(), art.meshLinesPx(), art.outlinesPx())
                .flatMap(List::stream)
                .flatMap(line -> line.points().stream()))
        .allMatch(point -> point.distanceTo(own) < 1.05 * point.distanceTo(there) / 0.9);
  }

  @Test
  void theFaceOfEachIsJudged() {
    Portrait portrait = maker.make(FRIENDS, List.of(left(), right())).orElseThrow();
    LineArt art =
        new EdgeModelLineArtist(TestModels.get().model("edge-portrait"))
            .draw(portrait, LINE_WIDTH_PX);
    Sitter lost =
        new Sitter(
            portrait.sitters().get(1).face(),
            portrait.sitters().get(1).faceBoxPx(),
            Optional.empty(),
            portrait.sitters().get(1).light());
    Portrait half =
        new Portrait(
            portrait.crop(),
            portrait.pictureToCrop(),
            List.of(portrait.main(), lost),
            portrait.person(),
            portrait.vignette());
    assertThat(Legibility.flaw(half, art)).contains(Flaw.TURNED_AWAY);
  }

  @Test
  void friendsInDifferentLightAreBothLit() {
    byte[] rgb = new byte[3 * FRIENDS.width() * FRIENDS.height()];
    for (int y = 0; y < FRIENDS.height(); y++) {
      for (int x = 0; x < FRIENDS.width(); x++) {
        for (int c = 0; c < 3; c++) {
          double light = x < COLLINS.width() ? 1 : 0.25;
          rgb[3 * (y * FRIENDS.width() + x) + c] = (byte) (light * FRIENDS.at(x, y, c));
        }
      }
    }
    RgbImage shaded = new RgbImage(FRIENDS.width(), FRIENDS.height(), rgb);
    Portrait even = maker.make(FRIENDS, List.of(left(), right())).orElseThrow();
    Portrait portrait = maker.make(shaded, List.of(left(), right())).orElseThrow();
    assertThat(meanLuma(portrait, 0)).isBetween(0.9 * meanLuma(even, 0), 1.1 * meanLuma(even, 0));
    assertThat(meanLuma(portrait, 1)).isBetween(0.7 * meanLuma(even, 1), 1.3 * meanLuma(even, 1));
  }

  private static double meanLuma(Portrait portrait, int sitter) {
    GrayImage luma = portrait.crop().luma();
    Box inner = portrait.sitters().get(sitter).innerFacePx();
    double sum = 0;
    int n = 0;
    for (int y = (int) inner.y(); y < inner.bottom(); y++) {
      for (int x = (int) inner.x(); x < inner.right(); x++) {
        sum += luma.at(x, y);
        n++;
      }
    }
    return sum / n;
  }
}
