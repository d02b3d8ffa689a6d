package silverpoint.lab.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import silverpoint.foundation.statistics.Figure;

/** When a comparison fails. */
public sealed interface RegressionGate {
  /**
   * A candidate became slower.
   *
   * @param figure of the latency
   * @param increase relative, 0.05 for five per cent
   */
  record Latency(Figure figure, double increase) implements RegressionGate {
    private static final Pattern FORM =
        Pattern.compile("latency\\.(mean|p50|p90|p95|p99)>\\+?(\\d+(?:\\.\\d+)?)%");
  }

  /**
   * A candidate became worse at what it is for.
   *
   * @param figure of every picture, of which the mean is compared
   * @param decrease relative, 0.02 for two per cent
   */
  record Accuracy(PictureFigure figure, double decrease) implements RegressionGate {
    private static final Pattern FORM = Pattern.compile("accuracy\\.(\\w+)<-(\\d+(?:\\.\\d+)?)%");
  }

  /** A figure of a picture's row of which more is better; the labels are keys of bench.json. */
  enum PictureFigure {
    BEST_F("bestF"),
    BEST_F_AT_ONE_PIXEL("bestFAtOnePixel"),
    FOUND("found"),
    IOU("iou"),
    BOUNDARY_F("boundaryF");

    private final String label;

    PictureFigure(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Such as {@code latency.p95>+5%} or {@code accuracy.bestF<-2%}. */
  static RegressionGate parse(String text) {
    String form = text.replace(" ", "");
    Matcher latency = Latency.FORM.matcher(form);
    if (latency.matches()) {
      return new Latency(
          Figure.valueOf(latency.group(1).toUpperCase(Locale.ROOT)), share(latency.group(2)));
    }
    Matcher accuracy = Accuracy.FORM.matcher(form);
    return Arrays.stream(PictureFigure.values())
        .filter(figure -> accuracy.matches() && figure.label.equals(accuracy.group(1)))
        .map(figure -> new Accuracy(figure, share(accuracy.group(2))))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(refusal(text)));
  }

  private static double share(String percent) {
    return Double.parseDouble(percent) / 100;
  }

  private static String refusal(String text) {
    return "'%s' is no gate: write 'latency.p95>+5%%' with mean, p50, p90, p95 or p99, or 'accuracy.bestF<-2%%' with %s"
        .formatted(
            text,
            Arrays.stream(PictureFigure.values())
                .map(PictureFigure::label)
                .collect(Collectors.joining(", ")));
  }
}
