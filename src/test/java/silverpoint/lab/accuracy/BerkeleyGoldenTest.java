package silverpoint.lab.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The figures that the Berkeley data set ships with its five example pictures. */
class BerkeleyGoldenTest {
  private static final BerkeleyGolden GOLDEN =
      new BerkeleyGolden(Path.of("../shared/edges/bsds/bench/data"));

  /** What the random outliers of the data set's own program cost. */
  private static final double LOST_PAIRS = 2e-4;

  @Test
  void examplePicturesScoreAsPublishedUpToTheLostPairs() {
    assumeTrue(
        GOLDEN.isThere(), "skipped: the Berkeley example data are not in " + GOLDEN.folder());
    EdgeScore score = GOLDEN.score(new Outliers.Free());
    assertThat(score.ods().f()).isBetween(BerkeleyGolden.ODS, BerkeleyGolden.ODS + LOST_PAIRS);
    assertThat(score.ois().f()).isBetween(BerkeleyGolden.OIS, BerkeleyGolden.OIS + LOST_PAIRS);
    assertThat(score.ap()).isCloseTo(BerkeleyGolden.AP, within(LOST_PAIRS));
  }
}
