package silverpoint.plotter;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import silverpoint.gpio.GpioChip;
import silverpoint.gpio.GpioException;
import silverpoint.gpio.InputLines;
import silverpoint.gpio.LineGroup;
import silverpoint.gpio.RealTime;
import silverpoint.motion.MotionSettings;
import silverpoint.motion.StepPlan;

/**
 * Real motors at the computer's GPIO lines. Two threads of its own: one makes the steps, with
 * real-time priority where that is permitted; one waits for the emergency stop.
 */
public final class GpioMachine implements Plotter, AutoCloseable {
  private static final int WATCH_MS = 200;

  private final MotorPlotter motors;
  private final LineGroup lines;
  private final InputLines inputs;
  private final ControlPins controls;
  private final Consumer<String> notices;
  private final Thread watcher;
  private volatile boolean open = true;
  private boolean claimed;

  private GpioMachine(
      MotorPlotter motors,
      LineGroup lines,
      InputLines inputs,
      ControlPins controls,
      Consumer<String> notices) {
    this.motors = motors;
    this.lines = lines;
    this.inputs = inputs;
    this.controls = controls;
    this.notices = notices;
    watcher = Thread.ofPlatform().daemon().name("silverpoint-stop").unstarted(this::watch);
  }

  /**
   * Takes the lines; the motors stay released.
   *
   * @param chipLabels the first GPIO chip with one of these labels is used
   * @param notices told what a person should know
   */
  public static GpioMachine open(
      MotorDriver driver,
      ControlPins controls,
      MotionSettings motion,
      List<String> chipLabels,
      Consumer<String> notices) {
    try (GpioChip chip = GpioChip.open(chipLabels)) {
      InputLines inputs = chip.inputs(controls.pins(), controls.debounceMs() * 1000);
      LineGroup lines = LineGroup.request(chip, driver.pins(), driver.releasedBits());
      MotorPlotter motors = new MotorPlotter(driver, motion, lines::write, new SpinningClock());
      GpioMachine machine = new GpioMachine(motors, lines, inputs, controls, notices);
      machine.watcher.start();
      return machine;
    } catch (GpioException e) {
      throw new PlotterException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Returns when the plan is done, held or stopped. */
  @Override
  public void draw(StepPlan plan) {
    if (inputs.isHigh(controls.emergencyStopPin())) {
      throw new PlotterException(
          "the emergency stop on GPIO "
              + controls.emergencyStopPin()
              + " is pressed, or its wire is broken");
    }
    Optional<RuntimeException> failure = onStepThread(plan);
    if (failure.isPresent()) {
      throw new PlotterException(String.valueOf(failure.get().getMessage()), failure.get());
    }
  }

  private Optional<RuntimeException> onStepThread(StepPlan plan) {
    RuntimeException[] failure = new RuntimeException[1];
    Thread steps =
        Thread.ofPlatform()
            .name("silverpoint-steps")
            .start(() -> {
              List<String> refused = RealTime.claim();
              if (!claimed) {
                refused.forEach(notices);
                claimed = true;
              }
              try {
                motors.draw(plan);
              } catch (RuntimeException e) {
                failure[0] = e;
              }
            });
    try {
      steps.join();
    } catch (InterruptedException e) {
      motors.stop();
      Thread.currentThread().interrupt();
    }
    return Optional.ofNullable(failure[0]);
  }

  /** To hold, resume and stop. */
  public MotorPlotter motors() {
    return motors;
  }

  private void watch() {
    while (open) {
      inputs
          .next(WATCH_MS)
          .filter(edge -> edge.pin() == controls.emergencyStopPin() && edge.high())
          .ifPresent(edge -> {
            motors.stop();
            notices.accept("emergency stop: the motors have no current");
          });
    }
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
