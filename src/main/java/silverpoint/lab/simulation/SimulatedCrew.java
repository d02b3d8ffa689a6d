package silverpoint.lab.simulation;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import silverpoint.kiosk.booth.BoothAction;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.Crew;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.Offer;
import silverpoint.kiosk.booth.Ticket;

/**
 * A crew in virtual time that takes as long as the real one does, and fails in every way that the
 * real one can: by chance, or for a while.
 */
final class SimulatedCrew implements Crew {
  /** Real drawings take a little longer than planned. */
  private static final double OVERHEAD = 1.03;

  private final VirtualTime time;
  private final RandomGenerator chance;
  private final double faults;
  private Consumer<BoothEvent> booth = event -> {};
  private boolean positionKnown = true;
  private boolean cameraBroken;
  private long plotterBrokenUntilMs;
  private long modelBrokenUntilMs;
  private long diskFullUntilMs;
  private long run;
  private long endsMs = -1;
  private double leftS;
  private long drawn;

  /** Whose other drawings are still wanted; 0 for nobody. */
  private long choosing;

  /**
   * @param faults 1 for the usual rate of faults, 0 for none
   */
  SimulatedCrew(VirtualTime time, RandomGenerator chance, double faults) {
    this.time = time;
    this.chance = chance;
    this.faults = faults;
  }

  void answerTo(Consumer<BoothEvent> listener) {
    booth = listener;
  }

  boolean happens(double probability) {
    return chance.nextDouble() < probability;
  }

  private boolean fails(double probability) {
    return happens(probability * faults);
  }

  double between(double least, double most) {
    return least + chance.nextDouble() * (most - least);
  }

  private void answer(double afterS, BoothEvent event) {
    Consumer<BoothEvent> asked = booth;
    time.in(afterS, () -> asked.accept(event));
  }

  /** The camera is unplugged for a while. */
  void unplugCamera(double forS) {
    cameraBroken = true;
    booth.accept(new BoothEvent.Failing(FaultKind.CAMERA, "unplugged"));
    time.in(
        forS,
        () -> {
          cameraBroken = false;
          booth.accept(new BoothEvent.Healed(FaultKind.CAMERA));
        });
  }

  /** The disk is full for a while. */
  void fillDisk(double forS) {
    diskFullUntilMs = time.nowMs() + Math.round(forS * 1000);
    booth.accept(new BoothEvent.Failing(FaultKind.HISTORY, "disk full"));
    answer(forS, new BoothEvent.Healed(FaultKind.HISTORY));
  }

  /** The model files are missing for a while. */
  void loseModels(double forS) {
    modelBrokenUntilMs = time.nowMs() + Math.round(forS * 1000);
    booth.accept(new BoothEvent.Failing(FaultKind.MODEL, "models/edge-portrait is missing"));
    answer(forS, new BoothEvent.Healed(FaultKind.MODEL));
  }

  /** The motors' supply is gone for a while. */
  void breakPlotter(double forS) {
    plotterBrokenUntilMs = time.nowMs() + Math.round(forS * 1000);
    if (endsMs >= 0) {
      stopMotors();
      booth.accept(new BoothEvent.MachineFailed(FaultKind.POSITION_UNKNOWN, "no supply"));
    }
  }

  /** The program dies and begins again; whether the position is certain then. */
  boolean die() {
    boolean certain = positionKnown && endsMs < 0;
    stopMotors();
    positionKnown = certain;
    return certain;
  }

  private void stopMotors() {
    if (endsMs >= 0) {
      positionKnown = false;
    }
    endsMs = -1;
    run++;
  }

  @Override
  public void perform(BoothAction action, Consumer<BoothEvent> answers) {
    switch (action) {
      case BoothAction.TakeFrame(long session) -> {
        if (!cameraBroken) {
          answer(
              0.05,
              fails(0.05)
                  ? new BoothEvent.FrameMissed(session)
                  : new BoothEvent.FrameTaken(session));
        }
      }
      case BoothAction.Sketch(long session) -> sketch(session);
      case BoothAction.Settle(long session, _) -> choosing = choosing == session ? 0 : choosing;
      case BoothAction.Forget(long session) -> choosing = choosing == session ? 0 : choosing;
      case BoothAction.Draw(Ticket ticket) -> draw(ticket);
      case BoothAction.Hold _ -> hold(new BoothEvent.DrawingHeld(drawn));
      case BoothAction.StopDrawing _ -> hold(new BoothEvent.DrawingStopped(drawn, true));
      case BoothAction.Resume _ -> move(leftS);
      case BoothAction.CutMotors _ -> cutMotors();
      case BoothAction.Park _ -> answer(between(2, 12), new BoothEvent.Parked());
      case BoothAction.CheckMachine _ -> answer(1, checked());
      case BoothAction.Serve(BoothCommand.Service task) -> {
        positionKnown = task instanceof BoothCommand.DeclareHome;
        answer(5, new BoothEvent.ServiceEnded(positionKnown));
      }
      default -> {}
    }
  }

