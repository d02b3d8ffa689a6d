package silverpoint.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.foundation.image.GrayImage;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.picture.portrait.FacePart;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;
import silverpoint.picture.stroke.Stroke.Source;
import silverpoint.route.FlatteningRouter;
import silverpoint.route.RuralPostmanRouter;
import silverpoint.route.TravelPrices;

class LinePlannerTest {
  private static final MachineProfile MACHINE =
      new MachineProfiles(Path.of("kiosk-config/machines")).load("classic");
  private static final Box FACE_MM = new Box(60, 30, 30, 30);

  private static PlannedLine plan(Drawing drawing, double maxDrawTimeS) {
    MotionPlanner motionPlanner = new MotionPlanner(MACHINE.motion(), MACHINE.page().drawableMm());
    LinePlanner planner =
        new LinePlanner(
            new FlatteningRouter(
                new RuralPostmanRouter(
                    TravelPrices.HIDDEN, PaceOfMachine.of(motionPlanner.settings()), 1)),
            motionPlanner,
            new StepGenerator(MACHINE.motion()),
            MACHINE.parkMm(),
            maxDrawTimeS);
    return planner.plan(drawing, new StageTimes(() -> 0, stage -> {}));
  }

  private static Drawing drawing() {
    SplittableRandom random = new SplittableRandom(7);
    List<Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Point start = new Point(random.nextDouble(10, 130), random.nextDouble(10, 90));
      Point end = start.plus(new Point(random.nextDouble(2, 12), random.nextDouble(-6, 6)));
      Source source = Source.values()[random.nextInt(Source.values().length)];
      strokes.add(new Stroke(Polyline.of(start, end), source, random.nextDouble()));
    }
    return new Drawing(MACHINE.page(), strokes, List.of(FACE_MM), Affine.IDENTITY);
  }

  @Test
  void withoutALimitNothingIsDropped() {
    PlannedLine line = plan(drawing(), Double.POSITIVE_INFINITY);
    assertThat(line.dropped()).isEmpty();
    assertThat(line.droppedMm()).isZero();
    assertThat(line.drawing()).isEqualTo(drawing());
  }

  @Test
  void aLineKeepsNothingElseThatWasSeenOfAGuest() {
    Drawing plain = drawing();
    GrayImage seen = new GrayImage(152, 106, new float[152 * 106]);
    Drawing drawing =
        new Drawing(
            plain.page(),
            plain.strokes(),
            plain.faceBoxesMm(),
            plain.cropToPage(),
            Optional.of(seen));
    PlannedLine whole = plan(drawing, Double.POSITIVE_INFINITY);
    assertThat(whole.drawing().softInk()).isEmpty();
    assertThat(plan(drawing, whole.motionPlan().durationS() / 2).drawing().softInk()).isEmpty();
  }

  @Test
  void theExecutedTimeFitsAndEveryStrokeIsEitherDrawnOrDropped() {
    double wholeS = plan(drawing(), Double.POSITIVE_INFINITY).motionPlan().durationS();
    PlannedLine line = plan(drawing(), wholeS / 2);
    assertThat(line.motionPlan().durationS()).isLessThanOrEqualTo(wholeS / 2);
    assertThat(line.stepPlan().size()).isPositive();
    List<Stroke> all = new ArrayList<>(line.drawing().strokes());
    all.addAll(line.dropped());
    assertThat(all).containsExactlyInAnyOrderElementsOf(drawing().strokes());
    assertThat(line.drawing().strokes()).isSubsetOf(drawing().strokes());
  }

  @Test
  void moreTimeNeverDrawsFewerStrokes() {
    List<Stroke> before = List.of();
    for (double limitS = 5; limitS < 120; limitS += 5) {
      List<Stroke> now = plan(drawing(), limitS).drawing().strokes();
      assertThat(now).as("%s s", limitS).containsAll(before);
      before = now;
    }
    assertThat(before).isNotEmpty();
  }

  @Test
  void theSameLimitDrawsTheSame() {
    assertThat(plan(drawing(), 40).route()).isEqualTo(plan(drawing(), 40).route());
  }

  @Test
  void theFaceStaysLongestAndToneGoesFirst() {
    PlannedLine line = plan(drawing(), 18);
    assertThat(line.drawing().strokes()).noneMatch(stroke -> stroke.source() == Source.HATCH);
    assertThat(line.dropped())
        .noneMatch(stroke ->
            stroke.source() == Source.MESH
                || (stroke.source() == Source.EDGE
                    && FACE_MM.contains(stroke.pathMm().points().get(1))));
  }

  @Test
  void glassesStayWhenClothGoes() {
    List<Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      FacePart part = i % 2 == 0 ? FacePart.GLASSES : FacePart.BODY;
      Point start = new Point(10 + 6 * i, 30 + i);
      Polyline path = Polyline.of(start, start.plus(new Point(3, 20)));
      // the cloth is drawn more clearly than the glasses
      strokes.add(new Stroke(path, Source.EDGE, i % 2 == 0 ? 0.1 : 0.9, part));
    }
    Drawing drawing = new Drawing(MACHINE.page(), strokes, List.of(FACE_MM), Affine.IDENTITY);
    double wholeS = plan(drawing, Double.POSITIVE_INFINITY).motionPlan().durationS();
    PlannedLine line = plan(drawing, 0.8 * wholeS);
    assertThat(line.dropped()).isNotEmpty().allMatch(stroke -> stroke.part() == FacePart.BODY);
  }

  @Test
  void noTimeDrawsNothingAndTimeMustBePositive() {
    PlannedLine line = plan(drawing(), 0.01);
    assertThat(line.drawing().strokes()).isEmpty();
    assertThat(line.dropped()).hasSize(40);
    assertThatThrownBy(() -> plan(drawing(), 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plan(drawing(), Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
