package silverpoint.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import silverpoint.accuracy.EdgeAnnotations;
import silverpoint.accuracy.EdgeProtocol;
import silverpoint.accuracy.MaskAnnotations;
import silverpoint.benchmark.Accuracy;
import silverpoint.benchmark.Corpus;
import silverpoint.benchmark.Judged;
import silverpoint.benchmark.Picture;
import silverpoint.benchmark.Truth;

/**
 * Judges every picture of a folder with one candidate, a picture a row, and sums up what the rows
 * say. Folders must have the same path on every machine.
 *
 * <p>Options: {@code --master M --model NAME --models DIR --images DIR --out DIR [--edge-truth DIR]
 * [--mask-truth DIR] [--pictures-per-task N] [--check] [--lose-executor]}. {@code --check} judges on
 * this machine too and compares; {@code --lose-executor} has one executor die in the middle of a task.
 */
public final class ClusterBench {
  private final Map<String, String> options;

  private ClusterBench(Map<String, String> options) {
    this.options = options;
  }

  public static void main(String[] arguments) throws IOException {
    System.exit(new ClusterBench(parsed(arguments)).run());
  }

  private int run() throws IOException {
    Path images = Path.of(options.get("--images")).toAbsolutePath();
    Path out = Files.createDirectories(Path.of(options.get("--out")).toAbsolutePath());
    List<Picture> pictures = Corpus.of(images, 1, 0).pictures();
    String parquet = out.resolve("judged.parquet").toUri().toString();
    try (SparkSession spark =
        SparkSession.builder().master(options.get("--master")).appName("silverpoint").getOrCreate()) {
      JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
      int perTask = Integer.parseInt(options.getOrDefault("--pictures-per-task", "4"));
      List<String> names = pictures.stream().map(Picture::name).toList();
      Path grave = out.resolve("lost-executor");
      Files.deleteIfExists(grave);
      JavaRDD<Row> rows =
          context
              .parallelize(names, Math.ceilDiv(names.size(), perTask))
              .mapPartitions(new JudgePictures(new HashMap<>(options), images.toString(), grave.toString()));
      spark.createDataFrame(rows, JudgedRows.SCHEMA).write().mode(SaveMode.Overwrite).parquet(parquet);
      List<Judged> judged =
          spark.read().schema(JudgedRows.SCHEMA).parquet(parquet).collectAsList().stream()
              .map(row -> JudgedRows.judged(row, images))
              .toList();
      Accuracy accuracy = Accuracy.of(judged);
      System.out.printf(
          "%d pictures, %d failed%s%n%s%n",
          judged.size(),
          judged.stream().filter(one -> one.failure().isPresent()).count(),
          Files.exists(grave) ? ", one executor lost" : "",
          summary(accuracy));
      return options.containsKey("--check") ? check(pictures, accuracy) : 0;
    }
  }

  private int check(List<Picture> pictures, Accuracy cluster) {
    Truth truth = truth(options);
    Accuracy local =
        Accuracy.of(
            pictures.stream()
                .map(
                    picture ->
                        Judged.of(
                            ExecutorModel.of(options.get("--models"), options.get("--model")),
                            picture,
                            truth))
                .toList());
    boolean same = local.equals(cluster);
    System.out.println(
        same ? "the local run gives the same figures, bit for bit" : "DIFFERS from the local run: " + summary(local));
    return same ? 0 : 1;
  }

  private static String summary(Accuracy accuracy) {
    StringBuilder text = new StringBuilder();
    accuracy
        .edges()
        .forEach(
            (group, edges) ->
                text.append(
                    "%s: ODS %.4f, OIS %.4f, AP %.4f over %d pictures%n"
                        .formatted(
                            group.isEmpty() ? "all" : group,
                            edges.ods(),
                            edges.ois(),
                            edges.ap(),
                            edges.pictures())));
    accuracy
        .person()
        .forEach(
            (group, person) ->
                text.append(
                    "%s: IoU %.4f, boundary F %.4f%n"
                        .formatted(group.isEmpty() ? "all" : group, person.iou(), person.boundaryF())));
    return text.toString().strip();
  }

  static Truth truth(Map<String, String> options) {
    return new Truth(
        Optional.ofNullable(options.get("--edge-truth")).map(dir -> new EdgeAnnotations(Path.of(dir))),
        Optional.empty(),
        Optional.ofNullable(options.get("--mask-truth")).map(dir -> new MaskAnnotations(Path.of(dir))),
        EdgeProtocol.BERKELEY);
  }

  private static Map<String, String> parsed(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      boolean flag = i + 1 == arguments.length || arguments[i + 1].startsWith("--");
      options.put(arguments[i], flag ? "" : arguments[++i]);
    }
    for (String needed : List.of("--master", "--model", "--models", "--images", "--out")) {
      if (!options.containsKey(needed)) {
        System.err.println("bench-spark: " + needed + " is missing; see the head of scripts/bench-spark");
        System.exit(2);
      }
    }
    return options;
  }

  /** What a task does. */
  private record JudgePictures(HashMap<String, String> options, String images, String grave)
      implements org.apache.spark.api.java.function.FlatMapFunction<Iterator<String>, Row> {
    @Override
    public Iterator<Row> call(Iterator<String> names) throws IOException {
      Truth truth = truth(options);
      List<Row> rows = new ArrayList<>();
      while (names.hasNext()) {
        String name = names.next();
        int slash = name.indexOf('/');
        Picture picture =
            new Picture(name, slash < 0 ? "" : name.substring(0, slash), Path.of(images, name));
        rows.add(
            JudgedRows.row(
                Judged.of(
                    ExecutorModel.of(options.get("--models"), options.get("--model")),
                    picture,
                    truth)));
        dieOnce();
      }
      return rows.iterator();
    }

    private void dieOnce() throws IOException {
      if (options.containsKey("--lose-executor") && !Files.exists(Path.of(grave))) {
        Files.createFile(Path.of(grave));
        Runtime.getRuntime().halt(1);
      }
    }
  }
}