  private void sketch(long session) {
    if (time.nowMs() < modelBrokenUntilMs) {
      answer(0.1, new BoothEvent.SketchFailed(session, false, "model missing"));
    } else if (fails(0.01)) {
      answer(1, new BoothEvent.SketchFailed(session, false, "out of memory"));
    } else if (fails(0.02)) {
      answer(0.3, new BoothEvent.SketchFailed(session, true, "no face"));
    } else if (!fails(0.005)) {
      double drawTimeS = Math.clamp(Math.exp(4.4 + 0.3 * chance.nextGaussian()), 30, 280);
      double afterS = between(0.5, 1.6);
      answer(afterS, new BoothEvent.Sketched(session, offer("shaded", drawTimeS)));
      choosing = session;
      alsoSketch(session, afterS + between(0.2, 6), offer("contour", 0.8 * drawTimeS));
      alsoSketch(session, afterS + between(0.4, 20), offer("minimal", 0.5 * drawTimeS));
    }
    // else the sketcher hangs and never answers
  }

  private static Offer offer(String style, double drawTimeS) {
    return new Offer(style, drawTimeS, 12 * drawTimeS);
  }

  /** Another drawing, unless it fails or its guest does not wait for it any more. */
  private void alsoSketch(long session, double afterS, Offer offer) {
    Consumer<BoothEvent> asked = booth;
    if (!fails(0.02)) {
      time.in(
          afterS,
          () -> {
            if (choosing == session) {
              asked.accept(new BoothEvent.AlsoSketched(session, offer));
            }
          });
    }
  }

  private BoothEvent checked() {
    if (time.nowMs() < plotterBrokenUntilMs) {
      return new BoothEvent.MachineFailed(FaultKind.PLOTTER, "no supply");
    }
    if (!positionKnown) {
      return new BoothEvent.MachineFailed(
          FaultKind.POSITION_UNKNOWN, "look where the stylus stands");
    }
    return time.nowMs() < diskFullUntilMs
        ? new BoothEvent.MachineFailed(FaultKind.POSITION_FILE, "disk full")
        : new BoothEvent.MachineReady();
  }

  private void draw(Ticket ticket) {
    drawn = ticket.number();
    double tookS = ticket.drawTimeS() * OVERHEAD * (1 + 0.005 * chance.nextGaussian()) + 1;
    if (time.nowMs() < plotterBrokenUntilMs) {
      answer(0.2, new BoothEvent.MachineFailed(FaultKind.PLOTTER, "no supply"));
    } else if (time.nowMs() < diskFullUntilMs) {
      answer(0.1, new BoothEvent.MachineFailed(FaultKind.POSITION_FILE, "disk full"));
    } else if (fails(0.004)) {
      // the motors stall, and nobody notices
      endsMs = Long.MAX_VALUE;
    } else {
      move(tookS);
    }
  }

  private void move(double forS) {
    endsMs = time.nowMs() + Math.round(forS * 1000);
    long mine = ++run;
    long session = drawn;
    Consumer<BoothEvent> asked = booth;
    time.in(
        forS,
        () -> {
          if (mine == run) {
            endsMs = -1;
            asked.accept(new BoothEvent.DrawingFinished(session));
          }
        });
  }

  private void hold(BoothEvent event) {
    if (endsMs == Long.MAX_VALUE) {
      return;
    }
    if (endsMs >= 0) {
      leftS = (endsMs - time.nowMs()) / 1000.0;
      endsMs = -1;
      run++;
    }
    answer(0.4, event);
  }

  @Override
  public void cutMotors() {
    boolean moved = endsMs >= 0;
    stopMotors();
    if (moved) {
      answer(0.1, new BoothEvent.DrawingStopped(drawn, false));
    }
  }

  @Override
  public OptionalDouble drawnS() {
    return OptionalDouble.empty();
  }

  @Override
  public String hint() {
    return "";
  }
}
