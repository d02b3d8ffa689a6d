package silverpoint.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
  @ParameterizedTest
  @CsvSource({"0.4, 0 s", "59.4, 59 s", "59.6, 1 min 0 s", "119.7, 2 min 0 s", "3605, 60 min 5 s"})
  void isRoundedBeforeItIsTakenApart(double seconds, String words) {
    assertThat(Span.words(seconds)).isEqualTo(words);
  }
}
