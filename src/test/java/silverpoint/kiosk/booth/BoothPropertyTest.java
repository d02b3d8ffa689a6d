package silverpoint.kiosk.booth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whatever happens in whatever order. */
class BoothPropertyTest {
  private static final int EVENTS = 3000;

  /** Random events in random order, a check after each one. */
  private static Booths.Run randomly(int seed, Consumer<Booths.Run> check) {
    Random random = new Random(seed);
    Booths.Run run = Booths.Run.fresh();
    for (int i = 0; i < EVENTS; i++) {
      List<BoothEvent> events =
          Booths.events(Booths.sessionOf(run.state), Booths.drawnOf(run.state), random);
      BoothEvent event =
          random.nextInt(3) > 0
              ? Booths.expected(run.state, random)
              : events.get(random.nextInt(events.size()));
      // stops are frequent enough when most of them are left out
      if (!stops(event) || random.nextInt(10) == 0) {
        run.happens(event);
      }
      check.accept(run);
      run.nowMs += random.nextInt(12) == 0 ? random.nextInt(30_000) : random.nextInt(500);
    }
    return run;
  }

  /** Whether it keeps the booth from its work until somebody looks after it. */
  static boolean stops(BoothEvent event) {
    return event instanceof BoothEvent.EmergencyStopPressed
        || event instanceof BoothEvent.MachineFailed
        || event instanceof BoothEvent.Failing
        || (event instanceof BoothEvent.Commanded(BoothCommand command)
            && (command instanceof BoothCommand.EmergencyStop
                || command instanceof BoothCommand.EraseEverything
                || command instanceof BoothCommand.Close
                || command instanceof BoothCommand.Service));
  }

