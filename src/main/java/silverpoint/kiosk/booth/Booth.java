package silverpoint.kiosk.booth;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one loop of the kiosk: takes events in order, asks {@link BoothTransitions} what follows, and
 * has the {@link Crew} do it. Whatever goes wrong in a turn is a fault that staff see, and the loop
 * goes on. Everything but {@link #process} may be called from any thread.
 */
public final class Booth implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Booth.class);

  /** Clocks may be set; the loop looks at the time at least so often. */
  private static final long LONGEST_WAIT_MS = 1_000;

  /** Whoever asks for something waits no longer for the loop. */
  private static final long ANSWER_MS = 1_500;

  /** A loop that has done no turn for so long is stuck. */
  private static final long SILENT_MS = 5_000;

  /** After so long without another failure a failed turn is forgotten. */
  private static final long CALM_MS = 60_000;

  /** The crew may be stuck itself when the booth is closed. */
  private static final long CLOSING_MS = 5_000;

  private record Message(BoothEvent event, CompletableFuture<Optional<Refusal>> answer) {}

  private final BoothTransitions transitions;
  private final Crew crew;
  private final BoothClock clock;
  private final Snapshots snapshots;
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final List<Consumer<BoothSnapshot>> listeners = new CopyOnWriteArrayList<>();
  private volatile LongConsumer watchdog = _ -> {};
  private final Thread loop = Thread.ofPlatform().name("silverpoint-booth").unstarted(this::run);
  private volatile BoothState state;
  private volatile long changes;
  private volatile boolean open = true;

  /** Booth time of the last turn that went well. */
  private volatile long turnedMs;

  /** Booth time of the last failure. */
  private long failedMs;

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
    turnedMs = clock.nowMs().getAsLong();
    loop.start();
  }

  /** Hands an event over; never waits. */
  public void tell(BoothEvent event) {
    messages.add(new Message(event, new CompletableFuture<>()));
  }

  /**
   * Asks for something and waits for the answer: why it was refused, or empty when it was accepted.
   * An emergency stop cuts the motors before it takes its turn. A loop that does not answer is not
   * waited for: {@link Refusal#SILENT}.
   */
  public Optional<Refusal> command(BoothCommand command) {
    Message message = new Message(new BoothEvent.Commanded(command), new CompletableFuture<>());
    try {
      if (command instanceof BoothCommand.EmergencyStop) {
        crew.cutMotors();
      }
    } finally {
      messages.add(message);
    }
    if (!open) {
      refuseWaiting();
    }
    return message
        .answer
        .completeOnTimeout(Optional.of(Refusal.SILENT), ANSWER_MS, TimeUnit.MILLISECONDS)
        .join();
  }

  /** Why the loop takes no turns, such as a turn that never ends; empty while all is well. */
  public Optional<String> silence() {
    if (!loop.isAlive()) {
      return Optional.of("the booth's loop does not run");
    }
    long silentMs = clock.nowMs().getAsLong() - turnedMs;
    return silentMs > SILENT_MS
        ? Optional.of("the booth's loop has done nothing for " + silentMs / 1000 + " s")
        : Optional.empty();
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

  /**
   * Has each turn that goes well told to whoever starts the program again when none does, with the
   * booth's time, on the booth's thread: it must not wait.
   */
  public void feed(LongConsumer watchdog) {
    this.watchdog = watchdog;
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
    transition.actions().forEach(this::perform);
    if (!state.equals(before)) {
      log(before);
      tellListeners(before);
    }
    return refusal;
  }

  /** The events that wait; for whoever runs the booth in virtual time. */
  public Optional<BoothEvent> nextEvent() {
    return Optional.ofNullable(messages.poll()).map(Message::event);
  }

  private void run() {
    long waitMs = 0;
    while (open) {
      try {
        waitMs = turn(waitMs);
      } catch (InterruptedException e) {
        // closing; or somebody else's interrupt, which ends nothing
        waitMs = 0;
      } catch (RuntimeException | Error e) {
        // without memory even saying so fails
        waitMs = LONGEST_WAIT_MS;
      }
    }
    refuseWaiting();
  }

  /**
   * Takes what is next, whatever goes wrong with it.
   *
   * @return how long the next turn may wait; a turn that failed is not repeated in place
   */
  private long turn(long waitMs) throws InterruptedException {
    Message next = messages.poll(waitMs, TimeUnit.MILLISECONDS);
    Message message =
        next == null ? new Message(new BoothEvent.Tick(), new CompletableFuture<>()) : next;
    try {
      message.answer.complete(process(message.event));
      long nowMs = clock.nowMs().getAsLong();
      if (state.faults().containsKey(FaultKind.PROGRAM) && nowMs >= failedMs + CALM_MS) {
        process(new BoothEvent.Healed(FaultKind.PROGRAM));
      }
      turnedMs = nowMs;
      watchdog.accept(nowMs);
      return Math.clamp(deadlineMs() - nowMs, 0, LONGEST_WAIT_MS);
    } catch (RuntimeException | Error e) {
      message.answer.complete(Optional.of(Refusal.FAILED));
      BoothState before = state;
      failed("a step of the booth", e);
      tellListeners(before);
      return LONGEST_WAIT_MS;
    }
  }

  private void perform(BoothAction action) {
    try {
      crew.perform(action, this::tell);
    } catch (RuntimeException | Error e) {
      failed("what the booth asked of its crew", e);
    }
  }

  /** Says so once; the transitions, which may have failed themselves, are not asked. */
  private void failed(String what, Throwable failure) {
    failedMs = Math.max(turnedMs, failedMs);
    if (!state.faults().containsKey(FaultKind.PROGRAM)) {
      String message = what + " failed; the log says more";
      Transition transition =
          transitions.failing(state, new Fault(FaultKind.PROGRAM, message, failedMs, 0));
      state = transition.state();
      transition.actions().forEach(this::perform);
    }
    try {
      LOG.error("the booth goes on after a failure of {}", what, failure);
    } catch (RuntimeException | Error _) {
      // without memory even saying so fails
    }
  }

  /** A listener that fails is a change of the state, too. */
  private void tellListeners(BoothState before) {
    BoothState told = before;
    while (!state.equals(told)) {
      told = state;
      changes++;
      if (!listeners.isEmpty()) {
        tell(snapshot());
      }
    }
  }

  private void tell(BoothSnapshot snapshot) {
    for (Consumer<BoothSnapshot> listener : listeners) {
      try {
        listener.accept(snapshot);
      } catch (RuntimeException | Error e) {
        failed("somebody who follows the booth", e);
      }
    }
  }

  private void refuseWaiting() {
    for (Message left = messages.poll(); left != null; left = messages.poll()) {
      left.answer.complete(Optional.of(Refusal.CLOSED));
    }
  }

  private void log(BoothState before) {
    String visitor = WireName.Of.kind(state.visitor().getClass());
    String machine = WireName.Of.kind(state.machine().getClass());
    if (!visitor.equals(WireName.Of.kind(before.visitor().getClass()))
        || !machine.equals(WireName.Of.kind(before.machine().getClass()))) {
      LOG.info("visitor {}, machine {}, {} waiting", visitor, machine, state.queue().size());
    }
  }

  /** Ends the loop; the crew is not told. A turn that does not end is left behind. */
  @Override
  public void close() {
    open = false;
    loop.interrupt();
    try {
      loop.join(CLOSING_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    refuseWaiting();
  }
}
