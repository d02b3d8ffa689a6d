package silverpoint.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import silverpoint.cli.output.RouteFile;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.foundation.geometry.Point;
import silverpoint.kiosk.app.MachineChoice;
import silverpoint.kiosk.app.MachineSession;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.motion.Backlash;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.plotter.MachinePosition;
import silverpoint.machine.simulator.Simulation;

/** Draws a line that was made before, such as that of {@code draw}, on a machine. */
@Command(
    name = "plot",
    description = "Draws the line in a route.json of 'draw' on the machine.",
    mixinStandardHelpOptions = true)
final class PlotCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private MachineOptions machine = new MachineOptions();

  @Parameters(paramLabel = "ROUTE", description = "A route.json; its folder will do.")
  private @Nullable Path file;

  @Mixin private AnimationOption animation = new AnimationOption();

  @Mixin private PlotFileOptions plotFiles = new PlotFileOptions();

  @Override
  public Integer call() {
    animation.requireFolder();
    plotFiles.requireFolder();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    MachineChoice choice = machine.choice();
    RouteFile route = RouteFile.read(Objects.requireNonNull(file));
    route.requireFits(choice.profile().page(), choice.name());
    plotFiles.write(choice.profile(), route::pathMm, route::strokesMm).ifPresent(out::println);
    try (MachineSession session = MachineSession.open(choice, out::println)) {
      MotionPlan plan = draw(session, route, out);
      out.printf(
          Locale.ROOT, "drawn in %.0f s; the stylus stands %s%n", plan.durationS(), session.near());
      session
          .simulated()
          .ifPresent(simulated -> {
            Simulation simulation = Simulation.of(plan, simulated);
            out.printf(
                Locale.ROOT,
                "steps lost by the simulated motors: %d; motion lost at the frame: %.1f mm%n",
                simulation.lostSteps(),
                simulation.lostAtFrameMm());
            animation.write(session.profile().page(), simulation);
          });
      session.lateness().ifPresent(late -> out.println("steps: " + late));
      out.flush();
    }
    return ExitCode.OK;
  }

  /** Draws from where the stylus stands, or goes on with the same drawing. */
  private static MotionPlan draw(MachineSession session, RouteFile route, PrintWriter out) {
    MachineProfile profile = session.profile();
    MachinePosition position = session.machine().position();
    Point begins = route.points().getFirst();
    if (position.isInterrupted() && position.isCertain()) {
      for (Point start : List.of(begins, profile.home().pointMm())) {
        MotionPlan plan =
            new MotionPlanner(profile.motion(), profile.page().drawableMm())
                .plan(route.from(start), Backlash.atHome(profile.motion()));
        if (session.steps(plan).fingerprint() == position.job()) {
          out.println("this drawing was interrupted; it goes on where it stopped");
          session.draw(plan, position.event());
          return plan;
        }
      }
      out.println("another drawing was interrupted; this one begins where it stopped");
    }
    boolean parked = session.machine().isParkedAt(begins);
    return session.draw(route.from(parked ? begins : session.machine().stylusMm()));
  }
}
