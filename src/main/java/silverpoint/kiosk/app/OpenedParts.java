package silverpoint.kiosk.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was opened: closed the last first, and all of it whatever one of them does. */
final class OpenedParts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenedParts.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /** Takes a part that is open. */
  <T extends AutoCloseable> T add(T part) {
    opened.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      close(opened.pop());
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception | Error e) {
      LOG.warn("a part of the kiosk did not close: {}", e.getMessage());
    }
  }
}
