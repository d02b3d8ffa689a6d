package silverpoint.kiosk.booth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import silverpoint.UnspeakableError;

/** Nothing ends the loop, and nobody waits for it for ever. */
class BoothLoopTest {
  private static final BoothCommand STOP = new BoothCommand.EmergencyStop();

  private final AtomicLong nowMs = new AtomicLong(1);
  private final AtomicInteger clockFailures = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();
  private final List<BoothAction> done = new CopyOnWriteArrayList<>();

  /** What the crew does when it is asked for something. */
  private volatile Consumer<BoothAction> performing = done::add;

  private final Crew crew =
      new Crew() {
        @Override
        public void perform(BoothAction action, Consumer<BoothEvent> answers) {
          performing.accept(action);
        }

        @Override
        public void cutMotors() {
          cuts.incrementAndGet();
        }

        @Override
        public OptionalDouble drawnS() {
          return OptionalDouble.empty();
        }

        @Override
        public String hint() {
          return "";
        }
      };

  private final Booth booth =
      new Booth(
          Booths.SETTINGS,
          Booths.fresh(),
          crew,
          new BoothClock(this::readClock, () -> Instant.ofEpochMilli(nowMs.get())));

  /** Fails as often as planted, but only for the loop. */
  private long readClock() {
    boolean loop = Thread.currentThread().getName().equals("silverpoint-booth");
    if (loop && clockFailures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("planted");
    }
    return nowMs.get();
  }

  @AfterEach
  void close() {
    booth.close();
  }

  private Optional<Refusal> asks(BoothCommand command) throws Exception {
    return CompletableFuture.supplyAsync(() -> booth.command(command)).get(20, TimeUnit.SECONDS);
  }

  private static void await(BooleanSupplier condition) {
    for (int i = 0; i < 3000 && !condition.getAsBoolean(); i++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private boolean hasFault() {
    return booth.snapshot().faults().stream().anyMatch(fault -> fault.kind() == FaultKind.PROGRAM);
  }

  @Test
  void aTurnThatFailsIsAFaultAndTheNextOneIsTaken() throws Exception {
    clockFailures.set(3);
    booth.start();
    await(this::hasFault);
    await(() -> clockFailures.get() == 0);
    assertThat(asks(new BoothCommand.Close())).isEmpty();
    assertThat(booth.silence()).isEmpty();
    assertThat(done).anyMatch(BoothAction.NoteFault.class::isInstance);
  }

  @Test
  void aCommandWhoseTurnFailsIsAnsweredSo() throws Exception {
    booth.start();
    assertThat(asks(new BoothCommand.Close())).isEmpty();
    clockFailures.set(1000);
    assertThat(asks(new BoothCommand.Open())).contains(Refusal.FAILED);
    assertThat(asks(STOP)).contains(Refusal.FAILED);
    assertThat(cuts).hasValue(1);
  }

  @Test
  void anActionThatFailsLeavesTheOthersOfItsTurn() throws Exception {
    performing =
        action -> {
          if (action instanceof BoothAction.NoteEnded) {
            throw new UnspeakableError();
          }
          done.add(action);
        };
    booth.start();
    booth.tell(new BoothEvent.SubjectSeen(1, true));
    assertThat(asks(new BoothCommand.Agree(false))).isEmpty();
    done.clear();
    assertThat(asks(STOP)).isEmpty();
    assertThat(done).contains(new BoothAction.CutMotors(), new BoothAction.Forget(1));
    await(this::hasFault);
  }

  @Test
  void whoeverFollowsTheBoothCannotEndIt() throws Exception {
    List<BoothSnapshot> heard = new CopyOnWriteArrayList<>();
    booth.subscribe(_ -> {
      throw new UnspeakableError();
    });
    booth.subscribe(heard::add);
    booth.start();
    assertThat(asks(new BoothCommand.Close())).isEmpty();
    assertThat(asks(new BoothCommand.Open())).isEmpty();
    await(() -> heard.size() >= 3);
    assertThat(heard.getLast().state().faults()).containsKey(FaultKind.PROGRAM);
  }

  @Test
  void aFailureIsForgottenAfterACalmMinute() {
    clockFailures.set(1);
    booth.start();
    await(this::hasFault);
    nowMs.addAndGet(61_000);
    await(() -> !hasFault());
  }

  @Test
  void nobodyWaitsForATurnThatDoesNotEnd() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stuck = new CountDownLatch(1);
    performing =
        action -> {
          begun.countDown();
          try {
            stuck.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    booth.start();
    booth.tell(new BoothEvent.SubjectSeen(1, true));
    booth.tell(new BoothEvent.Commanded(new BoothCommand.Agree(false)));
    begun.await();
    assertThat(asks(STOP)).contains(Refusal.SILENT);
    assertThat(cuts).as("the motors").hasValue(1);
    nowMs.addAndGet(6_000);
    assertThat(booth.silence().orElseThrow()).contains("for 6 s");
    stuck.countDown();
    await(() -> booth.silence().isEmpty());
    await(this::isStopped);
  }

  /** A stop that was not waited for takes its turn later. */
  private boolean isStopped() {
    return booth
        .snapshot()
        .state()
        .machineFault()
        .filter(fault -> fault.kind() == FaultKind.EMERGENCY_STOP)
        .isPresent();
  }

  @Test
  void anInterruptOfSomebodyElseEndsNothing() throws Exception {
    performing = action -> Thread.currentThread().interrupt();
    booth.start();
    booth.tell(new BoothEvent.SubjectSeen(1, true));
    assertThat(asks(new BoothCommand.Agree(false))).isEmpty();
    assertThat(asks(new BoothCommand.Decline())).isEmpty();
    assertThat(asks(new BoothCommand.Close())).isEmpty();
  }

  @Test
  void aBoothThatIsClosedOrHasNotBegunAnswers() throws Exception {
    assertThat(booth.silence()).isPresent();
    assertThat(asks(new BoothCommand.Close())).contains(Refusal.SILENT);
    booth.start();
    booth.close();
    assertThat(asks(new BoothCommand.Open())).contains(Refusal.CLOSED);
    assertThat(booth.silence()).isPresent();
  }
}
