package silverpoint.kiosk.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Offer;
import silverpoint.kiosk.booth.Session;
import silverpoint.kiosk.booth.Ticket;
import silverpoint.kiosk.booth.VisitorState;
import silverpoint.picture.stroke.Stroke;
import silverpoint.sketch.PlannedLine;

/**
 * Whatever happens in whatever order, no action of one session changes what another one holds: its
 * frames until they are sketched, its line until it is drawn and erased.
 */
class CrewPropertyTest {
  private static final int EVENTS = 4000;

  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4})
  void everySessionKeepsItsOwnFramesAndItsOwnLine(int seed) {
    Random random = new Random(seed);
    Map<Long, Map<String, PlannedLine>> lines = new HashMap<>();
    Set<String> taken = new HashSet<>();
    Set<Class<?>> machine = new HashSet<>();
    try (StagedCrew staged = new StagedCrew(folder)) {
      for (int i = 0; i < EVENTS; i++) {
        int sketched = staged.studio.asked.size();
        int redrawn = staged.studio.redrawn.size();
        Optional<Long> looking = looking(staged.state());
        Optional<Long> sketching =
            staged.state().visitor() instanceof VisitorState.Sketching(_, Session session)
                ? Optional.of(session.number())
                : Optional.empty();
        happens(staged, random);
        if (staged.studio.asked.size() > sketched && sketching.isPresent()) {
          StagedStudio.Asked asked = staged.studio.asked.getLast();
          assertThat(asked.frame())
              .as("the frame that session %s is sketched from", sketching.get())
              .isSameAs(staged.deserved.get(sketching.get()));
          lines.put(sketching.get(), new HashMap<>(Map.of(asked.settings().style(), asked.line())));
        }
        if (staged.studio.redrawn.size() > redrawn) {
          StagedStudio.Redrawn another = staged.studio.redrawn.getLast();
          Objects.requireNonNull(lines.get(looking.orElseThrow()))
              .put(another.style(), another.line());
        }
        BoothState state = staged.state();
        machine.add(state.machine().getClass());
        holders(state)
            .forEach((session, style) -> {
              taken.add(style);
              assertThat(
                      staged.crew.memory().line(session, style).orElseThrow().drawing().strokes())
                  .as("the line of session %s in style %s", session, style)
                  .isSameAs(strokes(lines, session, style));
            });
        tickets(state)
            .forEach(ticket ->
                assertThat(staged.crew.memory().line(ticket.number()))
                    .as("what session %s is drawn as", ticket.number())
                    .isEqualTo(staged.crew.memory().line(ticket.number(), ticket.taken().style())));
        assertThat(staged.crew.memory().size())
            .as("lines in memory: the tickets' and three to choose from")
            .isLessThanOrEqualTo((int) tickets(state).count() + 3);
      }
      assertThat(staged.studio.asked.size()).as("sketches made").isGreaterThan(20);
      assertThat(taken).as("styles").contains("contour", "minimal", "shaded", "bold");
      assertThat(machine)
          .contains(
              MachineState.Drawing.class,
              MachineState.Erase.class,
              MachineState.OutOfService.class);
      staged.happens(new BoothEvent.SubjectSeen(0, false));
      while (staged.works(staged.sketching) || staged.works(staged.drawing)) {}
      staged.passes(4 * 3600);
      assertThat(staged.crew.memory().size()).as("lines that stay behind").isZero();
    }
  }

  private static List<Stroke> strokes(
      Map<Long, Map<String, PlannedLine>> lines, long session, String style) {
    Map<String, PlannedLine> own = Objects.requireNonNull(lines.get(session));
    return Objects.requireNonNull(own.get(style)).drawing().strokes();
  }

  /** Who looks at drawings. */
  private static Optional<Long> looking(BoothState state) {
    return state.visitor() instanceof VisitorState.Review review
        ? Optional.of(review.session().number())
        : Optional.empty();
  }

  /**
   * Sessions whose line is needed, and in which style: those that are looked at, wait, or may be
   * drawn again.
   */
  private static Map<Long, String> holders(BoothState state) {
    Map<Long, String> holders = new HashMap<>();
    if (state.visitor() instanceof VisitorState.Review review) {
      holders.put(review.session().number(), review.chosen().style());
    }
    tickets(state).forEach(ticket -> holders.put(ticket.number(), ticket.taken().style()));
    return holders;
  }

  private static Stream<Ticket> tickets(BoothState state) {
    return Stream.concat(state.queue().stream(), drawn(state.machine()));
  }

  private static Stream<Ticket> drawn(MachineState machine) {
    boolean forgotten =
        machine instanceof MachineState.Stopping stopping
            && stopping.then() == MachineState.Stopping.Then.FORGOTTEN;
    return forgotten ? Stream.of() : machine.ticket().stream();
  }

  private static void happens(StagedCrew staged, Random random) {
    BoothState state = staged.state();
    long guest = state.visitor().guest().map(Session::number).orElse(state.nextSession());
    if (state.visitor() instanceof VisitorState.Review && random.nextInt(3) == 0) {
      staged.works(staged.sketching);
      return;
    }
    switch (random.nextInt(16)) {
      case 0, 1 -> staged.shows(0.15 + 0.2 * random.nextDouble());
      case 2, 3 -> staged.works(staged.sketching);
      case 4, 5 -> staged.works(staged.drawing);
      case 6, 7 -> staged.happens(new BoothEvent.SubjectSeen(guest, true));
      case 8, 9, 10 -> staged.asks(next(state));
      case 11 -> staged.happens(new BoothEvent.ErasureSeen());
      case 12, 13 -> staged.passes(random.nextDouble() * 3);
      case 14 -> staged.asks(any(state, random));
      default -> {
        switch (random.nextInt(24)) {
          case 0 -> staged.passes(60);
          case 1 -> staged.happens(new BoothEvent.SubjectSeen(0, false));
          case 2 -> staged.happens(new BoothEvent.EmergencyStopPressed());
          case 3 -> staged.happens(new BoothEvent.MachineFailed(FaultKind.PLOTTER, "no supply"));
          case 4 -> staged.asks(new BoothCommand.EraseEverything());
          case 5 -> staged.happens(new BoothEvent.Failing(FaultKind.CAMERA, "unplugged"));
          case 6 -> staged.studio.failingAgain.add(new IllegalStateException("planted"));
          default -> staged.happens(new BoothEvent.Healed(FaultKind.CAMERA));
        }
      }
    }
  }

  /** What brings guest and machine on. */
  private static BoothCommand next(BoothState state) {
    return switch (state.visitor()) {
      case VisitorState.Consent _ -> new BoothCommand.Agree(state.nextSession() % 2 == 0);
      case VisitorState.Review review -> {
        Offer last = review.offers().getLast();
        boolean accepts = review.session().number() % 3 == 0 || review.chosen().equals(last);
        yield accepts ? new BoothCommand.Accept() : new BoothCommand.ChooseDrawing(last.style());
      }
      default ->
          switch (state.machine()) {
            case MachineState.OutOfService out ->
                switch (out.fault().kind()) {
                  case POSITION_UNKNOWN -> new BoothCommand.DeclareHome();
                  case NOT_ERASED -> new BoothCommand.ConfirmErased();
                  default -> new BoothCommand.Reset();
                };
            case MachineState.Faulted _ -> new BoothCommand.Reset();
            case MachineState.Paused _ -> new BoothCommand.Resume();
            default -> new BoothCommand.StartNow();
          };
    };
  }

  private static BoothCommand any(BoothState state, Random random) {
    long waiting = state.queue().stream().map(Ticket::number).findFirst().orElse(77L);
    long last = state.queue().isEmpty() ? 77L : state.queue().getLast().number();
    List<BoothCommand> commands =
        List.of(
            new BoothCommand.ChooseDrawing("minimal"),
            new BoothCommand.ChooseDrawing("shaded"),
            new BoothCommand.LetGuestsChoose(),
            new BoothCommand.Retake(),
            new BoothCommand.Skip(),
            new BoothCommand.Decline(),
            new BoothCommand.Drop(waiting),
            new BoothCommand.BringForward(last),
            new BoothCommand.Cancel(),
            new BoothCommand.Redraw(),
            new BoothCommand.Pause(),
            new BoothCommand.ConfirmErased(),
            new BoothCommand.ChooseStyle("bold"),
            new BoothCommand.LimitDrawTime(90),
            new BoothCommand.Press());
    return commands.get(random.nextInt(commands.size()));
  }
}
