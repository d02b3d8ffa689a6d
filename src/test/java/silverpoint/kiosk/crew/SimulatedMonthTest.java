package silverpoint.kiosk.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import silverpoint.kiosk.booth.BoothAction;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.BoothState;
import silverpoint.kiosk.booth.Fault;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Outcome;
import silverpoint.kiosk.booth.Session;
import silverpoint.kiosk.booth.VisitorState;
import silverpoint.kiosk.history.History;
import silverpoint.kiosk.history.HistorySettings;
import silverpoint.kiosk.history.StagedDisk;

/**
 * A month of the real booth, crew and history in virtual time. The clock on the wall jumps by two
 * weeks in every state, the disk is full for hours, cameras, models, motors and the program fail.
 * {@code scripts/test-booth} runs it.
 */
@Tag("booth")
class SimulatedMonthTest {
  private static final long SEED = Long.getLong("month.seed", 1);
  private static final int DAYS = 30;

  /** After so many a planted fault has come up. */
  private static final int DAYS_WITH_A_FAULT = 6;

  private static final int CROWDS_A_DAY = 2;
  private static final int GUESTS_A_CROWD = 3;
  private static final Duration JUMP = Duration.ofDays(14);
  private static final HistorySettings A_DAY = new HistorySettings(24);

  /** Lines that are over are looked for so often. */
  private static final Duration ERASED_WITHIN = Duration.ofMinutes(11);

  /** Longer than any guest with any mishap is served; longer, and the booth is stuck. */
  private static final Duration STUCK = Duration.ofHours(3);

  /** What a month must see. */
  enum Planted {
    NOTHING("nothing"),
    AGES_BY_THE_WALL("it did not come about|a line of|a time of session"),
    TIMES_THAT_LEAP("a time of session"),
    LOST_SESSION("sessions on the disk"),
    LOST_TASK("a crowd is served");

    private final String seenAs;

    Planted(String seenAs) {
      this.seenAs = seenAs;
    }
  }

  @TempDir Path folder;
  private Planted planted = Planted.NOTHING;
  private final StagedCrowd crowd = new StagedCrowd(new Random(SEED));
  private final Random clockChance = new Random(SEED + 1);
  private final StagedClock time = new StagedClock();
  private final Set<String> jumped = new HashSet<>();
  private final SessionLedger ledger = new SessionLedger();
  private final Map<Long, Long> keptSinceMs = new HashMap<>();
  private Duration leapt = Duration.ZERO;
  private StagedDisk disk;
  private History history;
  private StagedCrew kiosk;
  private long neverYoungerMs;

  @BeforeEach
  void stage() {
    disk = new StagedDisk(folder);
    begin();
  }

  private void begin() {
    history =
        disk.history(
            historyClock(),
            A_DAY,
            why ->
                kiosk.booth.tell(
                    why.<BoothEvent>map(
                            message -> new BoothEvent.Failing(FaultKind.HISTORY, message))
                        .orElseGet(() -> new BoothEvent.Healed(FaultKind.HISTORY))));
    History.Found found = history.begin(StagedCrew.VERSIONS);
    assertThat(found.nextSession()).as("the next guest's number").isEqualTo(ledger.next());
    Fault begun = new Fault(FaultKind.PLOTTER, "the program has just begun", time.nowMs, 0);
    kiosk =
        new StagedCrew(
            time, history, new MachineState.Recovering(time.nowMs, begun), found.nextSession());
    kiosk.witness = this::note;
    kiosk.crew.perform(new BoothAction.CheckMachine(), kiosk.booth::tell);
  }

  /** The history's time: the booth's, which never jumps. */
  private BoothClock historyClock() {
    BoothClock clock = time.clock();
    return switch (planted) {
      case AGES_BY_THE_WALL ->
          new BoothClock(() -> time.nowMs + time.ahead.toMillis(), clock.wall());
      case TIMES_THAT_LEAP -> new BoothClock(() -> time.nowMs + leapt.toMillis(), clock.wall());
      case NOTHING, LOST_SESSION, LOST_TASK -> clock;
    };
  }