  @Test
  void randomEventsReachEveryState() {
    Set<Class<?>> seen = new HashSet<>();
    for (int seed = 1; seed <= 8; seed++) {
      randomly(
          seed,
          run -> {
            seen.add(run.state.visitor().getClass());
            seen.add(run.state.machine().getClass());
          });
    }
    assertThat(seen)
        .contains(VisitorState.class.getPermittedSubclasses())
        .contains(MachineState.class.getPermittedSubclasses());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyStateButRestHasATimeOut(int seed) {
    randomly(
        seed,
        run -> {
          long deadlineMs = run.transitions.deadlineMs(run.state);
          if (deadlineMs == BoothTransitions.NEVER_MS) {
            assertThat(run.state.visitor()).isInstanceOf(VisitorState.Attract.class);
            assertThat(run.state.queue()).isEmpty();
            assertThat(run.state.machine())
                .isInstanceOfAny(MachineState.Ready.class, MachineState.OutOfService.class);
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {51, 52, 53, 54})
  void whoWaitsIsNeverLeftWithATimeThatIsFarOff(int seed) {
    randomly(
        seed,
        run -> {
          // the loop turns at least once a second, also where no event comes
          run.happens(new BoothEvent.Tick());
          List<Long> endsMs =
              run.transitions.forecast(run.state, run.nowMs).endsMs(OptionalDouble.empty());
          for (int i = 0; i < endsMs.size(); i++) {
            Promise promise = run.state.queue().get(i).promise();
            assertThat(Math.abs(promise.latestMs() - endsMs.get(i)))
                .isLessThanOrEqualTo(Promise.TOLERANCE_MS);
            assertThat(endsMs.get(i)).isGreaterThanOrEqualTo(run.nowMs);
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {11, 12, 13, 14})
  void timeAloneEndsEverySession(int seed) {
    randomly(
        seed,
        run -> {
          if (run.nowMs % 7 == 0) {
            Booths.Run left = new Booths.Run(Booths.SETTINGS, run.state);
            left.nowMs = run.nowMs;
            left.happens(new BoothEvent.SubjectSeen(0, false));
            left.passes(4 * 3600);
            assertThat(left.state.visitor()).isInstanceOf(VisitorState.Attract.class);
            assertThat(left.state.queue()).isEmpty();
            assertThat(left.state.machine())
                .isInstanceOfAny(
                    MachineState.Ready.class,
                    MachineState.OutOfService.class,
                    MachineState.Recovering.class);
            assertThat(left.state.machine().ticket()).isEmpty();
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {21, 22, 23, 24})
  void everySessionEndsOnceAndNothingOfItStays(int seed) {
    Booths.Run run = randomly(seed, any -> {});
    run.happens(new BoothEvent.SubjectSeen(0, false));
    run.passes(4 * 3600);
    Map<Long, Integer> ends = new HashMap<>();
    Set<Long> inMemory = new HashSet<>();
    for (BoothAction action : run.actions) {
      switch (action) {
        case BoothAction.NoteBegun(Session session) -> ends.put(session.number(), 0);
        case BoothAction.NoteEnded(Session session, _) ->
            ends.merge(session.number(), 1, Integer::sum);
        case BoothAction.NoteUndrawn(Ticket ticket, _) ->
            ends.merge(ticket.number(), 1, Integer::sum);
        case BoothAction.NoteTicketEnded(Job job, _) ->
            ends.merge(job.ticket().number(), 1, Integer::sum);
        case BoothAction.TakeFrame(long session) -> inMemory.add(session);
        case BoothAction.Forget(long session) -> inMemory.remove(session);
        case BoothAction.EraseEverything _ -> inMemory.clear();
        case BoothAction.Draw(Ticket ticket) -> assertThat(inMemory).contains(ticket.number());
        default -> {}
      }
    }
    assertThat(ends).isNotEmpty().allSatisfy((session, count) -> assertThat(count).isEqualTo(1));
    assertThat(inMemory).isEmpty();
    assertThat(run.state.counters().ended().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(run.state.counters().began());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {31, 32, 33, 34})
  void emergencyStopWorksFromEverywhereAndLasts(int seed) {
    randomly(
        seed,
        run -> {
          Booths.Run stopped = new Booths.Run(Booths.SETTINGS, run.state);
          stopped.nowMs = run.nowMs;
          assertThat(stopped.asks(new BoothCommand.EmergencyStop())).isEmpty();
          assertThat(stopped.actions).contains(new BoothAction.CutMotors());
          assertThat(stopped.state.machine()).isInstanceOf(MachineState.OutOfService.class);
          assertThat(stopped.state.machineFault().orElseThrow().kind())
              .isEqualTo(FaultKind.EMERGENCY_STOP);
          stopped.passes(12 * 3600);
          assertThat(stopped.state.machine()).isInstanceOf(MachineState.OutOfService.class);
          assertThat(stopped.actions)
              .noneMatch(action ->
                  action instanceof BoothAction.Draw
                      || action instanceof BoothAction.Park
                      || action instanceof BoothAction.Resume);
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {41, 42, 43, 44})
  void refusedCommandsChangeNothing(int seed) {
    randomly(
        seed,
        run -> {
          BoothState settled =
              run.transitions.next(run.state, new BoothEvent.Tick(), run.nowMs).state();
          for (BoothCommand command : Booths.commands(Booths.sessionOf(settled))) {
            if (run.transitions.refusal(settled, command).isPresent()) {
              Transition next =
                  run.transitions.next(settled, new BoothEvent.Commanded(command), run.nowMs);
              Transition tick = run.transitions.next(settled, new BoothEvent.Tick(), run.nowMs);
              assertThat(next).isEqualTo(tick);
            }
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {51, 52, 53, 54})
  void neverTurnsInPlace(int seed) {
    randomly(
        seed,
        run -> {
          Booths.Run still = new Booths.Run(Booths.SETTINGS, run.state);
          still.nowMs = run.nowMs;
          int ticks = 0;
          while (still.transitions.deadlineMs(still.state) <= still.nowMs) {
            still.happens(new BoothEvent.Tick());
            assertThat(++ticks).as("changes without time passing").isLessThan(5);
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {61, 62})
  void neverDrawsOnAPageThatNobodyErased(int seed) {
    Booths.Run run = randomly(seed, any -> {});
    boolean blank = true;
    int drawn = 0;
    for (BoothAction action : run.actions) {
      switch (action) {
        case BoothAction.NoteErased _ -> blank = true;
        case BoothAction.Serve _ -> blank = false;
        case BoothAction.Draw _ -> {
          assertThat(blank).isTrue();
          blank = false;
          drawn++;
        }
        default -> {}
      }
    }
    assertThat(drawn).isGreaterThan(10);
  }
}
