package silverpoint.kiosk.crew;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.Ticket;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.plotter.Machine;
import silverpoint.machine.plotter.NotBegunException;
import silverpoint.machine.plotter.PlotProgress.Activity;
import silverpoint.machine.plotter.PlotterException;
import silverpoint.machine.plotter.RunOutcome;
import silverpoint.sketch.PlannedLine;

/** Drives the machine on a thread of its own, and tells the booth how it went. */
final class MachineOperator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MachineOperator.class);

  private final Machine machine;
  private final MotionSettings motion;
  private final KioskCrew.Bench bench;
  private final SketchMemory memory;
  private final Parking parking;
  private final MachineService service;
  private final Starts starts;
  private final Consumer<BoothEvent> booth;
  private final Worker worker;
  private volatile boolean giveUp;
  private volatile boolean drawing;
  private volatile boolean cut;

  /** Told when the motors start on a line, and how long after they were asked to. */
  @FunctionalInterface
  interface Starts {
    void started(long session, double startMs);
  }

  MachineOperator(
      KioskCrew.MachinePart parts, SketchMemory memory, Starts starts, Consumer<BoothEvent> booth) {
    this(parts, memory, starts, new WorkerThread("silverpoint-machine"), booth);
  }

  MachineOperator(
      KioskCrew.MachinePart parts,
      SketchMemory memory,
      Starts starts,
      Worker worker,
      Consumer<BoothEvent> booth) {
    this.machine = parts.machine();
    this.motion = parts.motion();
    this.bench = parts.bench();
    this.memory = memory;
    this.parking = new Parking(machine, motion, memory, bench.parkMm());
    this.service = new MachineService(machine, motion, bench);
    this.starts = starts;
    this.worker = worker;
    this.booth = booth;
  }

  void draw(Ticket ticket) {
    giveUp = false;
    long askedNs = System.nanoTime();
    long session = ticket.number();
    Optional<PlannedLine> asked = memory.line(session);
    work(() -> {
      PlannedLine line =
          parking.fromHere(
              asked.orElseThrow(
                  () -> new PlotterException("the line of ticket " + session + " is gone")));
      memory.replace(session, line);
      drawing = true;
      LOG.info("ticket {}: the motors start", session);
      starts.started(session, (System.nanoTime() - askedNs) * 1e-6);
      ended(session, machine.draw(line.stepPlan()));
    });
  }

  private void ended(long session, RunOutcome outcome) {
    switch (outcome) {
      case FINISHED -> {
        drawing = false;
        machine.release();
        booth.accept(new BoothEvent.DrawingFinished(session));
      }
      case HELD -> {
        if (giveUp) {
          abandon(session);
        } else {
          booth.accept(new BoothEvent.DrawingHeld(session));
        }
      }
      case STOPPED -> abandon(session);
    }
  }

  private void abandon(long session) {
    drawing = false;
    machine.abandon();
    if (!cut) {
      machine.release();
    }
    booth.accept(new BoothEvent.DrawingStopped(session, machine.isPositionCertain()));
  }

  void hold() {
    machine.hold();
  }

  void resume(long session) {
    work(() -> ended(session, goOn()));
  }

  /** A line that rests goes on resting while it cannot be noted that it goes on. */
  private RunOutcome goOn() {
    try {
      return machine.resume();
    } catch (NotBegunException e) {
      if (machine.notNoted().isEmpty()) {
        throw e;
      }
      LOG.warn("{}", e.getMessage());
      return RunOutcome.HELD;
    }
  }

  /** Comes to rest and gives the drawing up. */
  void stopDrawing(long session) {
    giveUp = true;
    machine.hold();
    work(() -> {
      // a drawing that rested before the stop was asked for still waits for its end
      if (drawing && machine.progress().activity() == Activity.HELD) {
        abandon(session);
      }
    });
  }

  /** From any thread: takes the current from the motors. */
  void cutMotors() {
    cut = true;
    machine.stop();
    bench.observer().end();
  }

  /** Goes to where the next line begins; see {@link Parking}. */
  void park(Optional<Long> next) {
    work(() -> {
      if (parking.park(next) != RunOutcome.FINISHED) {
        throw new PlotterException("the stylus did not get to where the next line begins");
      }
      machine.release();
      booth.accept(new BoothEvent.Parked());
    });
  }

  void check() {
    work(() -> {
      cut = false;
      drawing = false;
      try {
        machine.rearm();
      } catch (PlotterException e) {
        booth.accept(
            new BoothEvent.MachineFailed(FaultKind.EMERGENCY_STOP, String.valueOf(e.getMessage())));
        return;
      }
      machine.abandon();
      machine.noteAgain();
      booth.accept(checked());
    });
  }

  private BoothEvent checked() {
    if (!machine.isPositionCertain()) {
      return new BoothEvent.MachineFailed(FaultKind.POSITION_UNKNOWN, lost());
    }
    return machine
        .notNoted()
        .<BoothEvent>map(why -> new BoothEvent.MachineFailed(FaultKind.POSITION_FILE, why))
        .orElseGet(BoothEvent.MachineReady::new);
  }

  private String lost() {
    String near = machine.position().near(motion);
    return machine.position().isInterrupted()
        ? "a drawing was interrupted; the stylus was last seen " + near
        : "nobody knows where the stylus stands; last seen " + near;
  }

  void serve(BoothCommand.Service task) {
    work(() -> {
      cut = false;
      machine.rearm();
      machine.abandon();
      machine.unlock();
      service.run(task, () -> cut);
      machine.release();
      booth.accept(new BoothEvent.ServiceEnded(machine.isPositionCertain()));
    });
  }

  /** Who answers the questions of a calibration. */
  PageObserver observer() {
    return bench.observer();
  }

  /** Takes the current from motors that rest. */
  void release() {
    work(machine::release);
  }

  /** Seconds of the planned motion that were made. */
  OptionalDouble drawnS() {
    return drawing ? OptionalDouble.of(machine.progress().madeNs() * 1e-9) : OptionalDouble.empty();
  }

  private void work(Runnable task) {
    worker.later(() -> {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        drawing = false;
        stopped();
        String message = message(e);
        booth.accept(new BoothEvent.MachineFailed(kind(e), message));
        LOG.warn("the machine failed: {}", message);
      }
    });
  }

  /** Whatever else fails, the booth hears that the machine did. */
  private void stopped() {
    try {
      machine.stop();
    } catch (RuntimeException | Error e) {
      LOG.warn("the motors could not be stopped", e);
    }
  }

  private static String message(Throwable e) {
    try {
      return e instanceof PlotterException ? String.valueOf(e.getMessage()) : e.toString();
    } catch (RuntimeException | Error _) {
      return "an error of which nothing can be said, as without memory";
    }
  }

  private FaultKind kind(Throwable e) {
    boolean notNoted = e instanceof NotBegunException && machine.notNoted().isPresent();
    FaultKind other = machine.isPositionCertain() ? FaultKind.PLOTTER : FaultKind.POSITION_UNKNOWN;
    return notNoted ? FaultKind.POSITION_FILE : other;
  }

  /** Brings the stylus to rest on the path, so that its position stays certain. */
  @Override
  public void close() {
    giveUp = true;
    bench.observer().end();
    machine.hold();
    worker.close();
  }
}
