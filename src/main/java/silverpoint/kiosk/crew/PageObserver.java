package silverpoint.kiosk.crew;

import java.util.Optional;
import java.util.function.DoubleConsumer;
import silverpoint.kiosk.booth.Refusal;
import silverpoint.kiosk.crew.CalibrationQuestion.Asked;
import silverpoint.machine.calibration.Calibration;
import silverpoint.machine.calibration.CalibrationObserver;
import silverpoint.machine.motion.Direction;
import silverpoint.machine.plotter.PlotterException;

/**
 * A person in front of the toy with a page in hand. The thread that calibrates waits in a question;
 * pages show it, and the answer comes from any thread.
 */
public final class PageObserver implements CalibrationObserver {
  private final Runnable shaken;
  private Step step = Step.HOME_CORNER;
  private long asked;
  private Optional<CalibrationQuestion> question = Optional.empty();
  private Optional<Double> answer = Optional.empty();
  private boolean ended = true;

  /**
   * @param shaken done when somebody says that the toy may be blank; a simulated toy has no other
   *     hands
   */
  public PageObserver(Runnable shaken) {
    this.shaken = shaken;
  }

  /** What is asked at the moment; empty while the motors turn, and when nothing is calibrated. */
  public synchronized Optional<CalibrationQuestion> question() {
    return question;
  }

  /** Why this is no answer; empty when it is one. */
  synchronized Optional<Refusal> refusal(long number, Optional<Double> value) {
    if (question.filter(open -> open.number() == number).isEmpty()) {
      return Optional.of(Refusal.OTHER_QUESTION);
    }
    return question.get().takes(value) ? Optional.empty() : Optional.of(Refusal.NO_ANSWER);
  }

  /** Answers the question of that number; one that is not asked any more is left alone. */
  synchronized void answer(long number, Optional<Double> value) {
    if (refusal(number, value).isEmpty()) {
      question = Optional.empty();
      answer = value;
      notifyAll();
    }
  }

  /** A calibration begins. */
  synchronized void open() {
    ended = false;
  }

  /** No question will be answered any more. */
  synchronized void end() {
    ended = true;
    question = Optional.empty();
    notifyAll();
  }

  /** Whether somebody has ended it. */
  synchronized boolean hasEnded() {
    return ended;
  }

  /** Does nothing, unless it was ended. */
  synchronized void goOn() {
    if (ended) {
      throw new PlotterException("the calibration was ended; nothing has been written");
    }
  }

  private synchronized Optional<Double> ask(Asked what) {
    if (!ended) {
      question = Optional.of(new CalibrationQuestion(++asked, step, what));
    }
    try {
      while (question.isPresent()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end();
    }
    goOn();
    return answer;
  }

  private double number(Asked what) {
    return ask(what).orElseThrow();
  }

  /** Asks whether the result is to be kept; waits until somebody says yes. */
  void keep(Calibration.Result result) {
    ask(new CalibrationQuestion.Keep(result));
  }

  @Override
  public synchronized void begin(Step next) {
    step = next;
  }

  @Override
  public void end(Step over) {
    if (over != Step.RECTANGLE) {
      ask(new CalibrationQuestion.Shake());
      shaken.run();
    }
  }

  @Override
  public void bring(Axis axis, Direction side, double fromEdgeMm, DoubleConsumer jog) {
    Asked there = new CalibrationQuestion.Bring(axis, side, fromEdgeMm);
    for (Optional<Double> mm = ask(there); mm.isPresent(); mm = ask(there)) {
      jog.accept(mm.get());
    }
  }

  @Override
  public double travelledMm(Axis axis) {
    return number(new CalibrationQuestion.Length(axis));
  }

  @Override
  public int toothAtRail(Axis axis, Direction back, int teeth) {
    return (int) number(new CalibrationQuestion.Tooth(axis, back, teeth)) - 1;
  }

  @Override
  public Diagonals diagonals() {
    double fallingMm = number(new CalibrationQuestion.Diagonal(true));
    return new Diagonals(fallingMm, number(new CalibrationQuestion.Diagonal(false)));
  }
}
