package silverpoint.lab.accuracy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The five example pictures that the Berkeley data set ships with edges, people's lines and the
 * figures they must give: the proof that {@link EdgeProtocol} measures what the literature
 * measures.
 */
public record BerkeleyGolden(Path folder) {
  /** What the data set says, by five thresholds. */
  public static final double ODS = 0.704632;

  public static final double OIS = 0.708608;
  public static final double AP = 0.307593;

  private static final List<String> PICTURES = List.of("2018", "3063", "5096", "6046", "8068");
  private static final int THRESHOLDS = 5;

  /** Whether the folder holds the example: {@code bench/data} of the data set. */
  public boolean isThere() {
    return Files.isDirectory(folder.resolve("png"))
        && Files.isDirectory(folder.resolve("groundTruth"));
  }

  /** The score of the example's edges. */
  public EdgeScore score(Outliers outliers) {
    EdgeProtocol protocol =
        new EdgeProtocol(THRESHOLDS, EdgeProtocol.BERKELEY.maxDistanceOfDiagonal(), outliers);
    EdgeAnnotations people = new EdgeAnnotations(folder.resolve("groundTruth"));
    List<EdgeCounts> counts = new ArrayList<>();
    for (String name : PICTURES) {
      Path edges = folder.resolve("png").resolve(name + ".png");
      counts.add(protocol.count(EdgePictures.read(edges), people.of(edges).orElseThrow()));
    }
    return EdgeScore.of(counts);
  }

  /** Scores with outliers drawn from the seeds 1 to {@code draws}. */
  public List<EdgeScore> sampled(int draws) {
    return LongStream.rangeClosed(1, draws)
        .mapToObj(seed -> score(new Outliers.Sampled(seed)))
        .toList();
  }
}
