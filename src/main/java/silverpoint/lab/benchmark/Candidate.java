package silverpoint.lab.benchmark;

import silverpoint.foundation.image.RgbImage;

/** Seam: something that is measured. May be asked from several threads. */
public interface Candidate extends AutoCloseable {
  CandidateIdentity identity();

  /**
   * Answers one picture.
   *
   * @param stages told when a part of the work begins
   */
  Answer answer(RgbImage picture, StageClock stages);

  /** Frees its memory; it must not be asked afterwards. */
  @Override
  default void close() {}
}
