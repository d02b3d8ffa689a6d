package silverpoint.machine.plotfile;

import java.util.List;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;

/**
 * Lines as HPGL (HP 7475A and later): PU to where a line begins and PD along it, in absolute
 * plotter units of 0.025 mm, 1016 to the inch. Long lines come in several PD instructions, since
 * plotters hold one instruction at a time in small buffers.
 */
public final class Hpgl {
  static final double UNITS_PER_MM = 40;

  /** Some 320 letters, less than the smallest buffers of 512 bytes. */
  static final int POINTS_PER_INSTRUCTION = 25;

  private final StringBuilder text = new StringBuilder();
  private final Affine fromPage;
  private long x;
  private long y;
  private int points;
  private boolean down;

  private Hpgl(OutputSettings output, Box pageMm) {
    fromPage = output.fromPage(pageMm).then(Affine.scaling(UNITS_PER_MM));
  }

  /**
   * The lines in their order, each in its direction.
   *
   * @param linesMm on the page; without a pen the one continuous line
   * @param pageMm the whole page
   */
  public static String of(List<Polyline> linesMm, Box pageMm, OutputSettings output) {
    Hpgl hpgl = new Hpgl(output, pageMm);
    hpgl.say(output.hpgl().header());
    linesMm.forEach(hpgl::draw);
    hpgl.end();
    hpgl.text.append("PU;\n");
    hpgl.say(output.hpgl().footer());
    return hpgl.text.toString();
  }

  /** A line that begins where the one before ends is drawn without lifting the pen. */
  private void draw(Polyline lineMm) {
    List<Point> path = lineMm.points();
    Point start = fromPage.apply(path.getFirst());
    if (!down || !isAt(start)) {
      end();
      go("PU", start);
      text.append(";\n");
    }
    boolean drawn = false;
    for (Point point : path.subList(1, path.size())) {
      Point at = fromPage.apply(point);
      if (!isAt(at)) {
        down(at);
        drawn = true;
      }
    }
    if (!drawn) {
      // a dot
      down(start);
    }
  }

  private void down(Point at) {
    if (points == POINTS_PER_INSTRUCTION) {
      end();
    }
    go(points == 0 ? "PD" : ",", at);
    points++;
    down = true;
  }

  private void end() {
    if (points > 0) {
      text.append(";\n");
      points = 0;
    }
  }

  private void go(String word, Point at) {
    x = Math.round(at.x());
    y = Math.round(at.y());
    text.append(word).append(x).append(',').append(y);
  }

  private boolean isAt(Point at) {
    return Math.round(at.x()) == x && Math.round(at.y()) == y;
  }

  private void say(List<String> instructions) {
    instructions.forEach(instruction -> text.append(instruction).append('\n'));
  }
}
