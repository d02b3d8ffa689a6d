package silverpoint.lab.benchmark;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A candidate that is not loaded yet. Loading may fail with a ModelException, an ImageException or
 * an IllegalArgumentException, which becomes the candidate's row.
 *
 * @param name of the candidate
 * @param fingerprint changes when the candidate does
 * @param folder of models that it lies in, empty for a classical method
 * @param opener loads it
 */
public record CandidateSource(
    String name, String fingerprint, Optional<Path> folder, Opener opener) {
  /** Loads a candidate. */
  @FunctionalInterface
  public interface Opener {
    Candidate open();
  }
}
