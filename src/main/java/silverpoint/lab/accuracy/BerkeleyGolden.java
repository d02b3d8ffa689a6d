package silverpoint.lab.accuracy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * The five example pictures that the Berkeley data set ships with edges, people's lines and the
 * figures they must give: the proof that {@link EdgeProtocol} measures what the literature
 * measures.
 */
public record BerkeleyGolden(Path folder) {
  /** What the data set says, by five thresholds. */
  static final double ODS = 0.704632;

  static final double OIS = 0.708608;
  static final double AP = 0.307593;

  private static final List<String> PICTURES = List.of("2018", "3063", "5096", "6046", "8068");
  private static final int THRESHOLDS = 5;

  /** Whether the folder holds the example: {@code bench/data} of the data set. */
  public boolean isThere() {
    return Files.isDirectory(folder.resolve("png"))
        && Files.isDirectory(folder.resolve("groundTruth"));
  }

  /** The score of the example's edges. */
  EdgeScore score(Outliers outliers) {
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

  /**
   * What the protocol makes of the example, with outliers drawn from the seeds 1 to {@code draws}.
   */
  public Check check(int draws) {
    List<EdgeScore> scores =
        LongStream.rangeClosed(1, draws)
            .mapToObj(seed -> score(new Outliers.Sampled(seed)))
            .toList();
    return new Check(
        draws,
        scores.stream().mapToDouble(score -> score.ods().f()).average().orElseThrow(),
        scores.stream().mapToDouble(score -> score.ois().f()).average().orElseThrow(),
        scores.stream().mapToDouble(EdgeScore::ap).average().orElseThrow(),
        score(new Outliers.Free()));
  }

  /**
   * The example's score beside what the data set says.
   *
   * @param draws of outliers, over which the three figures are means
   * @param optimum with the best match of every picture
   */
  public record Check(int draws, double ods, double ois, double ap, EdgeScore optimum) {
    public List<String> lines() {
      return List.of(
          line("sampled outliers, mean of " + draws + " draws", ods, ois, ap),
          line("true optimum", optimum.ods().f(), optimum.ois().f(), optimum.ap()),
          line("the data set says", ODS, OIS, AP));
    }

    private static String line(String what, double ods, double ois, double ap) {
      return String.format(Locale.ROOT, "%s: ODS %.4f, OIS %.4f, AP %.4f", what, ods, ois, ap);
    }

    /** Whether the means are the published figures, to four digits. */
    public boolean agrees() {
      return agree(ods, ODS) && agree(ois, OIS) && agree(ap, AP);
    }

    private static boolean agree(double a, double b) {
      return Math.round(a * 1e4) == Math.round(b * 1e4);
    }
  }
}
