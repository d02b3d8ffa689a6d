package silverpoint.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.geometry.Point;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.calibration.Calibration;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.plotter.Knobs;
import silverpoint.machine.plotter.Machine;
import silverpoint.machine.plotter.PlotterException;
import silverpoint.machine.plotter.VirtualClock;
import silverpoint.machine.simulator.SimulatedMachine;
import silverpoint.machine.simulator.StylusTrace;
import silverpoint.machine.simulator.ToySettings;

/** The calibration as a person goes through it, who knows nothing but the questions and the toy. */
class ConsoleObserverTest {
  private final StringWriter asked = new StringWriter();

  /** Answers the question that was printed last, by looking at the toy with a ruler. */
  private final class Person extends BufferedReader {
    private static final Pattern JOG = Pattern.compile("stands (\\S+) mm from the (\\w+) edge");
    private static final Pattern COMB = Pattern.compile("point to the (\\w+) side");
    private static final double SHARP_MM = 0.01;

    private final SimulatedMachine machine;
    private final int givesUpAt;
    private int answers;
    private Point fromMm;
    private int looked = 1;

    Person(SimulatedMachine machine, int givesUpAt) {
      super(Reader.nullReader());
      this.machine = machine;
      this.givesUpAt = givesUpAt;
      fromMm = seen();
    }

    @Override
    public @Nullable String readLine() {
      answers++;
      if (answers == givesUpAt) {
        return answers % 2 == 0 ? "q" : null;
      }
      String question = asked.toString().strip();
      return answer(question.substring(question.lastIndexOf('\n') + 1));
    }

    private String answer(String question) {
      Matcher jog = JOG.matcher(question);
      if (jog.find()) {
        double leftMm = toEdge(jog.group(2), Double.parseDouble(jog.group(1)));
        double step = Math.abs(leftMm) > 1 ? 0.8 * leftMm : leftMm;
        return Math.abs(leftMm) < SHARP_MM ? "" : text(step);
      }
      Matcher comb = COMB.matcher(question);
      if (comb.find()) {
        return String.valueOf(1 + toothAtRail(comb.group(1)));
      }
      if (question.contains("by a ruler")) {
        Point now = seen();
        double lengthMm = now.distanceTo(fromMm);
        fromMm = now;
        return text(lengthMm);
      }
      if (question.contains("shake")) {
        machine.toy().erase();
        looked = 1;
        fromMm = seen();
      } else if (question.contains("to lower right")) {
        return text(fallingMm());
      } else if (question.contains("to upper right")) {
        return text(corner(p -> p.x() - p.y()).distanceTo(seen()));
      }
      return "";
    }

    /** What is missing along an axis, positive to the right or down. */
    private double toEdge(String edge, double fromEdgeMm) {
      Point at = seen();
      ToySettings toy = machine.toy().settings();
      return switch (edge) {
        case "left" -> fromEdgeMm - at.x();
        case "right" -> toy.screenWidthMm() - fromEdgeMm - at.x();
        case "upper" -> fromEdgeMm - at.y();
        default -> toy.screenHeightMm() - fromEdgeMm - at.y();
      };
    }

    /**
     * The rail is the last long line across; teeth end where the stylus turned away from the side.
     */
    private int toothAtRail(String side) {
      boolean ofX = side.equals("left") || side.equals("right");
      int back = side.equals("left") || side.equals("upper") ? -1 : 1;
      StylusTrace trace = machine.toy().trace();
      List<Double> teethMm = new ArrayList<>();
      double railMm = 0;
      double acrossMm = 0;
      int way = 0;
      for (int i = looked; i < trace.size(); i++) {
        Point moved = trace.atMm(i).minus(trace.atMm(i - 1));
        double alongMm = ofX ? moved.x() : moved.y();
        acrossMm = alongMm == 0 ? acrossMm + Math.abs(ofX ? moved.y() : moved.x()) : 0;
        double atMm = ofX ? trace.atMm(i - 1).x() : trace.atMm(i - 1).y();
        railMm = acrossMm > 5 ? atMm : railMm;
        int sign = (int) Math.signum(alongMm);
        if (sign == -back && way == back) {
          teethMm.add(atMm);
        }
        way = sign == 0 ? way : sign;
      }
      looked = trace.size();
      double mark = railMm;
      List<Double> comb = teethMm.subList(teethMm.size() - 8, teethMm.size());
      return IntStream.range(0, 8)
          .boxed()
          .min(Comparator.comparingDouble(i -> Math.abs(comb.get(i) - mark)))
          .orElseThrow();
    }

