package silverpoint.kiosk.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.BoothSettings;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.LearnedPace;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Offer;
import silverpoint.kiosk.config.BoothConfig;
import silverpoint.kiosk.web.IdleCrew;

/** What the visitor's screen is told from the first look to the last, on a clock of the test's. */
class VisitorViewTest {
  private static final BoothSettings SETTINGS = BoothConfig.load(Path.of("kiosk-config"));
  private static final ScreenSettings SCREEN =
      new ScreenSettings(List.of("en"), false, List.of(), "");
  private static final Instant OPENED = Instant.parse("2026-06-01T10:00:00Z");

  private long nowMs;
  private final Booth booth =
      new Booth(
          SETTINGS,
          BoothState.begin(new MachineState.Ready(0), 1, LearnedPace.guess(1), 0),
          new IdleCrew(),
          new BoothClock(() -> nowMs, () -> OPENED.plusMillis(nowMs)));

  private VisitorView view() {
    return VisitorView.of(booth.snapshot(), SETTINGS, VisitorKiosk.Watch.BLIND, SCREEN, 24);
  }

  private void asks(BoothCommand command) {
    booth.process(new BoothEvent.Commanded(command));
  }

  private void passes(double seconds) {
    nowMs += Math.round(seconds * 1000);
    booth.process(new BoothEvent.Tick());
  }

  /** The next guest comes and is sketched; what follows is the review. */
  private void sketches(long session, double drawTimeS) {
    booth.process(new BoothEvent.SubjectSeen(100 + session, true));
    asks(new BoothCommand.Agree(false));
    passes(SETTINGS.visitor().steadyS());
    passes(SETTINGS.visitor().countdownS());
    booth.process(new BoothEvent.FrameTaken(session));
    booth.process(new BoothEvent.Sketched(session, new Offer("shaded", drawTimeS, 1000)));
  }

  private void queues(long session, double drawTimeS) {
    sketches(session, drawTimeS);
    asks(new BoothCommand.Accept());
    passes(SETTINGS.visitor().queuedS());
  }

  @Test
  void nobodyIsPromisedAnythingBeforeTheSketchIsAccepted() {
    assertThat(view().phase()).isEqualTo("ATTRACT");
    assertThat(view().session()).isZero();
    sketches(1, 90);
    VisitorView review = view();
    assertThat(review.phase()).isEqualTo("REVIEW");
    assertThat(review.session()).isEqualTo(1);
    assertThat(review.retakesLeft()).isEqualTo(SETTINGS.visitor().retakes());
    assertThat(review.endsMs())
        .contains(OPENED.toEpochMilli() + nowMs + Math.round(1000 * SETTINGS.visitor().reviewS()));
    assertThat(review.doneMs()).isEmpty();
    assertThat(review.queue()).isEmpty();
  }

  @Test
  void guestSeesWhatThereIsToChooseFromAndHowLongEachTakesHere() {
    sketches(1, 120);
    assertThat(view().offers()).as("one drawing is no choice").isEmpty();
    booth.process(new BoothEvent.AlsoSketched(1, new Offer("minimal", 40, 400)));
    assertThat(view().offers())
        .containsExactly(
            new VisitorView.Choice("shaded", 120, true),
            new VisitorView.Choice("minimal", 40, false));
    asks(new BoothCommand.ChooseDrawing("minimal"));
    assertThat(view().offers()).extracting(VisitorView.Choice::chosen).containsExactly(false, true);
    asks(new BoothCommand.Accept());
    assertThat(view().offers()).isEmpty();
    assertThat(view().doneMs()).contains(OPENED.toEpochMilli() + 1000 * ((nowMs + 40_500) / 1000));
    passes(40);
    booth.process(new BoothEvent.DrawingFinished(1));
    passes(25);
    booth.process(new BoothEvent.Parked());
    booth.process(new BoothEvent.ErasureSeen());
    queues(2, 50);
    passes(60);
    booth.process(new BoothEvent.DrawingFinished(2));
    passes(25);
    sketches(3, 120);
    booth.process(new BoothEvent.AlsoSketched(3, new Offer("minimal", 60, 400)));
    double pace = booth.snapshot().state().pace().drawFactor();
    assertThat(pace).as("slower than planned").isGreaterThan(1.05);
    assertThat(view().offers())
        .extracting(VisitorView.Choice::drawS)
        .containsExactly(Math.rint(120 * pace), Math.rint(60 * pace));
  }

