package silverpoint.kiosk.booth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.kiosk.booth.VisitorState.Review;

/** Guests choose between drawings of one frame, or say nothing. */
class ChoosingTest {
  private static final Offer SHADED = new Offer("shaded", 120, 1000);
  private static final Offer CONTOUR = new Offer("contour", 90, 800);
  private static final Offer MINIMAL = new Offer("minimal", 40, 300);

  private final Booths.Run run = Booths.Run.fresh();

  private long reviews() {
    long session = run.sketches(120);
    run.happens(new BoothEvent.AlsoSketched(session, CONTOUR));
    run.happens(new BoothEvent.AlsoSketched(session, MINIMAL));
    return session;
  }

  private Review review() {
    return (Review) run.state.visitor();
  }

  private Ticket drawn() {
    return run.state.machine().ticket().orElseThrow();
  }

  private List<BoothAction.Settle> settled() {
    return run.actions.stream()
        .filter(BoothAction.Settle.class::isInstance)
        .map(BoothAction.Settle.class::cast)
        .toList();
  }

  @Test
  void theUsualDrawingIsThereAtOnceAndTheOthersFollow() {
    long session = run.sketches(120);
    assertThat(review().offers()).containsExactly(SHADED);
    run.happens(new BoothEvent.AlsoSketched(session, CONTOUR));
    run.happens(new BoothEvent.AlsoSketched(session, CONTOUR));
    run.happens(new BoothEvent.AlsoSketched(session, MINIMAL));
    assertThat(review().offers()).containsExactly(SHADED, CONTOUR, MINIMAL);
    assertThat(review().chosen()).isEqualTo(SHADED);
  }

