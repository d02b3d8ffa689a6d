package silverpoint.plotter;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import silverpoint.gpio.GpioChip;
import silverpoint.gpio.GpioException;
import silverpoint.gpio.InputLines;
import silverpoint.gpio.LineGroup;
import silverpoint.gpio.RealTime;
import silverpoint.motion.MotionSettings;
import silverpoint.motion.StepPlan;

/**
 * Real motors at the computer's GPIO lines. Two threads of its own: one makes the steps, with
 * real-time priority where that is permitted; one watches the switches, stops the motors at an
 * emergency, and tells a listener.
 */
public final class GpioMachine extends ForwardingPlotter {
  private static final int WATCH_MS = 200;

  private final MotorPlotter motors;
  private final LineGroup lines;
  private final InputLines inputs;
  private final ControlPins controls;
  private final ControlListener listener;
  private final Consumer<String> notices;
  private final Thread watcher;
  private volatile boolean open = true;

  private GpioMachine(
      MotorPlotter motors,
      LineGroup lines,
      InputLines inputs,
      ControlPins controls,
      ControlListener listener,
      Consumer<String> notices) {
    super(motors);
    this.motors = motors;
    this.lines = lines;
    this.inputs = inputs;
    this.controls = controls;
    this.listener = listener;
    this.notices = notices;
    watcher = Thread.ofPlatform().daemon().name("silverpoint-switches").unstarted(this::watch);
  }

  /**
   * Takes the lines; the motors stay released.
   *
   * @param chipLabels the first GPIO chip with one of these labels is used
   * @param listener told when somebody uses a switch
   * @param notices told what a person should know
   */
  public static GpioMachine open(
      MotorDriver driver,
      ControlPins controls,
      MotionSettings motion,
      List<String> chipLabels,
      ControlListener listener,
      Consumer<String> notices) {
    try (GpioChip chip = GpioChip.open(chipLabels)) {
      InputLines inputs = chip.inputs(controls.pins(), controls.debounceMs() * 1000);
      LineGroup lines = motorLines(chip, driver, inputs);
      MotorPlotter motors = new MotorPlotter(driver, motion, lines::write, new SpinningClock());
      GpioMachine machine = new GpioMachine(motors, lines, inputs, controls, listener, notices);
      machine.watcher.start();
      tellRealTime(notices);
      return machine;
    } catch (GpioException e) {
      throw new PlotterException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Without the motors' lines the switches are of no use: they are free for the next attempt. */
  private static LineGroup motorLines(GpioChip chip, MotorDriver driver, InputLines inputs) {
    try {
      return LineGroup.request(chip, driver.pins(), driver.releasedBits());
    } catch (GpioException e) {
      inputs.close();
      throw e;
    }
  }

  @Override
  public Outcome draw(StepPlan plan, int firstEvent) {
    return onStepThread(() -> super.draw(plan, firstEvent));
  }

  @Override
  public Outcome resume() {
    return onStepThread(super::resume);
  }

  private Outcome onStepThread(Supplier<Outcome> run) {
    requireNoEmergency();
    FutureTask<Outcome> task =
        new FutureTask<>(() -> {
          RealTime.claim();
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
          motors.stop();
        }
      }
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNull(e.getCause());
      throw new PlotterException(String.valueOf(cause.getMessage()), cause);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Tells what a thread like that of the steps is refused, before there are steps. */
  private static void tellRealTime(Consumer<String> notices) {
    Thread trial = Thread.ofPlatform().start(() -> RealTime.claim().forEach(notices));
    try {
      trial.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void requireNoEmergency() {
    if (inputs.isHigh(controls.emergencyStopPin())) {
      throw new PlotterException(
          "the emergency stop on GPIO "
              + controls.emergencyStopPin()
              + " is pressed, or its wire is broken");
    }
  }

  @Override
  public void rearm() {
    requireNoEmergency();
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
    } catch (GpioException e) {
      // a machine whose emergency stop nobody watches must not move
      motors.stop();
      notices.accept("the switches cannot be watched, the motors are stopped: " + e.getMessage());
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
      motors.stop();
      notices.accept("emergency stop: the motors have no current");
    }
    listener.changed(control, active);
  }

  /** Switches the motors off and gives the lines back. */
  @Override
  public void close() {
    open = false;
    try {
      watcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      motors.close();
    } finally {
      lines.close();
      inputs.close();
    }
  }
}
