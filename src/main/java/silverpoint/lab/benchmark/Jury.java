package silverpoint.lab.benchmark;

import java.util.List;
import java.util.function.DoubleConsumer;

/** Seam: has the pictures of a corpus judged, on this machine or on many. */
public interface Jury extends AutoCloseable {
  /**
   * A row a picture, in any order; a run that somebody ends gives fewer.
   *
   * @param source where the candidate comes from, for machines that load it themselves
   * @param candidate the same, loaded
   * @param done told how far it is, 0 to 1
   */
  List<Judged> judge(
      CandidateSource source, Candidate candidate, Corpus corpus, DoubleConsumer done);

  @Override
  default void close() {}
}
