package silverpoint.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import silverpoint.cli.terminal.CommandFailure;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.cli.terminal.RecordJson;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.web.TerminalCommand;
import silverpoint.picture.stroke.Page;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A line that was made before, mm.
 *
 * @param file the {@code route.json} it comes from
 * @param page what {@code draw} says of its page
 * @param points all legs one after the other, at least one point
 * @param strokesMm what of it is wanted: the legs that are neither connectors nor second passes
 * @param leash how many of the points come before the first ink
 */
public record RouteFile(
    Path file, JsonNode page, List<Point> points, List<Polyline> strokesMm, int leash) {
  private static final Set<String> NOT_WANTED = Set.of("connector", "retrace");

  private static final double SAME_MM = 1e-3;

  private static final String DRAW = "'" + TerminalCommand.with("draw") + "'";

  public RouteFile {
    points = List.copyOf(points);
    strokesMm = List.copyOf(strokesMm);
  }

  /**
   * @param path the file or its folder
   */
  public static RouteFile read(Path path) {
    Path file = Files.isDirectory(path) ? path.resolve("route.json") : path;
    try {
      JsonNode json = RecordJson.read(Files.readString(file), JsonNode.class);
      List<Point> points = new ArrayList<>();
      List<Polyline> strokes = new ArrayList<>();
      int leash = 0;
      for (JsonNode leg : json.path("legs")) {
        if (leg.path("points").size() < 2) {
          throw new IllegalArgumentException("no leg: " + leg);
        }
        if (points.isEmpty() && leg.path("kind").asString("").equals("connector")) {
          leash = leg.path("points").size() - 1;
        }
        List<Point> legPoints = leg.path("points").valueStream().map(RouteFile::point).toList();
        points.addAll(legPoints);
        if (!NOT_WANTED.contains(leg.path("kind").asString(""))) {
          strokes.add(new Polyline(legPoints));
        }
      }
      if (points.isEmpty()) {
        throw bad(file + " has no line; a route.json of " + DRAW + " has", null);
      }
      return new RouteFile(file, json.path("page"), points, strokes, leash);
    } catch (NoSuchFileException e) {
      throw bad(file + " is not there; " + DRAW + " writes one", e);
    } catch (IOException e) {
      throw bad(file + " cannot be read: " + e.getMessage(), e);
    } catch (JacksonException | IllegalArgumentException e) {
      throw bad(file + " is no route of " + DRAW, e);
    }
  }

  private static Point point(JsonNode pair) {
    if (pair.size() != 2 || !pair.path(0).isNumber() || !pair.path(1).isNumber()) {
      throw new IllegalArgumentException("no point: " + pair);
    }
    return new Point(pair.path(0).asDouble(), pair.path(1).asDouble());
  }

  /** All legs as one line. */
  public Polyline pathMm() {
    return new Polyline(points);
  }

  /**
   * The line of a stylus that stands there: straight to the first ink, unless it was made there.
   */
  public Polyline from(Point standsMm) {
    List<Point> line = new ArrayList<>(List.of(standsMm));
    boolean made = standsMm.equals(points.getFirst());
    line.addAll(points.subList(made ? 0 : leash, points.size()));
    return new Polyline(line);
  }

  /** Refuses a line for another page than that of the machine. */
  public void requireFits(Page toy, String machine) {
    if (page.isObject() && !(is("widthMm", toy.widthMm()) && is("heightMm", toy.heightMm()))) {
      throw bad(
          "%s is for a page of %s x %s mm, that of %s is %s x %s mm; draw it for this machine, with --machine and --mounting"
              .formatted(
                  file,
                  page.path("widthMm"),
                  page.path("heightMm"),
                  machine,
                  toy.widthMm(),
                  toy.heightMm()),
          null);
    }
    if (!points.stream().allMatch(toy.drawableMm()::contains)) {
      throw bad(file + " leaves what " + machine + " can draw on; draw it for this machine", null);
    }
  }

  private boolean is(String key, double mm) {
    return Math.abs(page.path(key).asDouble(Double.NaN) - mm) < SAME_MM;
  }

  private static CommandFailure bad(String why, @Nullable Exception cause) {
    CommandFailure failure = new CommandFailure(ExitCode.BAD_PICTURE, why);
    failure.initCause(cause);
    return failure;
  }
}
