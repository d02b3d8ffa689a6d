package silverpoint.lab.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Mask;

class EdgeProtocolTest {
  private static final int SIDE = 60;

  @Test
  void sameLineScoresOne() {
    EdgeScore score = score(column(30, 1), List.of(line(30)));
    assertThat(score.ods().f()).isEqualTo(1);
    assertThat(score.ois().f()).isEqualTo(1);
  }

  @Test
  void lineBeyondTheToleranceScoresZero() {
    EdgeScore score = score(column(32, 1), List.of(line(30)));
    assertThat(score.ods().f()).isZero();
    assertThat(score.ap()).isZero();
  }

  @Test
  void secondLineHalvesPrecisionAndASecondPersonsLineHalvesRecall() {
    GrayImage two = plus(column(10, 1), column(50, 1));
    assertThat(score(two, List.of(line(10))).ods().precision()).isEqualTo(0.5);
    assertThat(score(column(10, 1), List.of(line(10), line(50))).ods().recall()).isEqualTo(0.5);
    assertThat(score(two, List.of(line(10), line(50))).ods().precision()).isEqualTo(1);
  }

  @Test
  void oneLineIsNotRightTwice() {
    GrayImage doubled = plus(column(30, 1), column(32, 1));
    EdgeProtocol wide = new EdgeProtocol(9, 0.05, new Outliers.Free());
    EdgeCounts counts = wide.count(doubled, List.of(line(31)));
    assertThat(EdgeScore.of(List.of(counts)).ods().precision()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void eachPictureMayHaveItsOwnThreshold() {
    GrayImage faint = plus(column(30, 0.4f), column(10, 0.15f));
    GrayImage strong = plus(column(30, 0.9f), column(10, 0.6f));
    EdgeProtocol protocol = new EdgeProtocol(9, 0.0075, new Outliers.Free());
    EdgeScore score =
        EdgeScore.of(
            List.of(
                protocol.count(faint, List.of(line(30))),
                protocol.count(strong, List.of(line(30)))));
    assertThat(score.ois().f()).isEqualTo(1);
    assertThat(score.ods().f()).isLessThan(0.9);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void sampledOutliersLoseAtMostAFewPairs(long seed) {
    Mask waves = line(30);
    EdgeCounts free =
        new EdgeProtocol(9, 0.05, new Outliers.Free()).count(column(31, 1), List.of(waves));
    EdgeCounts sampled =
        new EdgeProtocol(9, 0.05, new Outliers.Sampled(seed)).count(column(31, 1), List.of(waves));
    double most = EdgeScore.of(List.of(free)).ods().f();
    assertThat(EdgeScore.of(List.of(sampled)).ods().f()).isBetween(most - 0.05, most);
  }

  private static EdgeScore score(GrayImage edges, List<Mask> people) {
    return EdgeScore.of(
        List.of(new EdgeProtocol(9, 0.0075, new Outliers.Free()).count(edges, people)));
  }

  private static Mask line(int x) {
    return column(x, 1).atLeast(0.5);
  }

  private static GrayImage column(int x, float value) {
    float[] values = new float[SIDE * SIDE];
    for (int y = 5; y < SIDE - 5; y++) {
      values[y * SIDE + x] = value;
    }
    return new GrayImage(SIDE, SIDE, values);
  }

  private static GrayImage plus(GrayImage a, GrayImage b) {
    float[] values = a.toArray();
    float[] more = b.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += more[i];
    }
    return new GrayImage(SIDE, SIDE, values);
  }
}
