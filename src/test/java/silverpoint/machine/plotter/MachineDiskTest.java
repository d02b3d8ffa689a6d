package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.machine.plotter.MachinePosition.State;

/**
 * A disk that takes no note of where the stylus stands: that, the drawing and the note are three.
 */
class MachineDiskTest {
  @TempDir Path directory;

  private MachineBench bench;

  @BeforeEach
  void open() {
    bench = new MachineBench(directory);
  }

  @Test
  void aMachineThatCannotNoteThatItMovesStaysWhereItStands() {
    MachineBench.Motors motors = bench.new Motors();
    Machine machine = bench.onHomedToy(motors);
    MachinePosition before = machine.position();
    bench.fillDisk();
    assertThatExceptionOfType(NotBegunException.class)
        .isThrownBy(() -> machine.draw(bench.steps))
        .withMessageStartingWith("disk full: ");
    assertThat(machine.position()).isEqualTo(before);
    assertThat(machine.notNoted()).isPresent();
    assertThat(motors.toy.trace().size()).isEqualTo(1);
    bench.makeRoom();
    assertThat(machine.draw(bench.steps)).isEqualTo(RunOutcome.FINISHED);
    assertThat(machine.notNoted()).isEmpty();
    motors.assertSameLine();
  }

  @Test
  void aFinishedDrawingIsFinishedThoughTheDiskIsFull() {
    MachineBench.Motors motors = bench.new Motors();
    Machine machine = bench.onHomedToy(motors);
    motors.commandAt = 9000;
    motors.command = bench::fillDisk;
    assertThat(machine.draw(bench.steps)).isEqualTo(RunOutcome.FINISHED);
    assertThat(machine.position().state()).isEqualTo(State.AT_REST);
    motors.assertSameLine();
    assertThat(machine.notNoted().orElseThrow()).startsWith("disk full: ");
    assertThat(bench.onDisk().isCertain()).isFalse();
  }

  /** Nobody asks for it: the notes are watched. */
  @Test
  void thePositionIsNotedAsSoonAsTheDiskHasRoom() {
    MachineBench.Motors motors = bench.new Motors();
    Machine machine = bench.onHomedToy(motors);
    motors.commandAt = 9000;
    motors.command = bench::fillDisk;
    assertThat(machine.draw(bench.steps)).isEqualTo(RunOutcome.FINISHED);
    bench.makeRoom();
    while (machine.notNoted().isPresent()) {
      Thread.onSpinWait();
    }
    assertThat(bench.onDisk()).isEqualTo(machine.position());
    assertThat(bench.told).hasSize(2);
    assertThat(bench.told.getFirst().orElseThrow()).startsWith("disk full: ");
    assertThat(bench.told.getLast()).isEmpty();
  }

  @Test
  void aMachineThatIsClosedNotesItsPositionForTheLastTime() {
    MachineBench.Motors motors = bench.new Motors();
    Machine machine = bench.onHomedToy(motors);
    bench.fillDisk();
    assertThatExceptionOfType(NotBegunException.class).isThrownBy(() -> machine.draw(bench.steps));
    bench.makeRoom();
    machine.close();
    assertThat(bench.onDisk()).isEqualTo(machine.position());
  }

  @Test
  void aHeldDrawingStaysHeldWhenItCannotBeNotedThatItGoesOn() {
    MachineBench.Motors motors = bench.new Motors();
    Machine machine = bench.onHomedToy(motors);
    motors.commandAt = 9000;
    motors.command = machine::hold;
    assertThat(machine.draw(bench.steps)).isEqualTo(RunOutcome.HELD);
    MachinePosition held = machine.position();
    bench.fillDisk();
    assertThatExceptionOfType(NotBegunException.class).isThrownBy(machine::resume);
    assertThat(machine.position()).isEqualTo(held);
    bench.makeRoom();
    assertThat(machine.resume()).isEqualTo(RunOutcome.FINISHED);
    motors.assertSameLine();
  }

  @Test
  void anInterruptedThreadNotesItsPositionLikeAnyOther() {
    MachineBench.Motors motors = bench.new Motors();
    Machine machine = bench.onHomedToy(motors);
    motors.commandAt = 9000;
    motors.command = Thread.currentThread()::interrupt;
    RunOutcome outcome = machine.draw(bench.steps);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isEqualTo(RunOutcome.FINISHED);
    assertThat(bench.machine(motors).position().state()).isEqualTo(State.AT_REST);
  }
}
