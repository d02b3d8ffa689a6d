package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.plotter.MachinePosition.State;

/** Real motors, on a chip in software, whose position file tells nothing. */
class UnreadablePositionTest {
  @TempDir private Path folder;
  private final GpioBench bench = new GpioBench();
  private final GpioBench later = new GpioBench();
  private final List<Optional<String>> told = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    bench.close();
    later.close();
  }

  /** What stands where the file should be, and what is told of it. */
  private enum Damage {
    DIRECTORY("Is a directory") {
      @Override
      void put(Path file) throws IOException {
        Files.createDirectory(file);
      }
    },
    LOOP("Too many levels of symbolic links") {
      @Override
      void put(Path file) throws IOException {
        Files.createSymbolicLink(file, file);
      }
    },
    NOT_A_DISK("Input/output error") {
      @Override
      void put(Path file) throws IOException {
        Files.createSymbolicLink(file, Path.of("/proc/self/mem"));
      }
    },
    NOISE("") {
      @Override
      void put(Path file) throws IOException {
        byte[] noise = new byte[2 * PositionFile.SLOT_BYTES];
        new Random(5).nextBytes(noise);
        Files.write(file, noise);
      }
    },
    EMPTY("") {
      @Override
      void put(Path file) throws IOException {
        Files.createFile(file);
      }
    },
    CUT("") {
      @Override
      void put(Path file) throws IOException {
        written(file);
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 40));
      }
    },
    /** A later program may know more states. */
    STATE_OF_THE_FUTURE("") {
      @Override
      void put(Path file) throws IOException {
        written(file);
        changed(file, slot -> slot.put(Integer.BYTES + Long.BYTES, (byte) 99));
      }
    },
    /** No slot that is written later could count as newer. */
    LAST_OF_ALL("") {
      @Override
      void put(Path file) throws IOException {
        written(file);
        changed(file, slot -> slot.putLong(Integer.BYTES, Long.MAX_VALUE));
      }
    };

    private final String words;

    Damage(String words) {
      this.words = words;
    }

    abstract void put(Path file) throws IOException;

    boolean unreadable() {
      return !words.isEmpty();
    }

    private static void written(Path file) {
      new PositionFile(file, () -> 0).write(PositionFileTest.at(State.AT_REST, 3));
    }

    /** Changes the first slot, and its sum with it. */
    private static void changed(Path file, java.util.function.Consumer<ByteBuffer> change)
        throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      for (int at = 0;
          at + PositionFile.SLOT_BYTES <= bytes.length;
          at += PositionFile.SLOT_BYTES) {
        ByteBuffer slot = ByteBuffer.wrap(bytes, at, PositionFile.SLOT_BYTES).slice();
        change.accept(slot);
        CRC32 sum = new CRC32();
        sum.update(bytes, at, PositionFile.SLOT_BYTES - Integer.BYTES);
        slot.putInt(PositionFile.SLOT_BYTES - Integer.BYTES, (int) sum.getValue());
      }
      Files.write(file, bytes);
    }
  }

  private Machine machine(GpioBench chip, Path file) {
    MachineProfile profile = Lines.machine("classic");
    return new Machine(
        chip.open(),
        profile.motion(),
        profile.page().drawableMm(),
        profile.home().pointMm(),
        Optional.of(new PositionNotes(new PositionFile(file, () -> 0), told::add)));
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsKnownOneLineSaysSoAndTheFileStaysAsItIs(Damage damage) throws IOException {
    Path file = folder.resolve("classic.position");
    damage.put(file);
    Object before = contents(file);
    try (Machine machine = machine(bench, file)) {
      assertThat(machine.isPositionCertain()).isFalse();
      assertThatExceptionOfType(PlotterException.class)
          .isThrownBy(() -> machine.draw(bench.plan))
          .withMessageContaining("where the stylus")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "java", "silverpoint"));
      assertThat(contents(file)).isEqualTo(before);
      assertThat(bench.steps).isEmpty();
      if (damage.unreadable()) {
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().orElseThrow())
            .startsWith("where the stylus stands cannot be read from " + file + ": ")
            .contains(damage.words);
        machine.noteAgain();
        assertThat(told).as("it is not well again by itself").hasSize(1);
        Files.delete(file);
        awaitTold(Optional.empty());
      } else {
        assertThat(told).isEmpty();
      }
      machine.declareHome();
      assertThat(machine.isPositionCertain()).isTrue();
    }
    try (Machine next = machine(later, file)) {
      assertThat(next.isPositionCertain()).isTrue();
    }
  }

  private void awaitTold(Optional<String> what) {
    for (int i = 0; i < 30_000 && !told.getLast().equals(what); i++) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(told.getLast()).isEqualTo(what);
  }

  private static Object contents(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      return Files.readSymbolicLink(file);
    }
    return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
        ? Objects.requireNonNull(Files.readAttributes(file, "fileKey").get("fileKey"))
        : List.of(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
  }
}
