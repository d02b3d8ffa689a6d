package silverpoint.kiosk.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One page that follows the booth: a short queue that the hub fills without waiting, and the
 * request's own virtual thread, which empties it into the connection. A page that reads too slowly
 * loses what was queued and gets the whole state instead.
 */
final class EventStream {
  private static final int LONGEST_QUEUE = 8;
  private static final long BEAT_MS = 5_000;

  private final BlockingQueue<Event> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
  private volatile boolean missedSome;
  private volatile boolean closed;

  /** A change of the state, ready to be sent. */
  record Event(String name, long number, byte[] json) {
    static final Event CLOSE = new Event("close", 0, new byte[0]);

    byte[] bytes() {
      String head = "event: " + name + "\nid: " + number + "\ndata: ";
      byte[] start = head.getBytes(StandardCharsets.UTF_8);
      byte[] bytes = new byte[start.length + json.length + 2];
      System.arraycopy(start, 0, bytes, 0, start.length);
      System.arraycopy(json, 0, bytes, start.length, json.length);
      bytes[bytes.length - 2] = '\n';
      bytes[bytes.length - 1] = '\n';
      return bytes;
    }
  }

  /** Never waits. */
  void offer(Event event) {
    if (!queue.offer(event)) {
      missedSome = true;
      queue.clear();
    }
  }

  void close() {
    closed = true;
    queue.clear();
    queue.add(Event.CLOSE);
  }

  /**
   * Sends until the page leaves, the server stops, or the page is to be told no more.
   *
   * @param whole the state as it is
   * @param goesOn asked before anything is sent
   */
  void run(OutputStream out, Supplier<Event> whole, BooleanSupplier goesOn)
      throws IOException, InterruptedException {
    long sent = send(out, whole.get());
    while (!closed) {
      Event event = queue.poll(BEAT_MS, TimeUnit.MILLISECONDS);
      if (closed || !goesOn.getAsBoolean()) {
        return;
      }
      if (missedSome) {
        missedSome = false;
        sent = send(out, whole.get());
      } else if (event == null) {
        send(out, new Event("beat", sent, "{}".getBytes(StandardCharsets.UTF_8)));
      } else if (event.number() == sent + 1) {
        sent = send(out, event);
      } else if (event.number() > sent) {
        sent = send(out, whole.get());
      }
    }
  }

  private static long send(OutputStream out, Event event) throws IOException {
    out.write(event.bytes());
    out.flush();
    return event.number();
  }
}
