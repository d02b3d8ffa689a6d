package silverpoint.lab.benchmark;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import silverpoint.foundation.inference.InferenceSettings;

/** Seam: machines that judge together. Found as a service, so that a kiosk does not carry one. */
public interface Cluster {
  /** The cluster that this program carries. */
  static Optional<Cluster> find() {
    return ServiceLoader.load(Cluster.class).findFirst();
  }

  Jury connect(Job job);

  /**
   * What all its machines need to know; folders have the same path on each of them.
   *
   * @param master address of the cluster
   * @param truth where the truth lies
   * @param engine how models run
   * @param rows folder for a row a picture
   */
  record Job(String master, TruthFiles truth, InferenceSettings engine, Path rows) {}
}
