package silverpoint.machine.plotter;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import silverpoint.machine.driver.MotorDriver;
import silverpoint.machine.gpio.GpioChip;
import silverpoint.machine.gpio.GpioException;
import silverpoint.machine.gpio.InputLines;
import silverpoint.machine.gpio.LineGroup;
import silverpoint.machine.gpio.LineSource;
import silverpoint.machine.gpio.OutputLines;
import silverpoint.machine.gpio.RealTime;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepPlan;

/**
 * Real motors at the computer's GPIO lines. Two threads of its own: one makes the steps, with
 * real-time priority where that is permitted; one watches the switches, stops the motors at an
 * emergency, and tells a listener. A machine whose emergency stop nobody watches does not move.
 */
public final class GpioMachine extends ForwardingPlotter {
  private static final int WATCH_MS = 200;

  private final MotorPlotter motors;
  private final Board board;
  private final LineGroup lines;
  private final InputLines inputs;
  private final ControlPins controls;
  private final ControlListener listener;
  private final Consumer<String> notices;
  private final Punctuality punctuality;
  private final Thread watcher;
  private volatile boolean open = true;

  /**
   * What a machine needs of its computer.
   *
   * @param realTime claims it for the calling thread; says what is refused
   */
  record Board(LineSource chip, StepClock clock, Supplier<List<String>> realTime) {}

  private GpioMachine(
      MotorPlotter motors,
      Board board,
      LineGroup lines,
      InputLines inputs,
      ControlPins controls,
      ControlListener listener,
      Consumer<Optional<String>> late,
      Consumer<String> notices) {
    super(motors);
    this.motors = motors;
    this.board = board;
    this.lines = lines;
    this.inputs = inputs;
    this.controls = controls;
    this.listener = listener;
    this.notices = notices;
    punctuality = new Punctuality(onStepThread(board.realTime()), late);
    watcher = Thread.ofPlatform().daemon().name("silverpoint-switches").unstarted(this::watch);
  }

  /**
   * Takes the lines; the motors stay released.
   *
   * @param chipLabels the first GPIO chip with one of these labels is used
   * @param listener told when somebody uses a switch
   * @param late told why the last drawing took longer than planned; empty when it did not
   * @param notices told what a person should know
   */
  public static GpioMachine open(
      MotorDriver driver,
      ControlPins controls,
      MotionSettings motion,
      List<String> chipLabels,
      ControlListener listener,
      Consumer<Optional<String>> late,
      Consumer<String> notices) {
    try (GpioChip chip = GpioChip.open(chipLabels)) {
      Board board = new Board(chip, new SpinningClock(), RealTime::claim);
      return open(driver, controls, motion, board, listener, late, notices);
    } catch (GpioException e) {
      throw new PlotterException(String.valueOf(e.getMessage()), e);
    }
  }

  /** What was taken is given back when the rest cannot be had: it is free for the next attempt. */
  static GpioMachine open(
      MotorDriver driver,
      ControlPins controls,
      MotionSettings motion,
      Board board,
      ControlListener listener,
      Consumer<Optional<String>> late,
      Consumer<String> notices) {
    InputLines inputs =
        new SureStop(
            board.chip().inputs(controls.pins(), controls.debounceMs() * 1000),
            controls.emergencyStopPin());
    try {
      LineGroup lines = LineGroup.request(board.chip(), driver.pins(), driver.releasedBits());
      try {
        MotorPlotter motors = new MotorPlotter(driver, motion, sink(lines), board.clock());
        GpioMachine machine =
            new GpioMachine(motors, board, lines, inputs, controls, listener, late, notices);
        // before there are steps
        machine.punctuality.refused().forEach(machine::tell);
        machine.watcher.start();
        return machine;
      } catch (RuntimeException | Error e) {
        try (lines) {
          throw e;
        }
      }
    } catch (RuntimeException | Error e) {
      try (inputs) {
        throw e;
      }
    }
  }

  private static StepSink sink(OutputLines lines) {
    return (bits, mask) -> {
      try {
        lines.write(bits, mask);
      } catch (GpioException e) {
        throw new PlotterException(String.valueOf(e.getMessage()), e);
      }
    };
  }

  @Override
  public RunOutcome draw(StepPlan plan, int firstEvent) {
    requireWatched();
    long beganNs = board.clock().nowNs();
    RunOutcome outcome = onStepThread(() -> super.draw(plan, firstEvent));
    if (outcome == RunOutcome.FINISHED && firstEvent == 0) {
      punctuality.finished(plan.durationNs(), board.clock().nowNs() - beganNs);
    }
    return outcome;
  }

  @Override
  public RunOutcome resume() {
    requireWatched();
    return onStepThread(super::resume);
  }

  private <T> T onStepThread(Supplier<T> run) {
    FutureTask<T> task =
        new FutureTask<>(() -> {
          var _ = board.realTime().get();
          return run.get();
        });
    Thread.ofPlatform().name("silverpoint-steps").start(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
          stop();
        }
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        // what was misused stays a misuse
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void requireWatched() {
    if (!watcher.isAlive()) {
      throw new NotBegunException(
          "nobody watches the emergency stop any more; start the program again");
    }
    if (isStopPressed()) {
      throw new NotBegunException(
          "the emergency stop on GPIO "
              + controls.emergencyStopPin()
              + " is pressed, or its wire is broken; release the button");
    }
  }

  private boolean isStopPressed() {
    try {
      return inputs.isHigh(controls.emergencyStopPin());
    } catch (GpioException e) {
      throw new NotBegunException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void stop() {
    try {
      super.stop();
    } catch (PlotterException e) {
      tell("the motors cannot be released, switch their supply off: " + e.getMessage());
    }
  }

  @Override
  public void rearm() {
    requireWatched();
    super.rearm();
  }

  /** How punctual the steps were. */
  public Lateness lateness() {
    return motors.lateness();
  }

  private void watch() {
    try {
      while (open) {
        inputs.next(WATCH_MS).ifPresent(this::changed);
      }
    } catch (RuntimeException | Error e) {
      stop();
      tell("the switches cannot be watched, the motors are stopped: " + e.getMessage());
    }
  }

  private void changed(InputLines.Edge edge) {
    Control control = controls.at(edge.pin());
    boolean active =
        switch (control) {
          case EMERGENCY_STOP -> edge.high();
          case START, TILT -> !edge.high();
        };
    if (control == Control.EMERGENCY_STOP && active) {
      stop();
      tell("emergency stop: the motors are stopped");
    }
    try {
      listener.changed(control, active);
    } catch (RuntimeException | Error e) {
      tell("a switch was used, and nobody took notice: " + e.getMessage());
    }
  }

  /** The watch and the motors do not depend on whether somebody listens. */
  private void tell(String notice) {
    try {
      notices.accept(notice);
    } catch (RuntimeException | Error _) {
      // there is nobody else to tell
    }
  }

  /** Switches the motors off and gives the lines back, whatever of it fails. */
  @Override
  public void close() {
    if (!ends()) {
      return;
    }
    try (inputs;
        lines;
        motors) {
      endWatch();
    } catch (RuntimeException e) {
      tell("the motors may have current, switch their supply off: " + e.getMessage());
    }
  }

  /** Whether this call ends it. */
  private synchronized boolean ends() {
    boolean ends = open;
    open = false;
    return ends;
  }

  private void endWatch() {
    boolean interrupted = false;
    while (watcher.isAlive()) {
      try {
        watcher.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
