package silverpoint.lab.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import silverpoint.lab.accuracy.EdgeAgreement;
import silverpoint.lab.accuracy.EdgeScore;
import silverpoint.lab.accuracy.FaceScore;
import silverpoint.lab.accuracy.MaskScore;

/**
 * Judged pictures summed up, for all and for each subgroup. The order of the pictures does not
 * matter.
 *
 * @param edges by group, "" for all
 * @param faces by group
 * @param person by group
 */
record Accuracy(
    Map<String, Results.EdgeResult> edges,
    Map<String, Results.FaceResult> faces,
    Map<String, Results.PersonResult> person) {

  public static Accuracy of(List<Judged> judged) {
    return new Accuracy(
        byGroup(judged, Judged::edges, Accuracy::edgeResult),
        byGroup(judged, Judged::faces, Accuracy::faceResult),
        byGroup(judged, Judged::person, Accuracy::personResult));
  }

  private static <T, R> Map<String, R> byGroup(
      List<Judged> judged, Function<Judged, Optional<T>> part, Function<List<T>, R> sum) {
    TreeSet<String> groups = new TreeSet<>();
    judged.forEach(one -> groups.add(one.picture().group()));
    groups.add("");
    Map<String, R> results = new TreeMap<>();
    for (String group : groups) {
      List<T> parts =
          judged.stream()
              .filter(one -> group.isEmpty() || one.picture().group().equals(group))
              .sorted(Comparator.comparing(one -> one.picture().name()))
              .flatMap(one -> part.apply(one).stream())
              .toList();
      if (!parts.isEmpty()) {
        results.put(group, sum.apply(parts));
      }
    }
    return results;
  }

  private static Results.EdgeResult edgeResult(List<EdgeAgreement> pictures) {
    EdgeScore score = EdgeScore.of(pictures.stream().map(EdgeAgreement::usual).toList());
    EdgeScore strict = EdgeScore.of(pictures.stream().map(EdgeAgreement::onePixel).toList());
    return new Results.EdgeResult(
        pictures.size(),
        score.ods().f(),
        score.ods().threshold(),
        score.ois().f(),
        score.ap(),
        strict.ods().f(),
        score.curve());
  }

  private static Results.FaceResult faceResult(List<FaceScore.Pictured> pictures) {
    FaceScore score = FaceScore.of(pictures);
    return new Results.FaceResult(
        pictures.size(),
        score.faces(),
        score.found(),
        score.falseAlarms(),
        score.ap(),
        score.keyPointError().isPresent()
            ? Optional.of(score.keyPointError().getAsDouble())
            : Optional.empty(),
        score.curve());
  }

  private static Results.PersonResult personResult(List<MaskScore> pictures) {
    return new Results.PersonResult(
        pictures.size(),
        pictures.stream().mapToDouble(MaskScore::iou).average().orElseThrow(),
        pictures.stream().mapToDouble(MaskScore::boundaryF).average().orElseThrow());
  }
}
