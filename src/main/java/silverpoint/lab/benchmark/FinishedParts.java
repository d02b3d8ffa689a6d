package silverpoint.lab.benchmark;

import java.util.Optional;

/** Seam: finished parts of a run, so that an interrupted one can go on. */
public interface FinishedParts {
  /** The part of that key, of the kind that {@link #keep} was given. */
  <T> Optional<T> find(String key, Class<T> kind);

  void keep(String key, Object part);
}