    /** The last line ends in the lower left; opposite sides are equally long. */
    private double fallingMm() {
      Point lowerRight = corner(p -> p.x() + p.y());
      Point upperLeft = seen().plus(corner(p -> p.x() - p.y()).minus(lowerRight));
      return upperLeft.distanceTo(lowerRight);
    }

    private Point corner(ToDoubleFunction<Point> furthest) {
      StylusTrace trace = machine.toy().trace();
      return IntStream.range(0, trace.size())
          .mapToObj(trace::atMm)
          .max(Comparator.comparingDouble(furthest))
          .orElseThrow();
    }

    private Point seen() {
      StylusTrace trace = machine.toy().trace();
      return trace.atMm(trace.size() - 1);
    }

    private static String text(double number) {
      return String.format(Locale.ROOT, "%.2f", number);
    }
  }

  private final MachineProfile profile = Lines.machine("classic");
  private final ToySettings worn = profile.simulator().worn(1.3);
  private int answers;

  private Calibration.Result calibrated(int givesUpAt) {
    SimulatedMachine simulated =
        new SimulatedMachine(
            profile.driver(), profile.motion(), worn, profile.home().pointMm(), new VirtualClock());
    Machine machine =
        new Machine(
            simulated,
            profile.motion(),
            profile.page().drawableMm(),
            profile.home().pointMm(),
            Optional.empty());
    Knobs knobs = new Knobs(machine::turn, profile.motion());
    knobs.turn(500, -300);
    Person person = new Person(simulated, givesUpAt);
    try {
      return new Calibration(
              knobs,
              new ConsoleObserver(person, new PrintWriter(asked, true)),
              profile.motion(),
              profile.page().drawableMm(),
              profile.page().marginMm())
          .run();
    } finally {
      answers = person.answers;
      assertThat(machine.isPositionCertain()).isFalse();
      assertThat(simulated.toy().lostAtFrameMm()).isZero();
    }
  }

  @Test
  void thePersonFindsTheHiddenTruthWithinAFullStep() {
    Calibration.Result result = calibrated(Integer.MAX_VALUE);
    double fullStep = worn.x().microsteps();
    double xPlay = worn.x().deadZoneSteps() + worn.x().elasticZoneSteps() / 2;
    double yPlay = worn.y().deadZoneSteps() + worn.y().elasticZoneSteps() / 2;
    assertThat((double) result.x().backlashSteps()).isCloseTo(xPlay, within(fullStep));
    assertThat((double) result.y().backlashSteps()).isCloseTo(yPlay, within(fullStep));
    double width = profile.page().drawableMm().width();
    assertThat(result.x().stepsPerMm() * width)
        .isCloseTo(worn.x().stepsPerMm() * width, within(fullStep));
    assertThat(result.y().stepsPerMm() * width)
        .isCloseTo(worn.y().stepsPerMm() * width, within(fullStep));
    assertThat(result.skewDeg()).isCloseTo(0, within(0.1));
    assertThat(asked.toString()).contains("Step 1 of 5: the home corner", "Step 5 of 5");
  }

  /** Ctrl-D or q at any question: no result, and a machine that asks for its home. */
  @ParameterizedTest(name = "every {0}th question")
  @ValueSource(ints = 3)
  void endsAtAnyQuestion(int every) {
    calibrated(Integer.MAX_VALUE);
    int questions = answers;
    assertThat(questions).isGreaterThan(30);
    for (int at = 1; at <= questions; at += every) {
      int last = at;
      assertThatExceptionOfType(PlotterException.class)
          .isThrownBy(() -> calibrated(last))
          .withMessage("the calibration was ended; nothing has been written");
    }
  }
}
