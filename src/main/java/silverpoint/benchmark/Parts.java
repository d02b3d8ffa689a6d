package silverpoint.benchmark;

import java.util.Optional;

/** Seam: finished candidates of a run, so that an interrupted one can go on. */
public interface Parts {
  Optional<Results.CandidateResult> find(String key);

  void keep(String key, Results.CandidateResult result);
}
