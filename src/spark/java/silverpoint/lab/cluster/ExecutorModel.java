package silverpoint.lab.cluster;

import java.nio.file.Path;
import java.util.Optional;
import silverpoint.lab.benchmark.Candidate;
import silverpoint.lab.benchmark.ClassicalCandidates;
import silverpoint.lab.benchmark.ModelCandidate;
import silverpoint.foundation.inference.InferenceSettings;
import silverpoint.foundation.inference.NeuralModels;

/** The one model of an executor's process, loaded by its first task. */
final class ExecutorModel {
  private static Candidate loaded;
  private static String key = "";

  private ExecutorModel() {}

  static synchronized Candidate of(
      String name, Optional<Path> models, InferenceSettings settings) {
    String wanted = name + models;
    if (loaded == null || !key.equals(wanted)) {
      loaded =
          models
              .<Candidate>map(folder ->
                  new ModelCandidate(NeuralModels.open(folder, settings).model(name)))
              .orElseGet(() -> classical(name));
      key = wanted;
    }
    return loaded;
  }

  private static Candidate classical(String name) {
    return ClassicalCandidates.sources().stream()
        .filter(source -> source.name().equals(name))
        .findFirst()
        .orElseThrow()
        .opener()
        .open();
  }
}
