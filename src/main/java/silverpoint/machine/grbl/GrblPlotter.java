package silverpoint.machine.grbl;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import silverpoint.machine.driver.GrblBoard;
import silverpoint.machine.linux.SerialException;
import silverpoint.machine.linux.SerialLine;
import silverpoint.machine.linux.SerialPort;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.plotter.NotBegunException;
import silverpoint.machine.plotter.PlotProgress;
import silverpoint.machine.plotter.PlotProgress.Activity;
import silverpoint.machine.plotter.Plotter;
import silverpoint.machine.plotter.PlotterException;
import silverpoint.machine.plotter.RunOutcome;

/**
 * Motors behind a board with GRBL. The moves and the play are those of the plan; speeds between
 * them are the board's, by its own acceleration. The board's port is opened when it is first
 * needed, and again after it was unplugged. A board that has failed in a drawing is brought to rest
 * where it still answers; where the stylus is, nobody knows then.
 */
public final class GrblPlotter implements Plotter {
  private final GrblBoard settings;
  private final MotionSettings motion;
  private final Supplier<SerialLine> port;
  private final Consumer<String> notices;
  private volatile Optional<GrblController> board = Optional.empty();
  private volatile Activity activity = Activity.IDLE;
  private volatile StepPlan plan = StepPlan.of(0, 0, new long[0], new int[0], new int[0]);
  private volatile int made;
  private volatile boolean uncertain;
  private volatile boolean holdAsked;
  private volatile boolean stopAsked;

  /**
   * @param port opens it
   * @param notices told what a person should know
   */
  GrblPlotter(
      GrblBoard settings,
      MotionSettings motion,
      Supplier<SerialLine> port,
      Consumer<String> notices) {
    this.settings = settings;
    this.motion = motion;
    this.port = port;
    this.notices = notices;
  }

  /** Greets the board; it stays locked where it is. */
  public static GrblPlotter open(GrblBoard board, MotionSettings motion, Consumer<String> notices) {
    GrblPlotter plotter =
        new GrblPlotter(
            board, motion, () -> SerialPort.open(board.port(), board.baudRate()), notices);
    plotter.connected();
    return plotter;
  }

  /** Takes the current off the motors of a board that no program drives. */
  public static void sleep(GrblBoard board) {
    try (GrblController controller =
        GrblController.greet(SerialPort.open(board.port(), board.baudRate()), board)) {
      controller.sleep();
    } catch (SerialException e) {
      throw new PlotterException(String.valueOf(e.getMessage()), e);
    }
  }

  private GrblController connected() {
    try {
      GrblController controller = board.orElseGet(() -> GrblController.greet(port.get(), settings));
      board = Optional.of(controller);
      return controller;
    } catch (SerialException e) {
      throw new PlotterException(String.valueOf(e.getMessage()), e);
    }
  }

  private void disconnect() {
    Optional<GrblController> gone = board;
    board = Optional.empty();
    gone.ifPresent(GrblController::close);
  }

  @Override
  public RunOutcome draw(StepPlan wanted, int firstEvent) {
    if (activity == Activity.HELD) {
      throw new IllegalStateException("the plan before is held; resume or abandon it");
    }
    return run(wanted, firstEvent);
  }

  @Override
  public RunOutcome resume() {
    if (activity != Activity.HELD) {
      throw new IllegalStateException("no plan is held");
    }
    holdAsked = false;
    return run(plan, made);
  }

  private RunOutcome run(StepPlan wanted, int from) {
    Activity before = begin();
    Activity after = before;
    try {
      if (stopAsked) {
        after = Activity.STOPPED;
        took(wanted, from);
        return RunOutcome.STOPPED;
      }
      GrblRun prepared = prepared(wanted, from);
      took(wanted, from);
      after = Activity.STOPPED;
      RunOutcome outcome = drawn(prepared);
      after =
          switch (outcome) {
            case FINISHED -> Activity.FINISHED;
            case HELD -> Activity.HELD;
            case STOPPED -> Activity.STOPPED;
          };
      return outcome;
    } finally {
      if (after != Activity.HELD) {
        // a hold was meant for the plan that has ended, however it ended
        holdAsked = false;
      }
      end(after);
    }
  }

