package silverpoint.kiosk.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.ModelException;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.subject.Shot;
import silverpoint.picture.face.Face;
import silverpoint.sketch.Frame;

class SketcherTest {
  private static final Studio.Settings SETTINGS = new Studio.Settings("contour", 120, List.of());
  private static final Studio.Settings OTHER = new Studio.Settings("bold", 60, List.of());

  private long nowMs;
  private final StagedStudio studio = new StagedStudio(StagedCrew.PROFILE);
  private final WaitingWorker worker = new WaitingWorker();
  private final List<BoothEvent> told = new ArrayList<>();
  private final List<String> styles = new ArrayList<>();
  private final SketchMemory memory = new SketchMemory();
  private final Sketcher sketcher =
      new Sketcher(
          studio,
          SETTINGS,
          memory,
          (session, figures) -> styles.add(figures.style()),
          worker,
          () -> nowMs,
          told::add);

  @AfterEach
  void close() {
    sketcher.close();
  }

  @Test
  void aFrameIsMadeIntoALine() {
    assertThat(make(1)).singleElement().isInstanceOf(BoothEvent.Sketched.class);
    assertThat(memory.line(1)).get().isSameAs(studio.asked.getLast().line());
  }

  @Test
  void aFrameWithoutAFaceIsSaidSo() {
    studio.seesFaces = false;
    assertThat(make(1))
        .containsExactly(new BoothEvent.SketchFailed(1, true, "no face that could be drawn"));
    assertThat(studio.built).isOne();
  }

  @Test
  void outOfMemoryCostsOneSketchAndTheNextIsMade() {
    studio.failing.add(new OutOfMemoryError("planted"));
    assertThat(make(1))
        .containsExactly(new BoothEvent.SketchFailed(1, false, "out of memory: planted"));
    assertThat(make(2)).singleElement().isInstanceOf(BoothEvent.Sketched.class);
    assertThat(studio.built).as("one failure builds nothing").isOne();
  }

  @Test
  void whateverGoesWrongTheBoothHearsOfIt() {
    studio.failing.add(new StackOverflowError());
    assertThat(make(1)).singleElement().isInstanceOf(BoothEvent.SketchFailed.class);
    studio.failing.add(new AssertionError("planted"));
    assertThat(make(2)).first().isInstanceOf(BoothEvent.SketchFailed.class);
  }

  @Test
  void aBrokenModelIsLoadedAnew() {
    studio.failing.add(new ModelException("models/edge-portrait is damaged"));
    assertThat(make(1))
        .containsExactly(
            new BoothEvent.SketchFailed(1, false, "models/edge-portrait is damaged"),
            new BoothEvent.Healed(FaultKind.MODEL));
    assertThat(studio.built).isEqualTo(2);
    assertThat(studio.open).isOne();
  }

  @Test
  void twoFailuresInARowLoadThemTooButOneDoesNot() {
    studio.failing.add(new IllegalStateException("a"));
    studio.failing.add(new IllegalStateException("b"));
    assertThat(make(1)).singleElement().isInstanceOf(BoothEvent.SketchFailed.class);
    assertThat(make(2)).contains(new BoothEvent.Healed(FaultKind.MODEL));
    assertThat(studio.built).isEqualTo(2);
  }

