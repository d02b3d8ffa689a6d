package silverpoint.machine.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.machine.linux.LinuxCalls;

/** The kernel's calls of input lines, on a pipe that stands for the character device. */
class CharacterDeviceInputsTest {
  private static final List<Integer> PINS = List.of(20, 21, 16);

  @TempDir Path directory;

  private FileChannel device;
  private InputLines inputs;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    // a pipe can be written without waiting for a reader only when it is opened for both
    device = FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try (Arena arena = Arena.ofConfined()) {
      int descriptor = LinuxCalls.open(arena.allocateFrom(pipe.toString()));
      inputs = new CharacterDeviceInputs(descriptor, PINS);
    }
  }

  @AfterEach
  void close() throws IOException {
    inputs.close();
    device.close();
  }

  /** struct gpio_v2_line_event */
  private void happens(int pin, boolean rising, long timeNs) throws IOException {
    ByteBuffer event = ByteBuffer.allocate(48).order(ByteOrder.nativeOrder());
    event.putLong(timeNs).putInt(rising ? 1 : 2).putInt(pin).position(48).flip();
    device.write(event);
  }

  @Test
  void edgesComeInTheirOrderWithTheKernelsTime() throws IOException {
    assertThat(inputs.next(0)).isEmpty();
    happens(21, true, 1_000);
    happens(20, false, 2_000);
    assertThat(inputs.next(0)).contains(new InputLines.Edge(21, true));
    assertThat(inputs.next(0)).contains(new InputLines.Edge(20, false));
    assertThat(inputs.next(0)).isEmpty();
  }

  @Test
  void linesThatAreGoneHaveNoMoreEdges() throws IOException {
    happens(21, true, 1_000);
    assertThat(inputs.next(0)).isPresent();
    device.close();
    assertThatExceptionOfType(GpioException.class).isThrownBy(() -> inputs.next(0));
  }

  @Test
  void aSignalIsNoBrokenChip() throws IOException {
    AtomicInteger waiting = new AtomicInteger();
    CompletableFuture<Optional<InputLines.Edge>> interrupted =
        CompletableFuture.supplyAsync(
            () -> {
              waiting.set(Signals.threadId());
              return inputs.next(60_000);
            },
            task -> Thread.ofPlatform().start(task));
    while (!interrupted.isDone()) {
      if (waiting.get() != 0) {
        Signals.send(waiting.get());
      }
      Thread.onSpinWait();
    }
    assertThat(interrupted.join()).isEmpty();
    happens(21, true, 3_000);
    assertThat(inputs.next(0)).contains(new InputLines.Edge(21, true));
  }

  /** A pipe has no levels; whoever asks for one is told so, whatever another thread does. */
  @Test
  void theFailureOfOneThreadIsNotHiddenByAnothersSuccess() {
    Thread watcher =
        Thread.ofPlatform()
            .start(() -> {
              while (!Thread.currentThread().isInterrupted()) {
                inputs.next(0);
              }
            });
    try {
      for (int i = 0; i < 30_000; i++) {
        assertThatExceptionOfType(GpioException.class)
            .as("question %d", i)
            .isThrownBy(() -> inputs.isHigh(21))
            .withMessage("GPIO inputs cannot be read: error 25");
      }
    } finally {
      watcher.interrupt();
      join(watcher);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
