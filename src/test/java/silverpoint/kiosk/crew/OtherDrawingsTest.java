package silverpoint.kiosk.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.RgbImage;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.history.LineFigures;
import silverpoint.kiosk.subject.Shot;
import silverpoint.picture.face.Face;
import silverpoint.sketch.Frame;

/** What a guest may choose from is drawn after the first drawing, and delays nobody. */
class OtherDrawingsTest {
  private static final Studio.Settings SETTINGS =
      new Studio.Settings("contour", 120, List.of("minimal", "shaded"));

  private long nowMs;
  private final StagedStudio studio = new StagedStudio(StagedCrew.PROFILE);
  private final WaitingWorker worker = new WaitingWorker();
  private final List<BoothEvent> told = new ArrayList<>();
  private final List<LineFigures> figures = new ArrayList<>();
  private final SketchMemory memory = new SketchMemory();
  private final Sketcher sketcher =
      new Sketcher(
          studio, SETTINGS, memory, (_, made) -> figures.add(made), worker, () -> nowMs, told::add);

  @AfterEach
  void close() {
    sketcher.close();
  }

  private void takes(long session) {
    RgbImage image = new RgbImage(40, 30, new byte[3 * 40 * 30]);
    Face face =
        new Face(
            new Box(10, 5, 20, 20), Collections.nCopies(Face.KEY_POINTS, new Point(20, 15)), 1);
    Shot shot = new Shot(new Frame(image, 1, 0), List.of(face));
    sketcher.take(session, () -> Optional.of(shot));
    sketcher.sketch(session);
  }

  private void allWork() {
    while (worker.next()) {}
  }

  private List<String> offered() {
    return told.stream()
        .filter(BoothEvent.AlsoSketched.class::isInstance)
        .map(event -> ((BoothEvent.AlsoSketched) event).offer().style())
        .toList();
  }

  private boolean isThere(WeakReference<?> reference) {
    return reference.get() != null;
  }

  private List<String> redrawn() {
    return studio.redrawn.stream().map(StagedStudio.Redrawn::style).toList();
  }

  @Test
  void theFirstIsToldBeforeAnyOtherIsBegun() {
    takes(1);
    worker.next();
    assertThat(told).singleElement().isInstanceOf(BoothEvent.Sketched.class);
    assertThat(studio.redrawn).isEmpty();
    assertThat(memory.size()).isOne();
    allWork();
    assertThat(offered()).containsExactly("minimal", "shaded");
    assertThat(memory.size()).isEqualTo(3);
    assertThat(memory.line(1)).contains(studio.asked.getFirst().line());
    assertThat(memory.line(1, "minimal")).containsSame(studio.redrawn.getFirst().line());
  }

  @Test
  void theOneThatIsTakenIsTheSessionsLineAndTheHistoryKnowsIt() {
    takes(1);
    allWork();
    sketcher.settle(1, "minimal");
    assertThat(memory.size()).isOne();
    assertThat(memory.line(1)).containsSame(studio.redrawn.getFirst().line());
    assertThat(figures).extracting(LineFigures::style).containsExactly("contour", "minimal");
    assertThat(figures.getLast().sketchMs())
        .as("what the guest waited for")
        .isEqualTo(figures.getFirst().sketchMs());
    assertThat(figures.getLast().lengthMm()).isLessThan(figures.getFirst().lengthMm());
  }

  @Test
  void whoeverTakesTheFirstIsNotedOnce() {
    takes(1);
    allWork();
    sketcher.settle(1, "contour");
    assertThat(figures).extracting(LineFigures::style).containsExactly("contour");
    assertThat(memory.size()).isOne();
    assertThat(memory.line(1)).containsSame(studio.asked.getFirst().line());
  }