  @Test
  void healedIsToldOfAStudioThatSketchesAndOfNoOther() {
    make(1);
    studio.failing.add(new ModelException("models/edge-portrait is damaged"));
    studio.unbuildable.add(new ModelException("models are missing"));
    studio.unbuildable.add(new NoClassDefFoundError("planted"));
    List<Integer> open = new ArrayList<>();
    worker.meanwhile =
        () -> {
          open.add(studio.open);
          sketcher.settings(OTHER);
          sketcher.settings(SETTINGS);
        };
    assertThat(make(2).subList(1, 4))
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(BoothEvent.Failing.class),
            second -> assertThat(second).isInstanceOf(BoothEvent.Failing.class),
            third -> assertThat(third).isEqualTo(new BoothEvent.Healed(FaultKind.MODEL)));
    assertThat(worker.restsMs).as("growing pauses").containsExactly(1000L, 2000L);
    assertThat(open).as("studios that are open meanwhile").containsExactly(1, 1);
    assertThat(studio.open).isOne();
    assertThat(make(3)).singleElement().isInstanceOf(BoothEvent.Sketched.class);
  }

  @Test
  void anotherStyleOrTimeLoadsNoModels() {
    make(1);
    sketcher.settings(OTHER);
    sketcher.begin(2);
    make(2);
    assertThat(studio.asked)
        .extracting(StagedStudio.Asked::settings)
        .containsExactly(SETTINGS, OTHER);
    assertThat(studio.built).isOne();
  }

  @Test
  void theHistoryKnowsTheStyleOfEachLine() {
    sketcher.begin(1);
    studio.meanwhile = () -> sketcher.settings(OTHER);
    make(1);
    sketcher.begin(2);
    make(2);
    assertThat(styles).containsExactly("contour", "bold");
  }

  @Test
  void aFrameIsForgottenOnceItIsSketchedOrItsSessionIsOver() throws InterruptedException {
    studio.seesFaces = false;
    WeakReference<RgbImage> sketched = take(1);
    sketcher.sketch(1);
    worker.next();
    WeakReference<RgbImage> left = take(2);
    sketcher.forget(2);
    for (int i = 0; i < 500 && (sketched.get() != null || left.get() != null); i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(sketched.get()).isNull();
    assertThat(left.get()).isNull();
    told.clear();
    sketcher.sketch(2);
    assertThat(worker.next()).isTrue();
    assertThat(told).isEmpty();
  }

  @Test
  void aSketchThatNobodyWaitsForAndThatDoesNotEndIsToldAndInterruptedUntilItEnds() {
    List<Integer> interrupts = new ArrayList<>();
    studio.meanwhile =
        () -> {
          sketcher.forget(1);
          for (nowMs = 0; nowMs <= 2 * HungSketch.LONGEST_MS; nowMs += HungSketch.LONGEST_MS / 2) {
            sketcher.hung().look();
            interrupts.add(worker.interrupts);
          }
        };
    assertThat(make(1))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .asInstanceOf(InstanceOfAssertFactories.type(BoothEvent.Failing.class))
                    .satisfies(fault -> {
                      assertThat(fault.kind()).isEqualTo(FaultKind.SKETCH_HANGS);
                      assertThat(fault.message()).contains("the sketch of session 1", "network");
                    }),
            second -> assertThat(second).isInstanceOf(BoothEvent.Sketched.class),
            third -> assertThat(third).isEqualTo(new BoothEvent.Healed(FaultKind.SKETCH_HANGS)));
    assertThat(interrupts).containsExactly(0, 0, 1, 1, 2);
  }

  @Test
  void aSketchThatSomebodyWaitsForIsNotInterrupted() {
    studio.meanwhile =
        () -> {
          sketcher.forget(7);
          nowMs = 100 * HungSketch.LONGEST_MS;
          sketcher.hung().look();
        };
    assertThat(make(1)).singleElement().isInstanceOf(BoothEvent.Sketched.class);
    sketcher.forget(1);
    nowMs *= 2;
    sketcher.hung().look();
    assertThat(worker.interrupts).isZero();
  }

  @Test
  void whereNothingIsSketchedNothingHangs() {
    make(1);
    sketcher.forgetAll();
    nowMs += 2 * HungSketch.LONGEST_MS;
    sketcher.hung().look();
    assertThat(told).noneMatch(BoothEvent.Failing.class::isInstance);
    assertThat(worker.interrupts).isZero();
  }

  @Test
  void modelsThatAreLoadedForEverAreTold() {
    studio.failing.add(new ModelException("models/edge-portrait is damaged"));
    studio.building =
        () -> {
          nowMs += HungSketch.LONGEST_LOADING_MS;
          sketcher.hung().look();
        };
    assertThat(make(1))
        .filteredOn(BoothEvent.Failing.class::isInstance)
        .singleElement()
        .asString()
        .contains("SKETCH_HANGS", "loading the models");
    assertThat(told).contains(new BoothEvent.Healed(FaultKind.SKETCH_HANGS));
  }

  @Test
  void aSlowComputerMayLoadModelsForAMinute() {
    studio.building =
        () -> {
          nowMs += 2 * HungSketch.LONGEST_MS;
          sketcher.hung().look();
        };
    sketcher.warmUp();
    while (worker.next()) {}
    assertThat(told).containsExactly(new BoothEvent.Healed(FaultKind.MODEL));
    assertThat(worker.interrupts).isZero();
  }

  @Test
  void whoeverWaitsForTheStudioHearsOfOneThatWorksAndOfOneThatCannotBeBuilt()
      throws InterruptedException {
    assertThat(sketcher.awaitTried(0)).as("nothing was tried").isFalse();
    studio.unbuildable.add(new ModelException("models are missing"));
    worker.meanwhile =
        () -> {
          assertThat(awaitTried()).as("none can be built").isTrue();
        };
    sketcher.warmUp();
    while (worker.next()) {}
    assertThat(sketcher.awaitTried(0)).isTrue();
  }

  private boolean awaitTried() {
    try {
      return sketcher.awaitTried(0);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theModelsAreLetGoInTheEnd() {
    make(1);
    assertThat(studio.open).isOne();
    sketcher.close();
    assertThat(studio.open).isZero();
  }

  private WeakReference<RgbImage> take(long session) {
    RgbImage image = new RgbImage(40, 30, new byte[3 * 40 * 30]);
    Face face =
        new Face(
            new Box(10, 5, 20, 20), Collections.nCopies(Face.KEY_POINTS, new Point(20, 15)), 1);
    Shot shot = new Shot(new Frame(image, 1, 0), List.of(face));
    sketcher.take(session, () -> Optional.of(shot));
    return new WeakReference<>(image);
  }

  /** Has a session sketched; what the booth is told. */
  private List<BoothEvent> make(long session) {
    told.clear();
    take(session);
    sketcher.sketch(session);
    while (worker.next()) {}
    return List.copyOf(told);
  }
}
