package silverpoint.picture.tracing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/** Cuts lines into the parts that somebody wants. */
public final class LineParts {
  private LineParts() {}

  /** The longest runs of wanted points, none shorter than {@code minLengthPx}. */
  public static List<Polyline> of(List<Point> points, Predicate<Point> wanted, double minLengthPx) {
    List<Polyline> parts = new ArrayList<>();
    List<Point> run = new ArrayList<>();
    for (Point point : points) {
      if (wanted.test(point)) {
        run.add(point);
      } else {
        close(run, minLengthPx, parts);
      }
    }
    close(run, minLengthPx, parts);
    return parts;
  }

  private static void close(List<Point> run, double minLengthPx, List<Polyline> parts) {
    if (run.size() > 1) {
      Polyline part = new Polyline(run);
      if (part.length() >= minLengthPx) {
        parts.add(part);
      }
    }
    run.clear();
  }
}
