package silverpoint.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silverpoint.cli.terminal.ConsoleObserver;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.cli.terminal.Within;
import silverpoint.foundation.geometry.Point;
import silverpoint.kiosk.app.MachineChoice;
import silverpoint.kiosk.app.MachineSession;
import silverpoint.kiosk.app.MeasuredProfile;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.calibration.Calibration;
import silverpoint.machine.calibration.CalibrationObserver;
import silverpoint.machine.calibration.TestPattern;
import silverpoint.machine.motion.Backlash;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.plotter.Knobs;
import silverpoint.machine.plotter.VirtualClock;
import silverpoint.machine.simulator.SimulatedEtchASketch;
import silverpoint.machine.simulator.SimulatedMachine;
import silverpoint.machine.simulator.SimulatedObserver;
import silverpoint.machine.simulator.Simulation;
import silverpoint.machine.simulator.StylusTrace;
import silverpoint.machine.simulator.ToySettings;
import silverpoint.sketch.preview.ToyPicture;

/** Measures scale and play of a toy, and keeps them at the very end. */
@Command(
    name = "calibrate",
    description =
        "Measures scale and play. Real motors: a person watches the stylus and answers; simulated"
            + " ones: a simulated eye does.",
    mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {
  /** A tenth of the line's width. */
  private static final double SHARPNESS_OF_LINE = 0.1;

  private static final double SQUARE_DEG = 0.5;

  private static final double LINE_SPACING_MM = 0.06;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private MachineOptions machine = new MachineOptions();

  @Option(
      names = "--write",
      description = "Keep what was measured: it goes over the profile from now on.")
  private boolean write;

  @Option(
      names = "--worn",
      paramLabel = "N",
      defaultValue = "1",
      description = "Simulated toy: its play is N times as wide as the profile's.")
  @Within(least = 0, most = 4)
  private double worn = 1;

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description = "Simulated toy: write what it shows at every step, before and after to DIR.")
  private @Nullable Path pictures;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    MachineChoice choice = machine.choice();
    ToySettings toy = choice.profile().simulator().worn(worn);
    try (MachineSession session = MachineSession.open(choice, toy, out::println)) {
      MachineProfile profile = session.profile();
      session.machine().unlock();
      Knobs knobs = new Knobs(session.machine()::turn, profile.motion());
      session.simulated().ifPresent(simulated -> leaveSomewhere(knobs, profile, simulated.toy()));
      CalibrationObserver observer =
          session
              .simulated()
              .<CalibrationObserver>map(simulated ->
                  new SimulatedObserver(
                      simulated.toy(),
                      SHARPNESS_OF_LINE * profile.page().lineWidthMm(),
                      (step, trace) -> picture(profile, name(step), trace)))
              .orElseGet(() -> new ConsoleObserver(console(), out));
      Calibration.Result result =
          new Calibration(
                  knobs,
                  observer,
                  profile.motion(),
                  profile.page().drawableMm(),
                  profile.page().marginMm())
              .run();
      tell(out, "x", result.x());
      tell(out, "y", result.y());
      out.printf(
          Locale.ROOT,
          "the axes are %s: lines down lean %.2f degrees to the right%n",
          Math.abs(result.skewDeg()) < SQUARE_DEG ? "square" : "not square, mend the motors' mount",
          result.skewDeg());
      if (session.simulated().isPresent()) {
        compare(profile, toy, result.in(profile.motion()), out);
      }
      if (write) {
        Path kept = MeasuredProfile.keep(choice, result, profile.mounting());
        out.println("written to " + kept + "; now jog to the corner and run 'home'");
      } else {
        out.println("nothing is written; --write keeps these values for this machine");
      }
      out.flush();
    }
    return ExitCode.OK;
  }

  /** As a real toy is found: the stylus stands somewhere on a blank page. */
  private static void leaveSomewhere(
      Knobs knobs, MachineProfile profile, SimulatedEtchASketch toy) {
    Point wayMm = profile.page().drawableMm().centre().minus(profile.home().pointMm()).times(0.6);
    MotionSettings motion = profile.motion();
    knobs.turn(
        (int) Math.round(wayMm.x() * motion.x().stepsPerMm()),
        (int) Math.round(wayMm.y() * motion.y().stepsPerMm()));
    toy.erase();
  }

  private static String name(CalibrationObserver.Step step) {
    return (step.ordinal() + 1) + "-" + step.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void picture(MachineProfile profile, String name, StylusTrace trace) {
    if (pictures != null) {
      TestPatternCommand.write(
          pictures.resolve(name + ".png"),
          ToyPicture.of(profile.page(), trace.lineMm(LINE_SPACING_MM)));
    }
  }

  /** Draws the test pattern on two fresh toys, as the profile says and as was measured. */
  private void compare(
      MachineProfile profile, ToySettings toy, MotionSettings measured, PrintWriter out) {
    compare(profile, toy, profile.motion(), "before", out);
    compare(profile, toy, measured, "after", out);
  }

  private void compare(
      MachineProfile profile,
      ToySettings toy,
      MotionSettings belief,
      String name,
      PrintWriter out) {
    Point homeMm = profile.home().pointMm();
    SimulatedMachine fresh =
        new SimulatedMachine(profile.driver(), belief, toy, homeMm, new VirtualClock());
    MotionPlan plan =
        new MotionPlanner(belief, profile.page().drawableMm())
            .plan(
                new TestPattern(profile.page().drawableMm()).lineMm(homeMm),
                Backlash.atHome(belief));
    fresh.draw(new StepGenerator(belief).generate(plan));
    Simulation simulation = Simulation.of(plan, fresh);
    out.printf(
        Locale.ROOT,
        "test pattern %s: off by %.3f mm in the mean, 95 %% by less than %.3f mm%n",
        name,
        simulation.fidelity().meanMm(),
        simulation.fidelity().p95Mm());
    picture(profile, name, fresh.toy().trace());
  }

  private static BufferedReader console() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  private static void tell(PrintWriter out, String axis, Calibration.Measured measured) {
    out.printf(
        Locale.ROOT,
        "%s: %.2f steps/mm, play %d steps (%.2f mm; to the negative side %d, to the positive %d)%n",
        axis,
        measured.stepsPerMm(),
        measured.backlashSteps(),
        measured.backlashSteps() / measured.stepsPerMm(),
        measured.toNegativeSteps(),
        measured.toPositiveSteps());
    if (measured.differs()) {
      out.printf(
          Locale.ROOT,
          "%s: the two plays differ by %.2f mm; they should not: is a knob loose on its shaft, or a"
              + " tooth misread?%n",
          axis,
          measured.differenceMm());
    }
  }
}
