package silverpoint.kiosk.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.face.FaceTrack;
import silverpoint.sketch.Frame;

/**
 * The best frame of a few seconds: sharp, turned to the camera, eyes open, and of as many people as
 * stood together in at least half of the frames. Offered every observation, it keeps the {@value
 * #KEPT} most promising frames and drops the rest at once; the mesh, which is slow, looks only at
 * those. Not for several threads.
 */
public final class BestFrame {
  private static final int KEPT = 6;

  /** Eyes as far open as this share of a person's widest are open; people's eyes differ. */
  private static final double OPEN = 0.9;

  private static final double SHUT = 0.6;

  private final List<Candidate> kept = new ArrayList<>();

  /** How many frames were offered of one person, of two, of three. */
  private final int[] offered = new int[Subject.MOST_MEMBERS + 1];

  /** Takes the frame when it is among the best so far and ready to be drawn. */
  public void offer(Observation observation) {
    if (observation.isReady()
        && observation.subject().isPresent()
        && observation.frame().isPresent()) {
      Subject subject = observation.subject().get();
      kept.add(new Candidate(observation.frame().get(), subject, subject.quality().worth()));
      offered[subject.members().size()]++;
      int people = people();
      kept.sort(
          Comparator.comparing((Candidate candidate) -> candidate.people() != people)
              .thenComparing(Comparator.comparingDouble(Candidate::worth).reversed()));
      if (kept.size() > KEPT) {
        kept.removeLast();
      }
    }
  }

  /** How many frames there are to choose from. */
  public int size() {
    return kept.size();
  }

  /** The most people whom at least half of the frames show together. */
  private int people() {
    int all = Arrays.stream(offered).sum();
    int together = 0;
    for (int people = Subject.MOST_MEMBERS; people > 1; people--) {
      together += offered[people];
      if (offered[people] > 0 && 2 * together >= all) {
        return people;
      }
    }
    return 1;
  }

  /** The best; empty when none was ready. All others are dropped. */
  public Optional<Shot> take(FaceMesher mesher) {
    int people = people();
    if (kept.stream().anyMatch(candidate -> candidate.people() == people)) {
      kept.removeIf(candidate -> candidate.people() != people);
    }
    List<Map<Integer, Double>> eyes =
        kept.stream().map(candidate -> eyesOpen(candidate, mesher)).toList();
    Map<Integer, Double> widest = new HashMap<>();
    eyes.forEach(frame -> frame.forEach((id, open) -> widest.merge(id, open, Math::max)));
    Optional<Shot> best =
        IntStream.range(0, kept.size())
            .boxed()
            .max(
                Comparator.comparingDouble(
                    i -> kept.get(i).worth() * shareOpen(eyes.get(i), widest)))
            .map(i -> Shot.of(kept.get(i).frame(), kept.get(i).subject()));
    clear();
    return best;
  }

  /** Drops every frame. */
  public void clear() {
    kept.clear();
    Arrays.fill(offered, 0);
  }

  /** How far each member's eyes are open; see {@link FaceMesh#eyesOpen}. */
  private static Map<Integer, Double> eyesOpen(Candidate candidate, FaceMesher mesher) {
    Map<Integer, Double> open = new HashMap<>();
    for (FaceTrack member : candidate.subject().members()) {
      open.put(
          member.id(),
          mesher.fit(candidate.frame().image(), member.face()).map(FaceMesh::eyesOpen).orElse(0.0));
    }
    return open;
  }

  /** 0.05 when somebody's eyes are shut, 1 when everybody's are open. */
  private static double shareOpen(Map<Integer, Double> open, Map<Integer, Double> widest) {
    return open.entrySet().stream()
        .mapToDouble(eye -> eye.getValue() / Math.max(1e-6, widest.getOrDefault(eye.getKey(), 1.0)))
        .map(share -> Math.clamp((share - SHUT) / (OPEN - SHUT), 0.05, 1.0))
        .min()
        .orElse(1);
  }

  private record Candidate(Frame frame, Subject subject, double worth) {
    int people() {
      return subject.members().size();
    }
  }
}
