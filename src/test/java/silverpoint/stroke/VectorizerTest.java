package silverpoint.stroke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.face.Face;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;
import silverpoint.image.Mask;
import silverpoint.image.RgbImage;
import silverpoint.lineart.LineArt;
import silverpoint.portrait.Portrait;

class VectorizerTest {
  private static final int SIDE = 200;
  private static final Page PAGE = new Page(152, 106, 3, 0.5);
  private static final double MM_PER_PX = 100.0 / SIDE;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void strokesStayOnThePageAndNearTheSkeleton(int seed) {
    Mask skeleton = curves(seed);
    Drawing drawing = vectorize(skeleton, List.of());
    assertThat(drawing.strokes()).isNotEmpty();
    GrayImage distance = skeleton.distanceToSet();
    Affine toCrop = drawing.cropToPage().inverse();
    for (Stroke stroke : drawing.strokes()) {
      for (Point point : stroke.pathMm().resampled(0.3)) {
        assertThat(PAGE.drawableMm().contains(point)).isTrue();
        // a third of the line width, and the half pixel that a skeleton is coarse
        double offMm = (distance.sample(toCrop.apply(point)) - 1) * MM_PER_PX;
        assertThat(offMm).isLessThan(PAGE.lineWidthMm() * 1.8);
      }
    }
  }

  @Test
  void armsOfACrossShareTheirPoint() {
    boolean[] set = new boolean[SIDE * SIDE];
    for (int i = 40; i < 160; i++) {
      set[100 * SIDE + i] = true;
      set[i * SIDE + 90] = true;
    }
    Drawing drawing = vectorize(new Mask(SIDE, SIDE, set), List.of());
    assertThat(drawing.strokes()).hasSize(2);
    Set<Point> shared = new HashSet<>(drawing.strokes().get(0).pathMm().points());
    shared.retainAll(drawing.strokes().get(1).pathMm().points());
    assertThat(shared).hasSize(1);
  }

  @Test
  void specksAreDropped() {
    boolean[] set = new boolean[SIDE * SIDE];
    for (int i = 0; i < 6; i++) {
      set[20 * SIDE + 20 + i] = true;
    }
    assertThat(vectorize(new Mask(SIDE, SIDE, set), List.of()).strokes()).isEmpty();
  }

  @Test
  void aMeshLineThatNearlyTouchesIsJoined() {
    boolean[] set = new boolean[SIDE * SIDE];
    for (int i = 40; i < 160; i++) {
      set[100 * SIDE + i] = true;
    }
    Polyline mesh = Polyline.of(new Point(100, 60), new Point(100, 99.4));
    Drawing drawing = vectorize(new Mask(SIDE, SIDE, set), List.of(mesh));
    assertThat(drawing.strokes()).hasSize(2);
    assertThat(drawing.strokes().get(0).pathMm().points())
        .contains(drawing.strokes().get(1).pathMm().end());
  }

  private static Drawing vectorize(Mask skeleton, List<Polyline> meshLines) {
    float[] ink = new float[SIDE * SIDE];
    java.util.Arrays.fill(ink, 0.8f);
    GrayImage full = new GrayImage(SIDE, SIDE, ink);
    Box faceBox = new Box(50, 50, 100, 100);
    Face face =
        new Face(faceBox, java.util.Collections.nCopies(Face.KEY_POINTS, faceBox.centre()), 0.9);
    Portrait portrait =
        new Portrait(
            new RgbImage(SIDE, SIDE, new byte[3 * SIDE * SIDE]),
            Affine.IDENTITY,
            face,
            faceBox,
            Optional.empty(),
            full,
            full);
    return new Vectorizer(PAGE)
        .vectorize(new LineArt(full, skeleton, meshLines, List.of(), List.of()), portrait);
  }

  /** Wandering lines, some crossing. */
  private static Mask curves(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] set = new boolean[SIDE * SIDE];
    for (int line = 0; line < 6; line++) {
      double x = random.nextDouble(20, SIDE - 20);
      double y = random.nextDouble(20, SIDE - 20);
      double angle = random.nextDouble(2 * Math.PI);
      for (int i = 0; i < 150; i++) {
        angle += random.nextDouble(-0.08, 0.08);
        x = Math.clamp(x + Math.cos(angle), 2, SIDE - 3);
        y = Math.clamp(y + Math.sin(angle), 2, SIDE - 3);
        int row = (int) y;
        int column = (int) x;
        set[row * SIDE + column] = true;
      }
    }
    return new Mask(SIDE, SIDE, set);
  }
}
