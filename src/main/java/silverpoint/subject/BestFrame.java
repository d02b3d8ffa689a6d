package silverpoint.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import silverpoint.camera.Frame;
import silverpoint.face.Face;
import silverpoint.face.FaceMesh;
import silverpoint.face.FaceMesher;

/**
 * The best frame of a few seconds: sharp, turned to the camera, eyes open. Offered every
 * observation, it keeps the {@value #KEPT} most promising frames and drops the rest at once; the
 * mesh, which is slow, looks only at those. Not for several threads.
 */
public final class BestFrame {
  private static final int KEPT = 6;

  /** Eyes open less than this count as shut; see {@link FaceMesh#eyesOpen}. */
  private static final double OPEN = 0.22;

  private static final double SHUT = 0.12;

  private final List<Candidate> kept = new ArrayList<>();

  /** Takes the frame when it is among the best so far and ready to be drawn. */
  public void offer(Observation observation) {
    if (observation.isReady()
        && observation.subject().isPresent()
        && observation.frame().isPresent()) {
      Subject subject = observation.subject().get();
      kept.add(new Candidate(observation.frame().get(), subject, subject.quality().worth()));
      kept.sort(Comparator.comparingDouble(Candidate::worth).reversed());
      if (kept.size() > KEPT) {
        kept.removeLast();
      }
    }
  }

  /** How many frames there are to choose from. */
  public int size() {
    return kept.size();
  }

  /** The best; empty when none was ready. All others are dropped. */
  public Optional<Frame> take(FaceMesher mesher) {
    Optional<Frame> best =
        kept.stream()
            .max(
                Comparator.comparingDouble(
                    candidate -> candidate.worth() * eyes(candidate, mesher)))
            .map(Candidate::frame);
    clear();
    return best;
  }

  /** Drops every frame. */
  public void clear() {
    kept.clear();
  }

  /** The share of members' eyes that are open: the least of all members counts, 0.05 to 1. */
  private static double eyes(Candidate candidate, FaceMesher mesher) {
    double least = 1;
    for (var member : candidate.subject().members()) {
      Face face = member.face();
      double open = mesher.fit(candidate.frame().image(), face).map(FaceMesh::eyesOpen).orElse(0.0);
      least = Math.min(least, Math.clamp((open - SHUT) / (OPEN - SHUT), 0.05, 1.0));
    }
    return least;
  }

  private record Candidate(Frame frame, Subject subject, double worth) {}
}