  @Test
  void silenceTakesTheUsualDrawing() {
    long session = reviews();
    run.happens(new BoothEvent.SubjectSeen(1, true));
    run.passes(19.9);
    run.happens(new BoothEvent.SubjectSeen(1, true));
    run.passes(0.1);
    assertThat(drawn().taken()).isEqualTo(SHADED);
    assertThat(settled()).containsExactly(new BoothAction.Settle(session, "shaded"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"accept", "press", "start-now", "silence"})
  void whateverTakesTheDrawingThatIsShownTakesTheChosenOneAndPromisesItsTime(String how) {
    long session = reviews();
    assertThat(run.asks(new BoothCommand.ChooseDrawing("minimal"))).isEmpty();
    run.happens(new BoothEvent.SubjectSeen(1, true));
    switch (how) {
      case "accept" -> run.asks(new BoothCommand.Accept());
      case "press" -> run.asks(new BoothCommand.Press());
      case "start-now" -> run.asks(new BoothCommand.StartNow());
      default -> {
        run.passes(19.9);
        run.happens(new BoothEvent.SubjectSeen(1, true));
        run.passes(0.1);
      }
    }
    assertThat(drawn().taken()).isEqualTo(MINIMAL);
    assertThat(drawn().promise().firstMs() - drawn().queuedMs()).isEqualTo(40_000);
    assertThat(settled()).containsExactly(new BoothAction.Settle(session, "minimal"));
    assertThat(run.actions.indexOf(settled().getFirst()))
        .as("before it is drawn")
        .isLessThan(run.actions.indexOf(new BoothAction.Draw(drawn())));
  }

  @Test
  void whoeverChoseMayGoBackAndChoosesNothingThatIsNotOffered() {
    reviews();
    run.asks(new BoothCommand.ChooseDrawing("minimal"));
    run.asks(new BoothCommand.ChooseDrawing("shaded"));
    assertThat(run.asks(new BoothCommand.ChooseDrawing("bold"))).contains(Refusal.UNKNOWN_NAME);
    assertThat(review().chosen()).isEqualTo(SHADED);
    run.asks(new BoothCommand.Accept());
    assertThat(run.asks(new BoothCommand.ChooseDrawing("minimal")))
        .contains(Refusal.NOTHING_TO_REVIEW);
    assertThat(drawn().taken()).isEqualTo(SHADED);
  }

  @Test
  void aChoiceThatComesLateIsLookedAtBeforeItIsTaken() {
    reviews();
    run.happens(new BoothEvent.SubjectSeen(1, true));
    run.passes(19);
    run.happens(new BoothEvent.SubjectSeen(1, true));
    run.asks(new BoothCommand.ChooseDrawing("contour"));
    run.passes(Choosing.LOOK_S - 0.1);
    assertThat(review().chosen()).isEqualTo(CONTOUR);
    run.happens(new BoothEvent.SubjectSeen(1, true));
    run.passes(0.1);
    assertThat(drawn().taken()).isEqualTo(CONTOUR);
  }

  @Test
  void anEarlyChoiceShortensNothing() {
    reviews();
    long beganMs = review().sinceMs();
    run.asks(new BoothCommand.ChooseDrawing("contour"));
    assertThat(review().sinceMs()).isEqualTo(beganMs);
  }

  @Test
  void aDrawingThatComesTooLateToBeLookedAtIsNotOffered() {
    long session = run.sketches(120);
    run.passes(20 - Choosing.LOOK_S);
    run.happens(new BoothEvent.AlsoSketched(session, CONTOUR));
    assertThat(review().offers()).containsExactly(SHADED);
  }

  @Test
  void aDrawingOfAnotherGuestOrOfTheFrameBeforeIsNotOffered() {
    long session = reviews();
    run.happens(new BoothEvent.AlsoSketched(77, new Offer("bold", 60, 500)));
    assertThat(review().offers()).hasSize(3);
    assertThat(run.actions).contains(new BoothAction.Forget(77));
    run.asks(new BoothCommand.ChooseDrawing("minimal"));
    run.asks(new BoothCommand.Retake());
    run.happens(new BoothEvent.AlsoSketched(session, new Offer("bold", 60, 500)));
    run.happens(new BoothEvent.SubjectSeen(1, true));
    run.passes(4);
    run.happens(new BoothEvent.FrameTaken(session));
    run.happens(new BoothEvent.AlsoSketched(session, new Offer("bold", 60, 500)));
    run.happens(new BoothEvent.Sketched(session, SHADED));
    assertThat(review().offers()).containsExactly(SHADED);
    assertThat(review().chosen()).isEqualTo(SHADED);
  }

  @Test
  void aDrawingThatWouldBeDoneLaterThanATicketMayWaitIsNotOffered() {
    run.queues(900);
    long session = run.sketches(120);
    run.happens(new BoothEvent.AlsoSketched(session, new Offer("bold", 1200, 9000)));
    run.happens(new BoothEvent.AlsoSketched(session, new Offer("contour", 600, 5000)));
    assertThat(review().offers())
        .extracting(Offer::style)
        .as("the toy is free in 15 minutes, a ticket waits for 30")
        .containsExactly("shaded", "contour");
  }

  @Test
  void whoWaitsIsToldTheSameWhateverTheNextGuestTakes() {
    run.queues(300);
    run.queues(200);
    List<Promise> before = run.state.queue().stream().map(Ticket::promise).toList();
    long session = run.sketches(120);
    run.happens(new BoothEvent.AlsoSketched(session, new Offer("bold", 600, 5000)));
    run.asks(new BoothCommand.ChooseDrawing("bold"));
    run.asks(new BoothCommand.Accept());
    assertThat(run.state.queue().getLast().taken().style()).isEqualTo("bold");
    assertThat(run.state.queue().subList(0, 1)).extracting(Ticket::promise).isEqualTo(before);
    double waitsS =
        (run.state.queue().getLast().promise().firstMs()
                - run.state.queue().getFirst().promise().latestMs())
            / 1000.0;
    assertThat(waitsS).as("the toy is cleared, then drawn on").isCloseTo(600 + 45, within(1.0));
  }

  @Test
  void staffMayFixTheStyleAndLetGuestsChooseAtAnyTime() {
    reviews();
    for (BoothCommand command :
        List.of(new BoothCommand.ChooseStyle("bold"), new BoothCommand.LetGuestsChoose())) {
      assertThat(run.asks(command)).isEmpty();
      assertThat(run.actions).contains(new BoothAction.Apply(command));
    }
    assertThat(review().offers()).as("of the guest who is served").hasSize(3);
  }

  /** Silence, choices, late drawings, retakes, faults and stops, in whatever order. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {61, 62, 63, 64, 65, 66})
  void whoeverIsDrawnIsDrawnAsOfferedAndSettledOnce(int seed) {
    Random random = new Random(seed);
    Map<Long, String> settledStyles = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < 30_000; i++) {
      BoothState before = run.state;
      for (BoothAction action : run.happens(event(random))) {
        switch (action) {
          case BoothAction.Settle(long session, String style) -> {
            assertThat(((Review) before.visitor()).chosen().style()).isEqualTo(style);
            assertThat(settledStyles.put(session, style)).as("settled once").isNull();
            taken.add(style);
          }
          case BoothAction.Draw(Ticket ticket) ->
              assertThat(ticket.taken().style()).isEqualTo(settledStyles.get(ticket.number()));
          default -> {}
        }
      }
      run.state
          .queue()
          .forEach(ticket ->
              assertThat(settledStyles).containsEntry(ticket.number(), ticket.taken().style()));
      if (run.state.visitor() instanceof Review review) {
        assertThat(review.offers().getFirst().style()).isEqualTo("shaded");
        assertThat(review.offers()).extracting(Offer::style).doesNotHaveDuplicates();
        assertThat(run.transitions.deadlineMs(run.state))
            .as("ends by itself")
            .isLessThanOrEqualTo(
                Math.max(run.nowMs, review.sinceMs() + 1000 * (long) Booths.VISITOR.reviewS()));
      }
      run.nowMs += random.nextInt(10) == 0 ? random.nextInt(25_000) : random.nextInt(400);
    }
    assertThat(taken).as("styles that were taken").contains("shaded", "contour", "minimal");
  }

  private BoothEvent event(Random random) {
    long session = Booths.sessionOf(run.state);
    long any = random.nextInt(4) == 0 ? session - 1 : session;
    int kind = random.nextInt(run.state.visitor() instanceof Review ? 9 : 20);
    return switch (kind) {
      case 0, 1 -> new BoothEvent.AlsoSketched(any, CONTOUR);
      case 2, 3 -> new BoothEvent.AlsoSketched(any, MINIMAL);
      case 4, 5, 6 ->
          new BoothEvent.Commanded(
              new BoothCommand.ChooseDrawing(
                  List.of("shaded", "contour", "minimal", "bold").get(random.nextInt(4))));
      case 7 -> {
        List<BoothEvent> events = Booths.events(session, Booths.drawnOf(run.state), random);
        BoothEvent other = events.get(random.nextInt(events.size()));
        // stops are frequent enough when most of them are left out
        yield BoothPropertyTest.stops(other) && random.nextInt(10) > 0
            ? new BoothEvent.Tick()
            : other;
      }
      default -> Booths.expected(run.state, random);
    };
  }
}
