package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.foundation.geometry.Point;
import silverpoint.machine.motion.Backlash;
import silverpoint.machine.motion.Direction;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.plotter.MachinePosition.State;

/** I12: what a controller knows when it starts again. */
class PositionFileTest {
  @TempDir Path directory;

  private Path path;
  private long nowNs;
  private PositionFile file;

  @BeforeEach
  void open() {
    path = directory.resolve("state").resolve("classic.position");
    file = new PositionFile(path, () -> nowNs);
  }

  @Test
  void knowsNothingAtFirst() {
    assertThat(file.read()).isEmpty();
  }

  @Test
  void remembersAllOfIt() {
    file.write(at(State.HELD, 7));
    assertThat(new PositionFile(path, () -> 0).read()).contains(at(State.HELD, 7));
  }

  @Test
  void onlyRestIsCertain() {
    assertThat(at(State.AT_REST, 1).isCertain()).isTrue();
    assertThat(at(State.MOVING, 1).isCertain()).isFalse();
    assertThat(at(State.HELD, 1).isCertain()).isTrue();
    assertThat(at(State.UNCERTAIN, 1).isCertain()).isFalse();
  }

  @Test
  void thePlayIsNoPartOfTheStylus() {
    Backlash play =
        new Backlash(
            new Backlash.Play(Direction.POSITIVE, 65), new Backlash.Play(Direction.NEGATIVE, 0));
    MachinePosition position = new MachinePosition(State.AT_REST, 863 + 65, 929, play, 0, 0, 0, 0);
    assertThat(position.stylusMm(Lines.machine("classic").motion())).isEqualTo(new Point(20, 20));
  }

  /** The new slot reaches the disk up to any byte, from its start or from its end. */
  @Test
  void aTornWriteLeavesTheOldOrTheNewPosition() throws IOException {
    file.write(at(State.AT_REST, 0));
    for (int event = 1; event < 6; event++) {
      byte[] before = padded(Files.readAllBytes(path));
      file.write(at(State.MOVING, event));
      byte[] after = padded(Files.readAllBytes(path));
      int old = event - 1;
      for (int k = 0; k <= before.length; k++) {
        for (boolean fromStart : new boolean[] {true, false}) {
          byte[] torn = (fromStart ? after : before).clone();
          System.arraycopy(fromStart ? before : after, k, torn, k, torn.length - k);
          Path crashed = directory.resolve("classic.position");
          Files.write(crashed, torn);
          int found = new PositionFile(crashed, () -> 0).read().orElseThrow().event();
          assertThat(found).as("torn at byte %d", k).isIn(old, event);
        }
      }
    }
  }

  @Test
  void aTornWriteIsFollowedByAGoodOne() throws IOException {
    file.write(at(State.AT_REST, 1));
    file.write(at(State.MOVING, 2));
    byte[] bytes = Files.readAllBytes(path);
    bytes[20] ^= 1;
    Files.write(path, bytes);
    PositionFile again = new PositionFile(path, () -> nowNs);
    int found = again.read().orElseThrow().event();
    again.write(at(State.AT_REST, 3));
    assertThat(found).isIn(1, 2);
    assertThat(new PositionFile(path, () -> 0).read().orElseThrow().event()).isEqualTo(3);
  }

  @Test
  void aMachineThatHasLeftIsNeverAtRestWhicheverSlotRots() throws IOException {
    file.write(at(State.AT_REST, 1));
    file.depart(at(State.MOVING, 2));
    for (int slot = 0; slot < 2; slot++) {
      byte[] rotten = Files.readAllBytes(path);
      rotten[slot * PositionFile.SLOT_BYTES + 20] ^= 1;
      Path copy = directory.resolve("classic.position");
      Files.write(copy, rotten);
      assertThat(new PositionFile(copy, () -> 0).read()).contains(at(State.MOVING, 2));
    }
  }

  @Test
  void aFileOfAnythingElseIsNoPosition() throws IOException {
    Files.createDirectories(path.getParent());
    Files.write(path, new byte[200]);
    assertThat(file.read()).isEmpty();
    Files.writeString(path, "no position");
    assertThat(file.read()).isEmpty();
    file.write(at(State.AT_REST, 1));
    assertThat(file.read()).contains(at(State.AT_REST, 1));
  }

  @Test
  void aFileOfAnotherMachineIsNoPosition() throws IOException {
    file.write(at(State.AT_REST, 1));
    Path other = Files.copy(path, path.resolveSibling("pocket.position"));
    assertThat(new PositionFile(other, () -> 0).read()).isEmpty();
  }

  @Test
  void writesOnceASecondWhileMovingAndAlwaysAtRest() {
    int writes = 0;
    int seen = -1;
    for (int event = 0; event < 50; event++) {
      int made = event;
      file.moving(() -> at(State.MOVING, made));
      int onDisk = new PositionFile(path, () -> 0).read().orElseThrow().event();
      writes += onDisk == seen ? 0 : 1;
      seen = onDisk;
      nowNs += 100_000_000;
    }
    assertThat(writes).isEqualTo(5);
    file.write(at(State.AT_REST, 50));
    assertThat(file.read().orElseThrow().event()).isEqualTo(50);
  }

  private static byte[] padded(byte[] bytes) {
    return Arrays.copyOf(bytes, 2 * PositionFile.SLOT_BYTES);
  }

  static MachinePosition at(State state, int event) {
    Backlash play =
        new Backlash(
            new Backlash.Play(Direction.NEGATIVE, 3), new Backlash.Play(Direction.POSITIVE, -4));
    return new MachinePosition(state, 100 + event, -5, play, 12, -13, 0x123456789abcdefL, event);
  }
}
