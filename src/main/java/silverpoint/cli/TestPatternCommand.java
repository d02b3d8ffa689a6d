package silverpoint.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.motion.MotionPlan;
import silverpoint.plotter.Fidelity;
import silverpoint.plotter.StylusTrace;
import silverpoint.preview.ToyPicture;

/**
 * Draws what shows the faults of a machine: a frame (scale and skew), stairs and a circle (play:
 * steps become uneven, the circle gets flats or does not close), and comes back to where it began.
 */
@Command(
    name = "test-pattern",
    description = "Draws a frame, stairs and a circle, and comes back to where it began.",
    mixinStandardHelpOptions = true)
final class TestPatternCommand implements Callable<Integer> {
  private static final int STAIRS = 6;
  private static final int CIRCLE_POINTS = 180;
  private static final double LINE_SPACING_MM = 0.06;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private MachineOptions machine = new MachineOptions();

  @Option(
      names = "--out",
      paramLabel = "PNG",
      description = "Picture of what the simulated toy shows.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
    try (MachineSession session = MachineSession.open(machine, console::println)) {
      Point startMm = session.machine().stylusMm();
      MotionPlan plan = session.draw(pattern(startMm, session.profile().page().drawableMm()));
      console.printf(
          Locale.ROOT, "drawn in %.0f s, back at %s%n", plan.durationS(), session.near());
      session
          .simulated()
          .ifPresent(simulated -> {
            StylusTrace trace = simulated.toy().trace();
            Fidelity fidelity = Fidelity.of(plan, trace);
            console.printf(
                Locale.ROOT,
                "simulated line against planned line: mean %.3f mm, 95 %% below %.3f mm%n",
                fidelity.meanMm(),
                fidelity.p95Mm());
            if (out != null) {
              write(out, ToyPicture.of(session.profile().page(), trace.lineMm(LINE_SPACING_MM)));
            }
          });
      session.lateness().ifPresent(late -> console.println("steps: " + late));
      console.flush();
    }
    return ExitCode.OK;
  }

  /** A line from the start and back. */
  static Polyline pattern(Point startMm, Box areaMm) {
    List<Point> points = new ArrayList<>(List.of(startMm));
    Box frame = areaMm.inset(0.06 * areaMm.height());
    points.add(new Point(frame.x(), frame.bottom()));
    points.add(new Point(frame.x(), frame.y()));
    points.add(new Point(frame.right(), frame.y()));
    points.add(new Point(frame.right(), frame.bottom()));
    points.add(new Point(frame.x(), frame.bottom()));
    double stepMm = 0.25 * frame.width() / STAIRS;
    Point at = new Point(frame.x() + stepMm, frame.bottom());
    points.add(at);
    for (int i = 0; i < STAIRS; i++) {
      at = at.plus(new Point(0, -stepMm));
      points.add(at);
      at = at.plus(new Point(stepMm, 0));
      points.add(at);
    }
    double radiusMm = 0.3 * frame.height();
    Point centre = new Point(frame.right() - 1.4 * radiusMm, frame.centre().y());
    for (int i = 0; i <= CIRCLE_POINTS; i++) {
      double angle = Math.PI + 2 * Math.PI * i / CIRCLE_POINTS;
      points.add(centre.plus(new Point(Math.cos(angle), Math.sin(angle)).times(radiusMm)));
    }
    points.add(at);
    points.add(startMm);
    return new Polyline(points);
  }

  static void write(Path file, BufferedImage picture) {
    try {
      if (!ImageIO.write(picture, "png", file.toFile())) {
        throw new IOException("no PNG writer");
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.CANNOT_WRITE, file + " cannot be written: " + e.getMessage());
    }
  }
}
