package silverpoint.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** A plot of lines and points with axes, as SVG of a fixed size; the x axis may be logarithmic. */
final class SvgPlot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final int LEFT = 62;
  private static final int RIGHT = 18;
  private static final int TOP = 16;
  private static final int BOTTOM = 48;
  private static final int TICKS = 5;
  private static final List<String> COLOURS =
      List.of(
          "#2f5d8a", "#c0432f", "#3f8f5b", "#a8761f", "#7a4f99", "#2c8d96", "#b2557f", "#5f6b2a",
          "#4a4a4a", "#d07c2f");

  private final StringBuilder marks = new StringBuilder();
  private final double fromX;
  private final double toX;
  private final double fromY;
  private final double toY;
  private final DoubleUnaryOperator scaleX;
  private final boolean logarithmic;

  private SvgPlot(double fromX, double toX, double fromY, double toY, boolean logarithmic) {
    this.fromX = fromX;
    this.toX = toX;
    this.fromY = fromY;
    this.toY = toY;
    this.logarithmic = logarithmic;
    this.scaleX = logarithmic ? Math::log : x -> x;
  }

  static SvgPlot linear(double fromX, double toX, double fromY, double toY) {
    return new SvgPlot(fromX, toX, fromY, toY, false);
  }

  /** With a logarithmic x axis from {@code fromX}, above 0, to {@code toX}. */
  static SvgPlot logarithmic(double fromX, double toX, double fromY, double toY) {
    return new SvgPlot(fromX, toX, fromY, toY, true);
  }

  static String colour(int series) {
    return COLOURS.get(series % COLOURS.size());
  }

  /** A line through points given as pairs. */
  SvgPlot line(List<double[]> points, String colour, boolean dashed) {
    if (points.isEmpty()) {
      return this;
    }
    StringBuilder path = new StringBuilder();
    for (double[] point : points) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(number(x(point[0])))
          .append(' ')
          .append(number(y(point[1])));
    }
    marks.append(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-linejoin=\"round\"%s/>\n"
            .formatted(path, colour, dashed ? " stroke-dasharray=\"6 5\"" : ""));
    return this;
  }

  /** A point with its name beside it. */
  SvgPlot point(double x, double y, String colour, String name) {
    boolean nearRight = x(x) > WIDTH - 150;
    marks.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"5.5\" fill=\"%s\" stroke=\"#fff\" stroke-width=\"1.5\"/>"
            .formatted(number(x(x)), number(y(y)), colour));
    marks.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" class=\"name\">%s</text>\n"
            .formatted(
                number(x(x) + (nearRight ? -9 : 9)),
                number(y(y) - 8),
                nearRight ? "end" : "start",
                Html.escaped(name)));
    return this;
  }

  String svg(String labelX, String labelY) {
    StringBuilder svg =
        new StringBuilder(
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s against %s\">\n"
                .formatted(WIDTH, HEIGHT, Html.escaped(labelY), Html.escaped(labelX)));
    for (double tick : ticksX()) {
      svg.append(
          "<line x1=\"%1$s\" x2=\"%1$s\" y1=\"%2$d\" y2=\"%3$d\" class=\"grid\"/><text x=\"%1$s\" y=\"%4$d\" text-anchor=\"middle\">%5$s</text>\n"
              .formatted(number(x(tick)), TOP, HEIGHT - BOTTOM, HEIGHT - BOTTOM + 18, label(tick)));
    }
    for (int i = 0; i <= TICKS; i++) {
      double tick = fromY + (toY - fromY) * i / TICKS;
      svg.append(
          "<line x1=\"%d\" x2=\"%d\" y1=\"%3$s\" y2=\"%3$s\" class=\"grid\"/><text x=\"%4$d\" y=\"%5$s\" text-anchor=\"end\">%6$s</text>\n"
              .formatted(
                  LEFT,
                  WIDTH - RIGHT,
                  number(y(tick)),
                  LEFT - 8,
                  number(y(tick) + 4),
                  label(tick)));
    }
    svg.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" class=\"axis\">%s</text>\n"
            .formatted((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, Html.escaped(labelX)));
    svg.append(
        "<text transform=\"translate(15 %d) rotate(-90)\" text-anchor=\"middle\" class=\"axis\">%s</text>\n"
            .formatted((TOP + HEIGHT - BOTTOM) / 2, Html.escaped(labelY)));
    return svg.append(marks).append("</svg>").toString();
  }

  private List<Double> ticksX() {
    List<Double> ticks = new ArrayList<>();
    if (!logarithmic) {
      for (int i = 0; i <= TICKS; i++) {
        ticks.add(fromX + (toX - fromX) * i / TICKS);
      }
      return ticks;
    }
    for (double decade = Math.pow(10, Math.floor(Math.log10(fromX))); decade <= toX; decade *= 10) {
      for (double step : new double[] {1, 2, 5}) {
        if (decade * step >= fromX && decade * step <= toX) {
          ticks.add(decade * step);
        }
      }
    }
    return ticks;
  }

  private double x(double value) {
    double from = scaleX.applyAsDouble(fromX);
    double share =
        (scaleX.applyAsDouble(Math.clamp(value, fromX, toX)) - from)
            / (scaleX.applyAsDouble(toX) - from);
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    double share = (Math.clamp(value, fromY, toY) - fromY) / (toY - fromY);
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }

  private static String label(double value) {
    return value == Math.rint(value) && Math.abs(value) >= 1
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.3g", value)
            .replaceAll("(\\.\\d*?)0+$", "$1")
            .replaceAll("\\.$", "");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
