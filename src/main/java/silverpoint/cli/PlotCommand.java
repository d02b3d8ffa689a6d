package silverpoint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.motion.MotionPlan;
import silverpoint.plotter.PlotterException;
import silverpoint.plotter.SimulatedMachine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

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

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Point> line = line(Objects.requireNonNull(file));
    try (MachineSession session = MachineSession.open(machine, out::println)) {
      List<Point> points = new ArrayList<>(List.of(session.machine().stylusMm()));
      points.addAll(line);
      MotionPlan plan = session.draw(new Polyline(points));
      out.printf(
          Locale.ROOT, "drawn in %.0f s; the stylus stands %s%n", plan.durationS(), session.near());
      session
          .simulated()
          .map(SimulatedMachine::toy)
          .ifPresent(
              toy -> out.printf("steps lost by the simulated motors: %d%n", toy.lostSteps()));
      session.lateness().ifPresent(late -> out.println("steps: " + late));
      out.flush();
    }
    return ExitCode.OK;
  }

  private static List<Point> line(Path path) {
    Path json = Files.isDirectory(path) ? path.resolve("route.json") : path;
    List<Point> points = new ArrayList<>();
    try {
      JsonNode legs = Json.read(Files.readString(json), JsonNode.class).path("legs");
      for (JsonNode leg : legs) {
        for (JsonNode point : leg.path("points")) {
          points.add(new Point(point.path(0).asDouble(), point.path(1).asDouble()));
        }
      }
    } catch (IOException e) {
      throw new PlotterException(json + " cannot be read: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new PlotterException(json + " is no route of 'silverpoint draw'", e);
    }
    if (points.isEmpty()) {
      throw new PlotterException(json + " has no line; a route.json of 'silverpoint draw' has");
    }
    return points;
  }
}