  @Test
  void aMonthUnderAFalseClockKeepsNothingTooLongLosesNothingAndLeavesNobodyStuck()
      throws SQLException {
    serve(DAYS);
    assertThat(jumped)
        .extracting(way -> way.substring(way.lastIndexOf(' ') + 1))
        .as("states in which the clock was set")
        .containsAll(allStates());
    assertThat(ledger.outcomes())
        .contains(Outcome.DRAWN, Outcome.DECLINED, Outcome.LEFT, Outcome.NO_PICTURE)
        .contains(Outcome.FAILED, Outcome.CANCELLED, Outcome.LOST, Outcome.INTERRUPTED);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
  void aMonthSeesAPlantedFault(Planted fault) {
    kiosk.close();
    planted = fault;
    begin();
    assertThatThrownBy(() -> serve(DAYS_WITH_A_FAULT))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching("(?s).*(" + fault.seenAs + ").*");
  }

  @AfterEach
  void end() {
    kiosk.close();
  }

  private void serve(int days) throws SQLException {
    for (int day = 0; day < days; day++) {
      for (int crowd = 0; crowd < CROWDS_A_DAY; crowd++) {
        if (crowd == day % CROWDS_A_DAY && day % 3 == 0) {
          disk.fill();
        }
        serveCrowd();
        disk.makeRoom();
        StagedDisk.until(() -> history.waiting() == 0);
        forgotten();
        rest(Duration.ofHours(5));
      }
      rest(Duration.ofHours(13));
    }
    rest(Duration.ofHours(25));
    if (planted == Planted.LOST_SESSION) {
      disk.lose(ledger.next() / 2);
    }
    ledger.check(history, STUCK);
    assertThat(disk.holds("14.00,90.00")).as("a line that is left anywhere on the disk").isFalse();
  }

  private static List<String> allStates() {
    return Stream.of(VisitorState.class, MachineState.class)
        .flatMap(track -> Stream.of(track.getPermittedSubclasses()))
        .map(Class::getSimpleName)
        .toList();
  }

  /** Guests who come one after the other, and whatever happens until all of them are served. */
  private void serveCrowd() {
    long beganMs = time.nowMs;
    int waiting = GUESTS_A_CROWD;
    BoothState state = kiosk.state();
    while (waiting > 0 || isBusy(state)) {
      jumpSometimes(state, 0.002);
      boolean free = state.visitor() instanceof VisitorState.Attract;
      if (free && waiting > 0 && crowd.comes(kiosk)) {
        waiting--;
      }
      if (planted == Planted.LOST_TASK && state.machine() instanceof MachineState.Parking) {
        kiosk.drawing.close();
      }
      crowd.acts(kiosk, state);
      if (crowd.mishap(kiosk, state) == StagedCrowd.Mishap.DEATH) {
        die();
      }
      kiosk.passes(crowd.pauseS());
      state = kiosk.state();
      assertThat(Duration.ofMillis(time.nowMs - beganMs))
          .as("a crowd is served, and then: %s", state)
          .isLessThan(STUCK);
    }
    crowd.goes(kiosk);
  }

  private static boolean isBusy(BoothState state) {
    return !(state.visitor() instanceof VisitorState.Attract)
        || !state.queue().isEmpty()
        || !(state.machine() instanceof MachineState.Ready);
  }

  /** The program ends in the middle, after what it noted is on the disk, and begins again. */
  private void die() {
    if (disk.isFull()) {
      return;
    }
    StagedDisk.until(() -> history.waiting() == 0);
    kiosk.close();
    ledger.interrupted();
    neverYoungerMs = time.nowMs;
    begin();
  }

  private void rest(Duration all) {
    Duration step = Duration.ofMinutes(30);
    for (Duration rested = Duration.ZERO; rested.compareTo(all) < 0; rested = rested.plus(step)) {
      jumpSometimes(kiosk.state(), 0.02);
      kiosk.passes(step.toSeconds());
      forgotten();
    }
  }

  /** Whatever the clock says, no line is kept for longer than a day. */
  private void forgotten() {
    keptSinceMs
        .entrySet()
        .removeIf(kept -> {
          Duration age = Duration.ofMillis(time.nowMs - kept.getValue());
          boolean over = age.compareTo(Duration.ofHours(24).plus(ERASED_WITHIN)) >= 0;
          if (over) {
            StagedDisk.until(() -> history.keptLine(kept.getKey()).isEmpty());
          } else if (age.compareTo(Duration.ofHours(24)) < 0 && kept.getValue() > neverYoungerMs) {
            StagedDisk.until(() -> history.waiting() == 0);
            assertThat(history.keptLine(kept.getKey())).as("a line of %s", age).isPresent();
          }
          return over;
        });
  }

  private void jumpSometimes(BoothState state, double probability) {
    boolean ahead = time.ahead.isNegative() || (time.ahead.isZero() && clockChance.nextBoolean());
    String way = ahead ? "ahead in " : "back in ";
    boolean isNew =
        jumped.add(way + state.visitor().getClass().getSimpleName())
            | jumped.add(way + state.machine().getClass().getSimpleName());
    if (isNew || clockChance.nextDouble() < probability) {
      time.ahead = ahead ? time.ahead.plus(JUMP) : time.ahead.minus(JUMP);
      if (ahead) {
        leapt = leapt.plus(JUMP);
        neverYoungerMs = time.nowMs;
      }
    }
  }

  private void note(BoothAction action) {
    if (action instanceof BoothAction.NoteFault(var fault) && fault.kind() == FaultKind.HISTORY) {
      // comes when another thread finds it
      return;
    }
    jumpSometimes(kiosk.state(), 0);
    switch (action) {
      case BoothAction.NoteBegun(Session session) -> ledger.begun(session);
      case BoothAction.NoteEnded(Session session, Outcome outcome) ->
          ledger.ended(session, outcome);
      case BoothAction.NoteUndrawn(var ticket, Outcome outcome) ->
          ledger.ended(ticket.session(), outcome);
      case BoothAction.NoteTicketEnded(var job, Outcome outcome) -> {
        ledger.ended(job.ticket().session(), outcome);
        if (outcome == Outcome.DRAWN && job.ticket().session().keepLineArt()) {
          keptSinceMs.put(job.ticket().number(), time.nowMs);
        }
      }
      default -> {}
    }
  }
}
