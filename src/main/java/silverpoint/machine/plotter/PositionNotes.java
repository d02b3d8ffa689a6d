package silverpoint.machine.plotter;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Notes on disk where a machine stands: before it moves, now and then while it moves, and when it
 * rests. What the disk does not take is told, and noted as soon as it does; where the stylus stands
 * and how a drawing ends do not depend on it.
 */
public final class PositionNotes implements AutoCloseable {
  private static final int PAUSE_MS = 200;

  private final PositionFile file;
  private final Consumer<Optional<String>> told;
  private Optional<Supplier<MachinePosition>> moving = Optional.empty();
  private Optional<MachinePosition> resting = Optional.empty();
  private Optional<String> trouble = Optional.empty();
  private boolean awake;
  private boolean open = true;

  /**
   * @param told why nothing can be noted, and empty when it is noted again
   */
  public PositionNotes(PositionFile file, Consumer<Optional<String>> told) {
    this.file = file;
    this.told = told;
  }

  /**
   * What was noted last; nothing where that cannot be read, which is told. The file stays as it is
   * until something new is to be noted.
   */
  synchronized Optional<MachinePosition> read() {
    try {
      return file.read();
    } catch (PlotterException e) {
      became(Optional.of(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /**
   * Notes that the machine is about to move, and from then on where it has come.
   *
   * @param stands where it goes on to stand when this throws
   * @param moves where it has come so far
   */
  synchronized void depart(MachinePosition stands, Supplier<MachinePosition> moves) {
    try {
      file.depart(moves.get());
    } catch (PlotterException e) {
      resting = Optional.of(stands);
      became(Optional.of(String.valueOf(e.getMessage())));
      throw new NotBegunException(e.getMessage() + "; the motors stay where they are", e);
    }
    moving = Optional.of(moves);
    resting = Optional.empty();
    became(Optional.empty());
    wake();
  }

  /** Notes where the machine rests, at once or when the disk takes it. */
  synchronized void rest(MachinePosition stands) {
    moving = Optional.empty();
    resting = Optional.of(stands);
    tryAgain();
  }

  /** Why the position is not noted; empty when it is. */
  synchronized Optional<String> trouble() {
    return trouble;
  }

  /** Notes what the disk has not taken so far, and reads what it could not read. */
  synchronized void tryAgain() {
    try {
      if (moving.isPresent()) {
        if (!file.moving(moving.get())) {
          return;
        }
      } else if (resting.isPresent()) {
        file.write(resting.get());
        resting = Optional.empty();
      } else if (trouble.isPresent()) {
        file.read();
      }
      became(Optional.empty());
    } catch (PlotterException e) {
      became(Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private void became(Optional<String> now) {
    boolean changed = trouble.isPresent() != now.isPresent();
    trouble = now;
    if (now.isPresent()) {
      wake();
    }
    if (changed) {
      try {
        told.accept(now);
      } catch (RuntimeException | Error _) {
        // whoever does not listen changes nothing in what was noted
      }
    }
  }

  private void wake() {
    if (!awake && open) {
      awake = true;
      Thread.ofVirtual().name("silverpoint-position").start(this::watch);
    }
  }

  private synchronized void watch() {
    try {
      while (open && (moving.isPresent() || resting.isPresent() || trouble.isPresent())) {
        wait(PAUSE_MS);
        lookAgain();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      awake = false;
    }
  }

  private void lookAgain() {
    try {
      if (open) {
        tryAgain();
      }
    } catch (RuntimeException | Error _) {
      // the next look may have the memory that this one lacked
    }
  }

  /** Tries for the last time. */
  @Override
  public synchronized void close() {
    open = false;
    tryAgain();
    notifyAll();
  }
}
