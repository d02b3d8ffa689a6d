package silverpoint.booth;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one loop of the kiosk: takes events in order, asks {@link BoothTransitions} what follows, and
 * has the {@link Crew} do it. Everything but {@link #process} may be called from any thread.
 */
public final class Booth implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Booth.class);

  /** Clocks may be set; the loop looks at the time at least so often. */
  private static final long LONGEST_WAIT_MS = 1000;

  private record Message(BoothEvent event, CompletableFuture<Optional<Refusal>> answer) {}

  private final BoothTransitions transitions;
  private final Crew crew;
  private final BoothClock clock;
  private final Snapshots snapshots;
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final List<Consumer<BoothSnapshot>> listeners = new CopyOnWriteArrayList<>();
  private final Thread loop = Thread.ofPlatform().name("silverpoint-booth").unstarted(this::run);
  private volatile BoothState state;
  private volatile long changes;
  private volatile boolean open = true;

  /**
   * A booth that does not run yet.
   *
   * @param state in which it begins
   */
  public Booth(BoothSettings settings, BoothState state, Crew crew, BoothClock clock) {
    transitions = new BoothTransitions(settings);
    this.state = state;
    this.crew = crew;
    this.clock = clock;
    snapshots = new Snapshots(transitions, clock, crew);
  }

  /** Starts the loop. */
  public void start() {
    loop.start();
  }

  /** Hands an event over; never waits. */
  public void tell(BoothEvent event) {
    messages.add(new Message(event, new CompletableFuture<>()));
  }

  /**
   * Asks for something and waits for the answer: why it was refused, or empty when it was accepted.
   * An emergency stop cuts the motors before it takes its turn.
   */
  public Optional<Refusal> command(BoothCommand command) {
    if (command instanceof BoothCommand.EmergencyStop) {
      crew.cutMotors();
    }
    CompletableFuture<Optional<Refusal>> answer = new CompletableFuture<>();
    messages.add(new Message(new BoothEvent.Commanded(command), answer));
    return answer.join();
  }

  /** The booth at this moment, progress included. */
  public BoothSnapshot snapshot() {
    return snapshots.of(state, changes);
  }

  /**
   * Tells of every change of the state from now on, on the booth's thread: the listener must not
   * wait.
   *
   * @return ends the subscription
   */
  public Runnable subscribe(Consumer<BoothSnapshot> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Booth time at which the state changes by itself. */
  public long deadlineMs() {
    return transitions.deadlineMs(state);
  }

  /** The next state; for the loop, and for whoever runs the booth in virtual time. */
  public Optional<Refusal> process(BoothEvent event) {
    BoothState before = state;
    Optional<Refusal> refusal =
        event instanceof BoothEvent.Commanded(BoothCommand command)
            ? transitions.refusal(before, command).or(() -> crew.refusal(command))
            : Optional.empty();
    BoothEvent accepted = refusal.isPresent() ? new BoothEvent.Tick() : event;
    Transition transition = transitions.next(before, accepted, clock.nowMs().getAsLong());
    state = transition.state();
    transition.actions().forEach(action -> crew.perform(action, this::tell));
    if (!state.equals(before)) {
      changes++;
      log(before);
      tellListeners();
    }
    return refusal;
  }

  /** The events that wait; for whoever runs the booth in virtual time. */
  public Optional<BoothEvent> nextEvent() {
    return Optional.ofNullable(messages.poll()).map(Message::event);
  }

  private void run() {
    process(new BoothEvent.Tick());
    while (open) {
      try {
        long waitMs = Math.clamp(deadlineMs() - clock.nowMs().getAsLong(), 0, LONGEST_WAIT_MS);
        Message message = messages.poll(waitMs, TimeUnit.MILLISECONDS);
        if (message == null) {
          process(new BoothEvent.Tick());
        } else {
          answer(message);
        }
      } catch (InterruptedException e) {
        open = false;
      }
    }
    messages.forEach(message -> message.answer.complete(Optional.of(Refusal.CLOSED)));
  }

  /** The loop outlives whatever goes wrong in it. */
  private void answer(Message message) {
    try {
      message.answer.complete(process(message.event));
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.error("the booth could not take {}", message.event, e);
      message.answer.complete(Optional.of(Refusal.NOT_HERE));
    }
  }

  private void tellListeners() {
    if (listeners.isEmpty()) {
      return;
    }
    BoothSnapshot snapshot = snapshot();
    for (Consumer<BoothSnapshot> listener : listeners) {
      try {
        listener.accept(snapshot);
      } catch (RuntimeException e) {
        LOG.warn("a listener failed", e);
      }
    }
  }

  private void log(BoothState before) {
    String visitor = state.visitor().getClass().getSimpleName();
    String machine = state.machine().getClass().getSimpleName();
    if (!visitor.equals(before.visitor().getClass().getSimpleName())
        || !machine.equals(before.machine().getClass().getSimpleName())) {
      LOG.info("visitor {}, machine {}, {} waiting", visitor, machine, state.queue().size());
    }
  }

  /** Ends the loop; the crew is not told. */
  @Override
  public void close() {
    open = false;
    loop.interrupt();
    try {
      loop.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
