package silverpoint.kiosk.crew;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.kiosk.subject.Observation;
import silverpoint.kiosk.subject.SubjectWatch;

/**
 * Overwrites what freed memory still holds of pictures: a garbage collector leaves it as it was.
 * That takes nearly all of the heap and stops every thread for some tenths of a second, and so it
 * is done when somebody was in the picture, nobody is any more, and the booth rests.
 */
public final class FreedMemory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FreedMemory.class);
  private static final long LOOK_NS = 5_000_000_000L;

  /** Looks for which nobody is there and the booth rests: the last frames have been replaced. */
  private static final int QUIET_LOOKS = 2;

  private static final int PIECE_BYTES = 1 << 16;

  /** Room for those who work meanwhile. */
  private static final long LEFT_BYTES = 16 << 20;

  private final BooleanSupplier rests;
  private final Runnable overwrite;
  private final Thread thread = Thread.ofVirtual().unstarted(this::lookAfter);
  private volatile Runnable unsubscribe = () -> {};
  private volatile boolean open = true;
  private volatile boolean somebody;
  private volatile boolean touched;
  private int quiet;

  /**
   * @param rests whether no guest is served and nothing is drawn
   * @param overwrite does it
   */
  FreedMemory(BooleanSupplier rests, Runnable overwrite) {
    this.rests = rests;
    this.overwrite = overwrite;
  }

  /**
   * Begins.
   *
   * @param rests whether no guest is served and nothing is drawn
   */
  public static FreedMemory of(SubjectWatch watch, BooleanSupplier rests) {
    FreedMemory freed = new FreedMemory(rests, FreedMemory::overwriteHeap);
    freed.unsubscribe = watch.subscribe(freed::observed);
    freed.thread.start();
    return freed;
  }

  void observed(Observation observation) {
    somebody = !observation.tracks().isEmpty();
    touched |= somebody;
  }

  private void lookAfter() {
    while (open) {
      LockSupport.parkNanos(LOOK_NS);
      try {
        look();
      } catch (RuntimeException | Error _) {
        // without memory there was nothing to overwrite
      }
    }
  }

  void look() {
    boolean busy = !rests.getAsBoolean();
    touched |= busy;
    quiet = busy || somebody ? 0 : quiet + 1;
    if (touched && quiet >= QUIET_LOOKS) {
      touched = false;
      overwrite.run();
    }
  }

  /** Live objects close ranks; what lies behind them becomes nought. */
  private static void overwriteHeap() {
    long beganNs = System.nanoTime();
    System.gc();
    List<byte[]> noughts = new ArrayList<>();
    Runtime memory = Runtime.getRuntime();
    for (long room = memory.freeMemory() - LEFT_BYTES; room > 0; room -= PIECE_BYTES) {
      noughts.add(new byte[PIECE_BYTES]);
    }
    LOG.debug(
        "{} MB of freed memory overwritten in {} ms",
        (long) noughts.size() * PIECE_BYTES >> 20,
        (System.nanoTime() - beganNs) / 1_000_000);
  }

  @Override
  public void close() {
    open = false;
    unsubscribe.run();
    LockSupport.unpark(thread);
  }
}
