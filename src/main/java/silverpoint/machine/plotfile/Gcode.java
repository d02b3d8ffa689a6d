package silverpoint.machine.plotfile;

import java.math.BigDecimal;
import java.util.List;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/**
 * Lines as G-code (RS-274, the words that GRBL, Marlin and Klipper share): G20 or G21, G90, G1 with
 * a feed rate along the lines, and G0 between them where there is a pen to lift. Coordinates are
 * absolute and rounded once, so that errors do not add up.
 */
public final class Gcode {
  private final OutputSettings output;
  private final GcodeSettings settings;
  private final Affine fromPage;
  private final StringBuilder text = new StringBuilder();
  private long x;
  private long y;
  private boolean somewhere;

  private Gcode(OutputSettings output, Box pageMm) {
    this.output = output;
    settings = output.gcode();
    fromPage = output.fromPage(pageMm).then(Affine.scaling(1 / settings.units().mm));
  }

  /**
   * The lines in their order, each in its direction.
   *
   * @param linesMm on the page; without a pen the machine also draws from each to the next
   * @param pageMm the whole page
   */
  public static String of(List<Polyline> linesMm, Box pageMm, OutputSettings output) {
    Gcode gcode = new Gcode(output, pageMm);
    gcode.write(linesMm);
    return gcode.text.toString();
  }

  private void write(List<Polyline> linesMm) {
    say("; Silverpoint: " + (output.pen() ? "strokes for a pen" : "one line"));
    say(settings.units().word);
    say("G90");
    settings.header().forEach(this::say);
    if (output.pen()) {
      strokes(linesMm);
    } else {
      String feed = feed();
      for (Polyline line : linesMm) {
        feed = along(line.points(), feed);
      }
    }
    settings.footer().forEach(this::say);
  }

  /** A stroke that begins where the one before ends is drawn without lifting the pen. */
  private void strokes(List<Polyline> strokesMm) {
    settings.penUp().forEach(this::say);
    boolean down = false;
    for (Polyline stroke : strokesMm) {
      List<Point> points = stroke.points();
      if (!isAt(points.getFirst())) {
        if (down) {
          settings.penUp().forEach(this::say);
          down = false;
        }
        go("G0", points.getFirst(), "");
      }
      String feed = "";
      if (!down) {
        settings.penDown().forEach(this::say);
        down = true;
        // moving the pen may have set another
        feed = feed();
      }
      along(points.subList(1, points.size()), feed);
    }
    if (down) {
      settings.penUp().forEach(this::say);
    }
  }

  /** The feed rate that is still to be said. */
  private String along(List<Point> pointsMm, String feed) {
    String unsaid = feed;
    for (Point point : pointsMm) {
      if (!isAt(point)) {
        go("G1", point, unsaid);
        unsaid = "";
      }
    }
    return unsaid;
  }

  private void go(String word, Point pointMm, String feed) {
    Point at = fromPage.apply(pointMm);
    x = steps(at.x());
    y = steps(at.y());
    somewhere = true;
    say(word + " X" + number(x) + " Y" + number(y) + feed);
  }

  private boolean isAt(Point pointMm) {
    Point at = fromPage.apply(pointMm);
    return somewhere && steps(at.x()) == x && steps(at.y()) == y;
  }

  private String feed() {
    return " F" + number(steps(settings.feedRateMmPerS() * 60 / settings.units().mm));
  }

  /** In the last decimal that is written. */
  private long steps(double units) {
    return Math.round(units * Math.pow(10, settings.decimals()));
  }

  /** In ASCII digits whatever the locale. */
  private String number(long steps) {
    return BigDecimal.valueOf(steps, settings.decimals()).toPlainString();
  }

  private void say(String line) {
    text.append(line).append('\n');
  }
}