  /** Decided, gone, taken again, all erased: in the middle of a stage of the second drawing. */
  @ParameterizedTest
  @ValueSource(strings = {"settle", "forget", "retake", "erase"})
  void whatNobodyWaitsForEndsBeforeItsNextStage(String how) {
    takes(1);
    worker.next();
    List<Integer> stages = new ArrayList<>();
    studio.beforeStage =
        () -> {
          stages.add(stages.size());
          if (stages.size() == 2) {
            switch (how) {
              case "settle" -> sketcher.settle(1, "contour");
              case "forget" -> sketcher.forget(1);
              case "retake" -> {
                sketcher.forget(1);
                takes(1);
              }
              default -> sketcher.forgetAll();
            }
          }
        };
    worker.next();
    assertThat(stages).hasSize(2);
    assertThat(offered()).isEmpty();
    assertThat(redrawn()).isEmpty();
    assertThat(memory.size()).isEqualTo(how.equals("settle") ? 1 : 0);
    studio.beforeStage = () -> {};
    allWork();
    assertThat(redrawn())
        .as("of the picture that was taken again, and no other")
        .isEqualTo(how.equals("retake") ? List.of("minimal", "shaded") : List.of());
    assertThat(told).noneMatch(BoothEvent.SketchFailed.class::isInstance);
  }

  @Test
  void theNextGuestComesBeforeWhatIsNotWantedAnyMore() {
    takes(1);
    worker.next();
    sketcher.settle(1, "contour");
    takes(2);
    worker.next();
    worker.next();
    worker.next();
    assertThat(studio.asked).hasSize(2);
    assertThat(redrawn()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneThatFailsIsNotOfferedAndTheFirstStays(boolean error) {
    studio.failingAgain.add(
        error ? new OutOfMemoryError("planted") : new IllegalStateException("planted"));
    takes(1);
    allWork();
    assertThat(told).noneMatch(BoothEvent.SketchFailed.class::isInstance);
    assertThat(told).noneMatch(BoothEvent.Failing.class::isInstance);
    assertThat(offered()).containsExactly("shaded");
    assertThat(memory.line(1)).containsSame(studio.asked.getFirst().line());
    assertThat(studio.built).as("the studio is sound").isOne();
  }

  @Test
  void oneThatTakesLongerThanTheOrganiserAllowsIsNotOffered() {
    double firstS = KillGuest.line(StagedCrew.PROFILE).motionPlan().durationS();
    double longS = KillGuest.zigzag(StagedCrew.PROFILE, 6).motionPlan().durationS();
    sketcher.settings(
        new Studio.Settings("contour", (firstS + longS) / 2, List.of("minimal", "shaded")));
    sketcher.begin(1);
    takes(1);
    allWork();
    assertThat(redrawn()).containsExactly("minimal", "shaded");
    assertThat(offered()).containsExactly("minimal");
    assertThat(memory.size()).isEqualTo(2);
  }

  @Test
  void oneThatLooksTheSameIsNotOffered() {
    studio.corners.remove("minimal");
    takes(1);
    allWork();
    assertThat(offered()).containsExactly("shaded");
  }

  @Test
  void whereTheStyleIsFixedNothingElseIsDrawn() {
    sketcher.settings(SETTINGS.fixed("bold"));
    sketcher.begin(1);
    takes(1);
    allWork();
    assertThat(redrawn()).isEmpty();
    sketcher.settle(1, "bold");
    assertThat(memory.line(1)).isPresent();
  }

  @Test
  void thePictureIsForgottenOnceAllAreDrawnOrTheGuestHasDecided() throws InterruptedException {
    takes(1);
    worker.next();
    sketcher.settle(1, "contour");
    takes(2);
    allWork();
    takes(3);
    worker.next();
    for (int i = 0; i < 500 && studio.portraits.stream().filter(this::isThere).count() > 1; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(studio.portraits.stream().map(this::isThere))
        .as("of who decided, of who has seen all, of who waits for others")
        .containsExactly(false, false, true);
  }

  @Test
  void oneThatNobodyWaitsForAndThatHangsIsTold() {
    takes(1);
    worker.next();
    studio.beforeStage =
        () -> {
          sketcher.settle(1, "contour");
          nowMs += HungSketch.LONGEST_MS;
          sketcher.hung().look();
        };
    worker.next();
    assertThat(told)
        .filteredOn(BoothEvent.Failing.class::isInstance)
        .singleElement()
        .asString()
        .contains("SKETCH_HANGS", "session 1");
    assertThat(worker.interrupts).isOne();
    assertThat(told).contains(new BoothEvent.Healed(FaultKind.SKETCH_HANGS));
  }
}
