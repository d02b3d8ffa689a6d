package silverpoint.kiosk.crew;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.FaultKind;

/**
 * Looks whether the sketcher still works on what nobody waits for any more, as a style that asks a
 * computer which never answers: staff are told, and it is interrupted, until it ends.
 */
final class HungSketch implements AutoCloseable {
  /** Nobody waits for it any more for so long; every further interrupt comes after as long. */
  static final long LONGEST_MS = 30_000;

  /**
   * Models and the proof that they work take so long at most: from a cold card, on a computer that
   * has other work.
   */
  static final long LONGEST_LOADING_MS = 180_000;

  /** The number of what is no session's: models that are loaded. */
  static final long MODELS = 0;

  private static final long NONE = -1;
  private static final long LOOK_NS = 1_000_000_000;

  private final LongSupplier nowMs;
  private final Runnable interrupt;
  private final Consumer<BoothEvent> booth;
  private final Thread thread = Thread.ofVirtual().unstarted(this::lookAfter);
  private volatile boolean open = true;
  private long session = NONE;
  private boolean unwanted;
  private boolean told;
  private long sinceMs;

  /**
   * @param nowMs booth time
   * @param interrupt ends what the sketcher waits for, if it can be ended
   */
  HungSketch(LongSupplier nowMs, Runnable interrupt, Consumer<BoothEvent> booth) {
    this.nowMs = nowMs;
    this.interrupt = interrupt;
    this.booth = booth;
  }

  /** Looks from now on by itself. */
  void watch() {
    thread.start();
  }

  /** The sketcher begins with a session, or with {@link #MODELS}. */
  synchronized void begun(long number) {
    session = number;
    unwanted = false;
  }

  synchronized void ended() {
    session = NONE;
    unwanted = false;
    if (told) {
      told = false;
      booth.accept(new BoothEvent.Healed(FaultKind.SKETCH_HANGS));
    }
  }

  /** Nobody waits for a session any more. */
  synchronized void unwanted(long number) {
    if (session != NONE && session == number && !unwanted) {
      unwanted = true;
      sinceMs = nowMs.getAsLong();
    }
  }

  /** Nobody waits for any session any more. */
  synchronized void allUnwanted() {
    unwanted(session);
  }

  synchronized void look() {
    long longestMs = session == MODELS ? LONGEST_LOADING_MS : LONGEST_MS;
    if (!unwanted || nowMs.getAsLong() - sinceMs < longestMs) {
      return;
    }
    sinceMs = nowMs.getAsLong();
    if (!told) {
      told = true;
      String what = session == MODELS ? "loading the models" : "the sketch of session " + session;
      booth.accept(
          new BoothEvent.Failing(
              FaultKind.SKETCH_HANGS,
              what + " does not end: what it waits for, as a disk or a network, does not answer"));
    }
    interrupt.run();
  }

  private void lookAfter() {
    while (open) {
      LockSupport.parkNanos(LOOK_NS);
      try {
        look();
      } catch (RuntimeException | Error _) {
        // without memory even saying so fails
      }
    }
  }

  @Override
  public void close() {
    open = false;
    LockSupport.unpark(thread);
  }
}
