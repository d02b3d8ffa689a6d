package silverpoint.lab.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import silverpoint.lab.benchmark.Candidate;
import silverpoint.lab.benchmark.CandidateSource;
import silverpoint.lab.benchmark.Cluster;
import silverpoint.lab.benchmark.Judged;
import silverpoint.lab.benchmark.JudgedRow;
import silverpoint.lab.benchmark.Picture;
import silverpoint.lab.benchmark.Truth;
import silverpoint.lab.benchmark.TruthFiles;
import silverpoint.foundation.inference.Device;
import silverpoint.foundation.inference.InferenceSettings;

/**
 * What a task does: names of pictures become rows. Everything is plain text, which travels; empty
 * text stands for a file that there is none of.
 */
record JudgePictures(
    String candidate,
    String models,
    String images,
    String edges,
    String faces,
    String persons,
    Device device,
    int threads)
    implements FlatMapFunction<Iterator<String>, Row> {

  static JudgePictures of(Cluster.Job job, CandidateSource source, Path images) {
    return new JudgePictures(
        source.name(),
        text(source.folder()),
        text(Optional.of(images)),
        text(job.truth().edges()),
        text(job.truth().faces()),
        text(job.truth().persons()),
        job.engine().device(),
        job.engine().threads());
  }

  private static String text(Optional<Path> path) {
    return path.map(file -> file.toAbsolutePath().toString()).orElse("");
  }

  private static Optional<Path> path(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
  }

  @Override
  public Iterator<Row> call(Iterator<String> names) {
    Truth truth = new TruthFiles(path(edges), path(faces), path(persons)).read();
    Candidate model =
        ExecutorModel.of(candidate, path(models), new InferenceSettings(device, threads));
    List<Row> rows = new ArrayList<>();
    while (names.hasNext()) {
      Picture picture = Picture.below(Path.of(images), names.next());
      rows.add(JudgedRows.row(JudgedRow.of(Judged.of(model, picture, truth))));
    }
    return rows.iterator();
  }
}
