package silverpoint.foundation.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {
  @Test
  void aBarBecomesALine() {
    Mask thin =
        Thinning.thin(
            TextMask.of(
                """
                ..........
                .########.
                .########.
                .########.
                ..........
                """));
    for (int x = 3; x < 7; x++) {
      int column = x;
      long set = IntStream.range(0, 5).filter(y -> thin.at(column, y)).count();
      assertThat(set).as("column " + x).isEqualTo(1);
    }
  }

  @Test
  void aRingStaysARing() {
    Mask thin =
        Thinning.thin(
            TextMask.of(
                """
                .......
                .#####.
                .#####.
                .##.##.
                .#####.
                .#####.
                .......
                """));
    assertThat(thin.at(3, 3)).isFalse();
    assertThat(thin.count()).isBetween(4, 12);
    assertThat(thin.largestComponent().count()).isEqualTo(thin.count());
  }

  @Test
  void aLineOnePixelWideStays() {
    String line =
        """
        #......
        .#.....
        ..####.
        ......#
        """;
    assertThat(TextMask.toText(Thinning.thin(TextMask.of(line)))).isEqualTo(line);
  }
}
