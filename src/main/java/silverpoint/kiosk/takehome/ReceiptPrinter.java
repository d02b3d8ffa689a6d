package silverpoint.kiosk.takehome;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.route.Leg;

/**
 * Prints receipts on a thread of its own: whoever asks for one never waits, however the printer
 * does. A printer that is out of paper, unplugged or slow is tried again; what waits for it is in
 * memory only, a few receipts for some minutes. Between receipts the printer is looked at, so that
 * staff hear of an empty roll before a guest does.
 */
public final class ReceiptPrinter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiptPrinter.class);

  /** A paper roll is changed while so many guests are drawn at most. */
  private static final int MOST_WAITING = 8;

  /** Whoever waited longer for paper has gone. */
  private static final long KEPT_S = 900;

  private static final long ENDING_MS = 2_000;

  /**
   * How long things take.
   *
   * @param answerMs for the answers to a look
   * @param printMs for a receipt: a slow printer needs ten seconds
   * @param lookMs between two looks at a printer that works
   * @param retryMs between two at one that does not
   */
  record Patience(long answerMs, long printMs, long lookMs, long retryMs) {
    static final Patience USUAL = new Patience(1_500, 30_000, 30_000, 5_000);
  }

  private record Waiting(Receipt receipt, Instant since) {}

  private final TakeHomeSettings.Printer settings;
  private final InstantSource clock;
  private final Patience patience;
  private final Consumer<Optional<String>> troubles;
  private final PrinterTalk talk;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private volatile boolean open = true;
  private Optional<String> trouble = Optional.empty();

  ReceiptPrinter(
      TakeHomeSettings.Printer settings,
      InstantSource clock,
      Patience patience,
      Consumer<Optional<String>> troubles) {
    this.settings = settings;
    this.clock = clock;
    this.patience = patience;
    this.troubles = troubles;
    talk = new PrinterTalk(PrinterPort.of(settings), patience.answerMs(), patience.printMs());
    thread = Thread.ofPlatform().daemon().name("silverpoint-receipt").start(this::run);
  }

  /**
   * A printer that waits for receipts.
   *
   * @param troubles told when the printer cannot print, and why; empty when it can again
   */
  public static ReceiptPrinter start(
      TakeHomeSettings.Printer settings, InstantSource clock, Consumer<Optional<String>> troubles) {
    return new ReceiptPrinter(settings, clock, Patience.USUAL, troubles);
  }

  /**
   * What one look at a printer tells.
   *
   * @param trouble why it would not print and what helps; empty when nothing speaks against it
   */
  public record Report(String says, Optional<String> trouble) {}

  /** Looks at a printer that nobody uses at the moment; takes some seconds at most. */
  public static Report examine(TakeHomeSettings.Printer settings) {
    PrinterPort port = PrinterPort.of(settings);
    Patience usual = Patience.USUAL;
    try (PrinterTalk talk = new PrinterTalk(port, usual.answerMs(), usual.printMs())) {
      Optional<PrinterState> state = talk.state();
      String says =
          state
              .map(told ->
                  told == PrinterState.PAPER_LOW
                      ? "ready; its paper is nearly used up, so have a roll at hand"
                      : "ready")
              .orElse(port.answers() ? "it can be reached and answers no questions" : "a file");
      return new Report(settings.target() + ": " + says, state.flatMap(PrinterState::trouble));
    } catch (IOException e) {
      return new Report(settings.target() + " fails", Optional.of(port.trouble(e)));
    }
  }

  /**
   * Prints a guest's receipt as soon as the printer can.
   *
   * @param number the guest's
   * @param legs of the line
   * @param penMm width of the line on the toy
   * @param language of the day's name
   * @param link gives the one to the line when it is printed; empty for no code
   */
  public void print(
      long number, List<Leg> legs, double penMm, Locale language, Supplier<Optional<String>> link) {
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, ZoneId.systemDefault());
    Receipt receipt = new Receipt(number, legs, penMm, day, language, link);
    lock.lock();
    try {
      waiting.add(new Waiting(receipt, now));
      if (waiting.size() > MOST_WAITING) {
        waiting.remove();
        LOG.warn("too many receipts wait for the printer: the oldest is given up");
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets every receipt that waits. */
  public void forget() {
    lock.lock();
    try {
      waiting.clear();
    } finally {
      lock.unlock();
    }
  }

  /** How many receipts wait. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    long pauseMs = 0;
    while (open) {
      try {
        pauseMs = turn(pauseMs);
      } catch (InterruptedException _) {
        // closing
      } catch (RuntimeException | Error e) {
        LOG.error("the receipt printer's thread goes on after a failure", e);
        pauseMs = patience.retryMs();
      }
    }
  }

  /** Prints what is next, or looks at the printer; how long the next turn may wait. */
  private long turn(long pauseMs) throws InterruptedException {
    Optional<Waiting> next = await(pauseMs);
    if (!open) {
      return 0;
    }
    Optional<String> failed = next.map(this::print).orElseGet(talk::look);
    tell(failed);
    if (failed.isEmpty() && next.isPresent()) {
      remove(next.orElseThrow());
    }
    return failed.isEmpty() ? patience.lookMs() : patience.retryMs();
  }

  private Optional<String> print(Waiting next) {
    return talk.print(next.receipt().bytes(settings), () -> isWaiting(next));
  }

  /** Whether nobody has forgotten it meanwhile. */
  private boolean isWaiting(Waiting next) {
    lock.lock();
    try {
      return waiting.contains(next);
    } finally {
      lock.unlock();
    }
  }

  /** The receipt that is next; one that fails is not tried again before the pause is over. */
  private Optional<Waiting> await(long pauseMs) throws InterruptedException {
    lock.lock();
    try {
      long leftNs = TimeUnit.MILLISECONDS.toNanos(pauseMs);
      while (open && leftNs > 0 && (waiting.isEmpty() || trouble.isPresent())) {
        leftNs = changed.awaitNanos(leftNs);
      }
      Instant oldest = clock.instant().minusSeconds(KEPT_S);
      if (waiting.removeIf(receipt -> receipt.since().isBefore(oldest))) {
        LOG.warn("receipts waited too long for the printer and are given up");
      }
      return Optional.ofNullable(waiting.peek());
    } finally {
      lock.unlock();
    }
  }

  private void remove(Waiting printed) {
    lock.lock();
    try {
      waiting.remove(printed);
    } finally {
      lock.unlock();
    }
  }

  private void tell(Optional<String> next) {
    if (!next.equals(trouble)) {
      trouble = next;
      troubles.accept(next);
    }
  }

  /** Ends; a receipt that is being printed has a moment to finish. */
  @Override
  public void close() {
    open = false;
    forget();
    lock.lock();
    try {
      changed.signal();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(ENDING_MS);
      thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    talk.close();
  }
}
