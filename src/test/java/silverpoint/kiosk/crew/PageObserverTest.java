package silverpoint.kiosk.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.Refusal;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.kiosk.config.MachineProfiles;
import silverpoint.machine.calibration.Calibration;
import silverpoint.machine.calibration.CalibrationObserver.Axis;
import silverpoint.machine.calibration.CalibrationObserver.Step;
import silverpoint.machine.motion.Direction;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.plotter.Machine;
import silverpoint.machine.plotter.VirtualClock;
import silverpoint.machine.simulator.SimulatedMachine;

/** A calibration whose questions are answered from elsewhere, on a simulated machine. */
class PageObserverTest {
  private static final MachineProfile PROFILE =
      new MachineProfiles(Path.of("kiosk-config/machines")).load("classic");
  private static final MotionSettings MOTION = PROFILE.motion();

  private final BlockingQueue<BoothEvent> told = new LinkedBlockingQueue<>();
  private final List<Calibration.Result> kept = new ArrayList<>();
  private final SimulatedMachine toy =
      new SimulatedMachine(
          PROFILE.driver(),
          MOTION,
          PROFILE.simulator(),
          PROFILE.home().pointMm(),
          new VirtualClock());
  private final Machine machine =
      new Machine(
          toy, MOTION, PROFILE.page().drawableMm(), PROFILE.home().pointMm(), Optional.empty());
  private final PageObserver observer = new PageObserver(toy.toy()::erase);
  private final MachineOperator operator =
      new MachineOperator(
          new KioskCrew.MachinePart(
              machine,
              MOTION,
              new KioskCrew.Bench(
                  PROFILE.page().drawableMm(),
                  PROFILE.page().marginMm(),
                  PROFILE.parkMm(),
                  observer,
                  kept::add)),
          new SketchMemory(),
          (_, _) -> {},
          told::add);

  @BeforeEach
  void begin() {
    operator.serve(new BoothCommand.Calibrate());
  }

  @AfterEach
  void close() {
    operator.close();
    machine.close();
  }

  @Test
  void fiveStepsOfAnswersMakeAResultThatIsKeptWhenSomebodySaysSo() throws InterruptedException {
    Set<Step> steps = EnumSet.noneOf(Step.class);
    Set<Axis> brought = EnumSet.noneOf(Axis.class);
    double widthMm = PROFILE.page().drawableMm().width();
    double heightMm = PROFILE.page().drawableMm().height();
    CalibrationQuestion question = next(0);
    while (!(question.asked() instanceof CalibrationQuestion.Keep)) {
      steps.add(question.step());
      Step step = question.step();
      Optional<Double> answer =
          switch (question.asked()) {
            case CalibrationQuestion.Bring(Axis axis, Direction side, _)
                when step == Step.OPPOSITE_CORNER && brought.add(axis) ->
                Optional.of(side.sign() * (axis == Axis.X ? widthMm : heightMm));
            case CalibrationQuestion.Bring _ -> Optional.empty();
            case CalibrationQuestion.Length(Axis axis) ->
                Optional.of(axis == Axis.X ? widthMm : heightMm);
            case CalibrationQuestion.Tooth _ -> Optional.of(3.0);
            case CalibrationQuestion.Diagonal _ -> Optional.of(90.0);
            case CalibrationQuestion.Shake _, CalibrationQuestion.Keep _ -> Optional.empty();
          };
      question = answered(question, answer);
    }
    assertThat(steps).isEqualTo(EnumSet.allOf(Step.class));
    assertThat(kept).isEmpty();
    observer.answer(question.number(), Optional.empty());
    assertThat(event()).isEqualTo(new BoothEvent.ServiceEnded(false));
    Calibration.Result result = kept.getFirst();
    assertThat(result.skewDeg()).isZero();
    assertThat(result.x().backlashSteps()).isPositive();
    assertThat(result.x().toNegativeSteps()).isEqualTo(result.x().toPositiveSteps());
    // the knob went as far as somebody measured, but for the play
    assertThat(result.x().stepsPerMm() * widthMm + result.x().backlashSteps())
        .isCloseTo(widthMm * MOTION.x().stepsPerMm(), within(1.0));
    assertThat(observer.question()).isEmpty();
  }

  @Test
  void answersThatComeLateOrMakeNoSenseChangeNothing() throws InterruptedException {
    CalibrationQuestion first = next(0);
    assertThat(observer.refusal(first.number() + 1, Optional.empty()))
        .contains(Refusal.OTHER_QUESTION);
    for (double nonsense : new double[] {Double.NaN, 201, -1e9, Double.POSITIVE_INFINITY}) {
      assertThat(observer.refusal(first.number(), Optional.of(nonsense)))
          .contains(Refusal.NO_ANSWER);
      observer.answer(first.number(), Optional.of(nonsense));
      assertThat(observer.question()).contains(first);
    }
    CalibrationQuestion second = answered(first, Optional.of(1.0));
    assertThat(second.asked()).isEqualTo(first.asked());
    observer.answer(first.number(), Optional.empty());
    assertThat(observer.question()).contains(second);
  }

  @Test
  void anEndLeavesEverythingAsItWas() throws InterruptedException {
    answered(next(0), Optional.of(1.0));
    observer.end();
    assertThat(event()).isEqualTo(new BoothEvent.ServiceEnded(false));
    assertThat(kept).isEmpty();
    assertThat(observer.question()).isEmpty();
    operator.serve(new BoothCommand.DeclareHome());
    assertThat(event()).isEqualTo(new BoothEvent.ServiceEnded(true));
  }

  @Test
  void anEndBeforeAnythingTurnedKeepsThePosition() throws InterruptedException {
    next(0);
    observer.end();
    assertThat(event()).isEqualTo(new BoothEvent.ServiceEnded(true));
  }

  @Test
  void anEmergencyStopEndsTheQuestions() throws InterruptedException {
    answered(next(0), Optional.of(1.0));
    operator.cutMotors();
    assertThat(event())
        .isInstanceOfSatisfying(
            BoothEvent.MachineFailed.class,
            failed -> assertThat(failed.kind()).isEqualTo(FaultKind.POSITION_UNKNOWN));
    assertThat(kept).isEmpty();
    assertThat(observer.refusal(2, Optional.empty())).contains(Refusal.OTHER_QUESTION);
  }

  private CalibrationQuestion answered(CalibrationQuestion question, Optional<Double> answer)
      throws InterruptedException {
    assertThat(observer.refusal(question.number(), answer)).as(question.toString()).isEmpty();
    observer.answer(question.number(), answer);
    return next(question.number());
  }

  private CalibrationQuestion next(long after) throws InterruptedException {
    for (int i = 0; i < 20_000; i++) {
      Optional<CalibrationQuestion> open = observer.question();
      if (open.isPresent() && open.get().number() > after) {
        return open.get();
      }
      Thread.sleep(1);
    }
    throw new AssertionError("no question after " + after + "; told " + told);
  }

  private BoothEvent event() throws InterruptedException {
    BoothEvent event = told.poll(20, TimeUnit.SECONDS);
    assertThat(event).isNotNull();
    return event;
  }
}