  @Test
  void choicesThatAreNoStylesAreRefusedWithThoseThatAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScreenSettings(List.of("en"), false, List.of("cubist"), ""))
        .withMessageContainingAll("choices", "cubist", "minimal", "shaded");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new ScreenSettings(
                List.of("en"), false, List.of("bold", "minimal", "contour", "shaded"), ""))
        .withMessageContaining("at most 3");
  }

  @Test
  void guestIsToldTheClockTimeOfTheEnd() {
    sketches(1, 90);
    asks(new BoothCommand.Accept());
    assertThat(view().phase()).isEqualTo("QUEUED");
    long doneMs = view().doneMs().orElseThrow();
    assertThat(doneMs)
        .isBetween(OPENED.toEpochMilli() + nowMs + 89_500, OPENED.toEpochMilli() + nowMs + 90_500);
    passes(40);
    assertThat(view().doneMs()).contains(doneMs);
    assertThat(view().drawing().orElseThrow().firstMs()).isEqualTo(doneMs);
  }

  @Test
  void whoeverIsServedReadsWhosePortraitIsReady() {
    queues(1, 100);
    sketches(2, 60);
    assertThat(view().ready()).isEmpty();
    booth.process(new BoothEvent.DrawingFinished(1));
    assertThat(view().phase()).isEqualTo("REVIEW");
    assertThat(view().ready()).contains(new VisitorView.Ready(1, false));
    passes(SETTINGS.visitor().reviewS() - 1);
    asks(new BoothCommand.Accept());
    passes(2);
    booth.process(new BoothEvent.Parked());
    assertThat(view().phase()).isEqualTo("QUEUED");
    assertThat(view().ready()).contains(new VisitorView.Ready(1, true));
    passes(SETTINGS.visitor().queuedS());
    assertThat(view().phase()).isEqualTo("DONE");
    assertThat(view().session()).isEqualTo(1);
    assertThat(view().ready()).as("the screen is its own").isEmpty();
  }

  @Test
  void whoeverWaitsSeesTheOldTimeAndTheChangedOne() {
    queues(1, 100);
    queues(2, 60);
    VisitorView.Waiting calm = view().queue().getFirst();
    assertThat(calm.session()).isEqualTo(2);
    assertThat(calm.doneMs()).isEqualTo(calm.firstMs());
    booth.process(new BoothEvent.MachineFailed(FaultKind.POSITION_UNKNOWN, "no supply"));
    VisitorView.Waiting told = view().queue().getLast();
    assertThat(told.session()).isEqualTo(2);
    assertThat(told.firstMs()).isEqualTo(calm.firstMs());
    assertThat(told.doneMs()).isGreaterThan(calm.doneMs() + 60_000);
  }

  @Test
  void whoeverIsCancelledIsPromisedNothingMore() {
    queues(1, 100);
    queues(2, 60);
    asks(new BoothCommand.Cancel());
    assertThat(view().queue()).extracting(VisitorView.Waiting::session).containsExactly(2L);
    asks(new BoothCommand.EraseEverything());
    assertThat(view().queue()).isEmpty();
    assertThat(view().drawing()).isEmpty();
  }

  @Test
  void apologySaysWhyAndStaffsButtonsAreNamedAsRefused() {
    booth.process(new BoothEvent.SubjectSeen(5, true));
    asks(new BoothCommand.Agree(false));
    assertThat(view().refused()).contains("press", "agree", "accept").doesNotContain("decline");
    booth.process(new BoothEvent.Failing(FaultKind.CAMERA, "unplugged"));
    assertThat(view().phase()).isEqualTo("SORRY");
    assertThat(view().sorry()).isEqualTo("CAMERA");
    assertThat(view().session()).isZero();
  }
}
