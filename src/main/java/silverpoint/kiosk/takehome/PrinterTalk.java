package silverpoint.kiosk.takehome;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Talks with a receipt printer and takes no longer than it is told to: whatever hangs is ended by
 * closing the way to the printer. For one thread.
 */
final class PrinterTalk implements AutoCloseable {
  static final String STUCK =
      "the receipt printer takes no data: look at its paper, its cover and its cable, then switch it"
          + " off and on";

  /** Ends a picture that was begun: printers take them for dots, and at other times for nothing. */
  private static final byte[] FILL = new byte[EscPos.BAND_ROWS * 72];

  private final PrinterPort port;
  private final long answerMs;
  private final long printMs;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("silverpoint-receipt-deadline").factory());

  /** Whether the printer has left questions without an answer. */
  private boolean mute;

  /** Whether a receipt broke off in the middle. */
  private boolean brokenOff;

  /**
   * @param answerMs for the answers to all questions
   * @param printMs for a receipt
   */
  PrinterTalk(PrinterPort port, long answerMs, long printMs) {
    this.port = port;
    this.answerMs = answerMs;
    this.printMs = printMs;
  }

  /** What the printer says of itself; empty when it answers no questions. */
  Optional<PrinterState> state() throws IOException {
    try (ByteChannel channel = port.open()) {
      Optional<PrinterState> state = port.answers() ? ask(channel) : Optional.empty();
      mute = state.isEmpty();
      return state;
    }
  }

  /** Why it would not print, and what helps; empty when all is well as far as it says. */
  Optional<String> look() {
    try {
      return state().flatMap(PrinterState::trouble);
    } catch (IOException e) {
      return Optional.of(port.trouble(e));
    }
  }

  /**
   * Prints; why that failed, and what helps, else empty.
   *
   * @param wanted asked at the last moment; a receipt that is not is no failure
   */
  Optional<String> print(byte[] receipt, BooleanSupplier wanted) {
    boolean asks = port.answers() && !mute;
    try (ByteChannel channel = port.open()) {
      if (asks) {
        Optional<PrinterState> state = ask(channel);
        if (state.isEmpty()) {
          // the way is closed; the next attempt asks nothing
          mute = true;
          channel.close();
          return print(receipt, wanted);
        }
        if (state.orElseThrow().trouble().isPresent()) {
          return state.orElseThrow().trouble();
        }
      }
      if (!wanted.getAsBoolean()) {
        return Optional.empty();
      }
      return write(channel, receipt).or(() -> asks ? after(channel) : Optional.empty());
    } catch (IOException e) {
      mute = false;
      return Optional.of(port.trouble(e));
    }
  }

  private Optional<String> write(ByteChannel channel, byte[] receipt) throws IOException {
    boolean fill = brokenOff;
    brokenOff = true;
    try (Deadline deadline = new Deadline(channel, printMs)) {
      try {
        if (fill) {
          writeAll(channel, FILL);
        }
        writeAll(channel, receipt);
      } catch (IOException e) {
        if (deadline.isOver()) {
          return Optional.of(STUCK);
        }
        throw e;
      }
    }
    brokenOff = false;
    return Optional.empty();
  }

  /** What the printer says when it has the receipt. */
  private Optional<String> after(ByteChannel channel) {
    try {
      return ask(channel).flatMap(PrinterState::trouble);
    } catch (IOException _) {
      // it has the receipt; the next look says what is wrong
      return Optional.empty();
    }
  }

  /** Asks all questions; empty when one has no answer in time or a strange one. */
  private Optional<PrinterState> ask(ByteChannel channel) throws IOException {
    try (Deadline deadline = new Deadline(channel, answerMs)) {
      List<Integer> answers = new ArrayList<>();
      for (int question : PrinterState.QUESTIONS) {
        writeAll(channel, PrinterState.question(question));
        ByteBuffer answer = ByteBuffer.allocate(1);
        if (channel.read(answer) < 1 || !PrinterState.isAnswer(answer.get(0))) {
          return Optional.empty();
        }
        answers.add((int) answer.get(0));
      }
      return Optional.of(PrinterState.of(answers));
    } catch (IOException e) {
      if (channel.isOpen()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static void writeAll(ByteChannel channel, byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      channel.write(left);
    }
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
  }

  /** Closes a channel when the time is over. */
  private final class Deadline implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final ScheduledFuture<?> end;

    Deadline(ByteChannel channel, long ms) {
      end = deadlines.schedule(() -> end(channel), ms, TimeUnit.MILLISECONDS);
    }

    private void end(ByteChannel channel) {
      over.set(true);
      try {
        channel.close();
      } catch (IOException _) {
        // whoever uses it hears of it
      }
    }

    boolean isOver() {
      return over.get();
    }

    @Override
    public void close() {
      end.cancel(false);
    }
  }
}
