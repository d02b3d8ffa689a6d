package silverpoint.kiosk.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells pages what changes, by server-sent events: the whole state when a page connects ({@code
 * snapshot}), then JSON merge patches ({@code delta}), at most one each {@code gap}, and a {@code
 * beat} when nothing happens. While what it tells of is silent, it sends nothing and lets no page
 * follow, so that no page takes an old state for the present one. Whoever says that something
 * changed does not wait, neither for the state to be read nor for any page.
 */
public final class EventHub implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);

  /** Progress goes on without anybody saying so. */
  private static final long LOOK_MS = 500;

  private final Supplier<?> state;
  private final Supplier<Optional<String>> silence;
  private final Duration gap;
  private final int mostClients;
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
  private final Semaphore changes = new Semaphore(0);
  private final Thread publisher;

  private volatile Current current;

  private record Current(long number, ObjectNode tree, byte[] json) {
    EventStream.Event event() {
      return new EventStream.Event("snapshot", number, json);
    }
  }

  /**
   * @param name of the thread that publishes
   * @param state the state as a record; read on the hub's own thread
   * @param silence why the state is not that of the present moment; empty while it is
   */
  public EventHub(
      String name,
      Supplier<?> state,
      Supplier<Optional<String>> silence,
      Duration gap,
      int mostClients) {
    this.state = state;
    this.silence = silence;
    this.gap = gap;
    this.mostClients = mostClients;
    this.current = read(0);
    this.publisher = Thread.ofVirtual().name(name).start(this::publish);
  }

  /** Something may have changed; costs the caller nothing. */
  public void changed() {
    if (changes.availablePermits() == 0) {
      changes.release();
    }
  }

  /** The whole state as JSON, as last published. */
  public byte[] json() {
    return current.json();
  }

  public int clients() {
    return streams.size();
  }

  /** Keeps a page informed until it leaves; the caller's thread is the page's own. */
  public void serve(Call call, BooleanSupplier isStillAdmitted) throws InterruptedException {
    if (!call.header("Accept").orElse("").contains("text/event-stream")) {
      throw new RequestRefused(406, "this route gives text/event-stream");
    }
    silence
        .get()
        .ifPresent(why -> {
          throw new RequestRefused(503, why, 2);
        });
    EventStream stream = new EventStream();
    streams.add(stream);
    try {
      if (streams.size() > mostClients) {
        throw new RequestRefused(503, "too many pages follow the booth", 30);
      }
      OutputStream out = call.stream("text/event-stream");
      stream.run(
          out,
          () -> current.event(),
          () -> silence.get().isEmpty() && isStillAdmitted.getAsBoolean());
    } catch (IOException e) {
      LOG.debug("a page left: {}", e.getMessage());
    } finally {
      streams.remove(stream);
    }
  }

  @Override
  public void close() {
    publisher.interrupt();
    streams.forEach(EventStream::close);
  }

  private void publish() {
    try {
      while (true) {
        if (changes.tryAcquire(LOOK_MS, TimeUnit.MILLISECONDS)) {
          changes.drainPermits();
        }
        publishOnce();
        Thread.sleep(gap);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void publishOnce() {
    try {
      tryToPublish();
    } catch (RuntimeException | Error _) {
      // without memory even saying so fails
    }
  }

  private void tryToPublish() {
    try {
      if (silence.get().isPresent()) {
        return;
      }
      Current before = current;
      Current after = read(before.number() + 1);
      ObjectNode patch = MergePatch.between(before.tree(), after.tree());
      if (!patch.isEmpty()) {
        current = after;
        EventStream.Event event = new EventStream.Event("delta", after.number(), Json.bytes(patch));
        streams.forEach(stream -> stream.offer(event));
      }
    } catch (RuntimeException | Error e) {
      LOG.warn("the state could not be published", e);
    }
  }

  private Current read(long number) {
    ObjectNode tree = (ObjectNode) Json.tree(state.get());
    return new Current(number, tree, Json.bytes(tree));
  }
}
