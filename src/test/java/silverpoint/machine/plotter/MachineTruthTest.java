package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.simulator.SimulatedDriver;

/**
 * A day of a machine whose disk fails at one write after the other. Where the stylus stands is
 * never certain and wrong, neither in the program nor on disk, after no step; what was not begun
 * has moved nothing; what is finished is finished.
 */
class MachineTruthTest {
  private static final int DEEDS = 12;

  @TempDir Path directory;

  private final MachineProfile profile = Lines.machine("classic");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void aFullDiskNeverMakesAWrongPositionCertain(long seed) {
    int writes = new Day(seed, new BrittleDisk(), directory.resolve("whole")).live();
    assertThat(writes).isGreaterThan(2 * DEEDS);
    for (int k = 1; k <= writes; k++) {
      SplittableRandom random = new SplittableRandom(seed * 1000 + k);
      BrittleDisk disk = new BrittleDisk();
      int from = k;
      int to = k + List.of(1, 2, 5, writes).get(random.nextInt(4));
      disk.full = write -> write >= from && write < to;
      disk.tornBytes = random.nextInt(PositionFile.SLOT_BYTES + 1);
      new Day(seed, disk, directory.resolve("full-" + k)).live();
    }
  }

  /** A disk that says nothing is that of a machine which moves before it has noted that. */
  @Test
  void theChecksSeeAMachineThatMovesUnnoted() {
    BrittleDisk disk = new BrittleDisk();
    int stateAt = Integer.BYTES + Long.BYTES;
    SlotWriter silent =
        (file, at, slot) -> {
          if (slot[stateAt] != MachinePosition.State.MOVING.code()) {
            disk.write(file, at, slot);
          }
        };
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> new Day(1, silent, directory.resolve("silent")).live())
        .withMessageContaining("certain and wrong on disk");
  }

  /** One machine, its motors, and what is asked of it. */
  private final class Day {
    private final SplittableRandom random;
    private final SlotWriter writer;
    private final BrittleDisk disk;
    private final Path path;
    private final VirtualClock clock = new VirtualClock();
    private final SimulatedDriver driver = SimulatedDriver.of(profile.driver(), this::stepped);
    private volatile Optional<String> told = Optional.empty();
    private volatile int program;
    private @Nullable PositionNotes notes;
    private Machine machine;
    private int xTurned;
    private int yTurned;
    private int steps;
    private int commandIn = Integer.MAX_VALUE;
    private Runnable command = () -> {};

    Day(long seed, BrittleDisk disk, Path path) {
      this(seed, disk, disk, path);
    }

    Day(long seed, SlotWriter writer, Path path) {
      this(seed, writer, new BrittleDisk(), path);
    }

    private Day(long seed, SlotWriter writer, BrittleDisk disk, Path path) {
      random = new SplittableRandom(seed);
      this.writer = writer;
      this.disk = disk;
      this.path = path;
      machine = started();
    }

    private Machine started() {
      StepSink sink = (bits, mask) -> driver.write(clock.nowNs(), bits, mask);
      program++;
      int mine = program;
      SlotWriter whileItRuns =
          (file, at, slot) -> {
            if (mine == program) {
              writer.write(file, at, slot);
            }
          };
      PositionNotes own =
          new PositionNotes(new PositionFile(path, () -> 0, whileItRuns), this::told);
      notes = own;
      return new Machine(
          new MotorPlotter(profile.driver(), profile.motion(), sink, clock),
          profile.motion(),
          profile.page().drawableMm(),
          profile.home().pointMm(),
          Optional.of(own));
    }

    /** The program dies and begins again; what it would have written is lost. */
    private void restart() {
      PositionNotes lost = Objects.requireNonNull(notes);
      machine = started();
      lost.close();
      told = Optional.empty();
      if (!machine.isPositionCertain()) {
        // from here on a person looks where the stylus stands; steps count from what was noted
        xTurned = machine.position().xTurned();
        yTurned = machine.position().yTurned();
      }
    }

    private void told(Optional<String> why) {
      told = why;
    }

    private void stepped(int x, int y, long timeNs) {
      xTurned += x;
      yTurned += y;
      if (steps++ % 40 == 0) {
        checkDisk();
      }
      if (--commandIn == 0) {
        command.run();
      }
    }

    /** What a program finds that begins now. */
    private Optional<MachinePosition> onDisk() {
      return new PositionFile(path, () -> 0).read();
    }

    private void checkDisk() {
      onDisk()
          .filter(MachinePosition::isCertain)
          .ifPresent(at ->
              assertThat(at.xTurned() == xTurned && at.yTurned() == yTurned)
                  .as(
                      "certain and wrong on disk: %s, the motors stand at %d, %d",
                      at, xTurned, yTurned)
                  .isTrue());
    }

    private void check() {
      checkDisk();
      if (machine.isPositionCertain()) {
        assertThat(machine.position().xTurned()).isEqualTo(xTurned);
        assertThat(machine.position().yTurned()).isEqualTo(yTurned);
      }
    }

    /** How often it was written. */
    int live() {
      for (int deed = 0; deed < DEEDS; deed++) {
        steps = 0;
        MachinePosition before = machine.position();
        try {
          act();
        } catch (NotBegunException e) {
          assertThat(e).hasMessageStartingWith("disk full: ");
          assertThat(steps).isZero();
          assertThat(machine.position()).isEqualTo(before);
        }
        commandIn = Integer.MAX_VALUE;
        check();
      }
      disk.full = write -> false;
      machine.noteAgain();
      assertThat(machine.notNoted()).isEmpty();
      assertThat(onDisk()).contains(machine.position());
      assertThat(told).isEmpty();
      Objects.requireNonNull(notes).close();
      return disk.writes();
    }

    private void act() {
      if (!machine.isPositionCertain()) {
        machine.rearm();
        try {
          machine.declareHome();
        } catch (NotBegunException e) {
          // after the first of two turns, perhaps
          assertThat(machine.isPositionCertain()).isFalse();
        }
        return;
      }
      switch (random.nextInt(6)) {
        case 0, 1 -> draw(RunOutcome.FINISHED);
        case 2 -> {
          at(random.nextInt(1, 200), machine::hold);
          if (draw(RunOutcome.HELD) == RunOutcome.HELD) {
            check();
            goOn();
          }
        }
        case 3 -> {
          at(random.nextInt(1, 200), machine::stop);
          draw(RunOutcome.STOPPED);
          machine.rearm();
        }
        case 4 ->
            assertThat(machine.park(between(machine.stylusMm(), profile.parkMm())))
                .isEqualTo(RunOutcome.FINISHED);
        default -> restart();
      }
    }

    private void at(int step, Runnable wanted) {
      commandIn = step;
      command = wanted;
    }

    private RunOutcome draw(RunOutcome expected) {
      Point from = machine.stylusMm();
      Point to =
          profile
              .page()
              .drawableMm()
              .centre()
              .plus(new Point(random.nextInt(9), random.nextInt(9)));
      StepPlan plan =
          new StepGenerator(profile.motion())
              .generate(machine.plan(new Polyline(List.of(from, between(from, to)))));
      RunOutcome outcome = machine.draw(plan);
      assertThat(outcome).isIn(RunOutcome.FINISHED, expected);
      if (outcome == RunOutcome.FINISHED) {
        assertThat(steps).isEqualTo(plan.size());
        assertThat(machine.position().state()).isEqualTo(MachinePosition.State.AT_REST);
      }
      return outcome;
    }

    /** Some millimetres of the way. */
    private static Point between(Point from, Point to) {
      return new Point(
          from.x() + Math.clamp(to.x() - from.x(), -4, 4),
          from.y() + Math.clamp(to.y() - from.y(), -4, 4));
    }

    /** Goes on, or gives up, where it was held. */
    private void goOn() {
      MachinePosition held = machine.position();
      try {
        steps = 0;
        if (random.nextBoolean()) {
          assertThat(machine.resume()).isEqualTo(RunOutcome.FINISHED);
        }
      } catch (NotBegunException e) {
        assertThat(e).hasMessageStartingWith("disk full: ");
        assertThat(steps).isZero();
        assertThat(machine.position()).isEqualTo(held);
      }
      machine.abandon();
    }
  }
}