  private synchronized Activity begin() {
    if (activity == Activity.DRAWING) {
      throw new IllegalStateException("another thread draws on this machine");
    }
    Activity before = activity;
    activity = Activity.DRAWING;
    return before;
  }

  private synchronized void end(Activity after) {
    activity = after;
    if (stopAsked) {
      sleep();
    }
  }

  private void took(StepPlan wanted, int from) {
    made = from;
    plan = wanted;
    uncertain = false;
  }

  /** What is to be done, of a board that has not moved. */
  private GrblRun prepared(StepPlan wanted, int from) {
    try {
      return GrblRun.prepared(connected(), wanted, from, motion);
    } catch (SerialException | PlotterException e) {
      if (e instanceof SerialException) {
        disconnect();
      }
      throw new NotBegunException(String.valueOf(e.getMessage()), e);
    }
  }

  private RunOutcome drawn(GrblRun run) {
    uncertain = true;
    try {
      RunOutcome outcome = run.run(() -> holdAsked, () -> stopAsked, events -> made = events);
      uncertain = outcome == RunOutcome.STOPPED;
      return outcome;
    } catch (SerialException | PlotterException e) {
      if (stopAsked) {
        return RunOutcome.STOPPED;
      }
      if (e instanceof SerialException) {
        disconnect();
      } else {
        bringToRest();
      }
      throw new PlotterException(String.valueOf(e.getMessage()), e);
    }
  }

  private void bringToRest() {
    try {
      board.ifPresent(GrblController::bringToRest);
    } catch (SerialException | PlotterException e) {
      disconnect();
      tell("the board may go on for a moment, switch its motors' supply off: " + e.getMessage());
    }
  }

  @Override
  public synchronized void abandon() {
    if (activity == Activity.HELD) {
      holdAsked = false;
      activity = Activity.IDLE;
    }
  }

  @Override
  public void hold() {
    holdAsked = true;
  }

  /** Resets the board at once; it then takes the current off the motors. */
  @Override
  public void stop() {
    stopAsked = true;
    try {
      board.ifPresent(controller -> controller.link().realTime(GrblLink.RESET));
    } catch (SerialException e) {
      tell("the motors cannot be stopped, switch their supply off: " + e.getMessage());
    }
    // a drawing thread does the rest; nobody else would
    sleepAtRest();
  }

  private synchronized void sleepAtRest() {
    if (activity != Activity.DRAWING) {
      sleep();
    }
  }

  private void sleep() {
    try {
      board.ifPresent(controller -> {
        controller.reset();
        controller.sleep();
      });
    } catch (SerialException | PlotterException e) {
      disconnect();
      tell("the motors may have current, switch their supply off: " + e.getMessage());
    }
  }

  /** Wakes a board that a stop has put to sleep; one that an alarm has locked stays locked. */
  @Override
  public synchronized void rearm() {
    boolean stopped = stopAsked;
    stopAsked = false;
    if (stopped && activity != Activity.DRAWING) {
      try {
        board.ifPresent(GrblController::wake);
      } catch (SerialException | PlotterException e) {
        disconnect();
      }
    }
  }

  /** Unlocks a board after an alarm, on the word of a person who has looked at it. */
  @Override
  public synchronized void unlock() {
    try {
      connected().unlock();
    } catch (SerialException | PlotterException e) {
      disconnect();
      throw new NotBegunException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The board does that by itself, some time after the last step ($1). */
  @Override
  public void release() {}

  @Override
  public PlotProgress progress() {
    return new PlotProgress(activity, plan, made, !uncertain);
  }

  /** Chips on a board know the phase of their motors. */
  @Override
  public void turnedBefore(int xSteps, int ySteps) {}

  private void tell(String notice) {
    try {
      notices.accept(notice);
    } catch (RuntimeException | Error _) {
      // there is nobody else to tell
    }
  }

  @Override
  public void close() {
    if (activity == Activity.DRAWING) {
      stop();
    }
    disconnect();
  }
}
