package silverpoint.lab.benchmark;

import java.util.Optional;

/** Seam: the whole chain from photos to the simulated toy with a line-art candidate in it. */
public interface Drawings {
  /** What becomes of the photos, or empty when the candidate cannot draw or nobody asks. */
  Optional<Results.DrawingResult> draw(Candidate candidate);
}
