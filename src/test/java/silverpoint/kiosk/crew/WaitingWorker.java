package silverpoint.kiosk.crew;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A worker whose tasks wait until the test has them done, on the test's own thread. */
final class WaitingWorker implements Worker {
  /** How long the tasks have rested, ms, in their order. */
  final List<Long> restsMs = new ArrayList<>();

  /** What happens while a task rests. */
  Runnable meanwhile = () -> {};

  int interrupts;
  private final Deque<Runnable> tasks = new ArrayDeque<>();

  @Override
  public void later(Runnable task) {
    tasks.add(task);
  }

  @Override
  public void rest(long ms) {
    restsMs.add(ms);
    meanwhile.run();
  }

  /** Does the oldest task; false when there is none. */
  boolean next() {
    Runnable task = tasks.poll();
    if (task != null) {
      task.run();
    }
    return task != null;
  }

  @Override
  public void interrupt() {
    interrupts++;
  }

  @Override
  public void close() {
    tasks.clear();
  }
}
