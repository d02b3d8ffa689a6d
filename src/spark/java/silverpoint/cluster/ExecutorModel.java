package silverpoint.cluster;

import java.nio.file.Path;
import silverpoint.benchmark.Candidate;
import silverpoint.benchmark.ClassicalCandidates;
import silverpoint.benchmark.ModelCandidate;
import silverpoint.inference.Device;
import silverpoint.inference.InferenceSettings;
import silverpoint.inference.NeuralModels;

/** The one model of an executor's process, loaded by its first task. */
final class ExecutorModel {
  private static Candidate loaded;
  private static String name = "";

  private ExecutorModel() {}

  static synchronized Candidate of(String models, String wanted) {
    if (loaded == null || !name.equals(wanted)) {
      loaded =
          ClassicalCandidates.sources().stream()
              .filter(source -> source.name().equals(wanted))
              .findFirst()
              .map(source -> source.opener().open())
              .orElseGet(
                  () ->
                      new ModelCandidate(
                          NeuralModels.open(
                                  Path.of(models), new InferenceSettings(Device.AUTO, 1))
                              .model(wanted)));
      name = wanted;
    }
    return loaded;
  }
}
