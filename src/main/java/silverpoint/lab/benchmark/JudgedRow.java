package silverpoint.lab.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.lab.accuracy.Detection;
import silverpoint.lab.accuracy.EdgeAgreement;
import silverpoint.lab.accuracy.FaceLabel;
import silverpoint.lab.accuracy.FaceScore;
import silverpoint.lab.accuracy.MaskScore;

/**
 * A judged picture as plain numbers that can be kept in a file and come back exactly. Labels of
 * faces are not part of it: the truth has them.
 *
 * @param name of the picture
 * @param failure why there is no answer, or empty
 * @param edges series of {@link EdgeAgreement}, or empty
 * @param faces detections of a picture with labels: score, box (x, y, width, height), key points
 *     (x, y), or empty
 * @param person overlap and boundary F, or empty
 */
public record JudgedRow(
    String name,
    Optional<String> failure,
    Optional<List<List<Long>>> edges,
    Optional<List<List<Double>>> faces,
    Optional<List<Double>> person) {
  private static final int FIRST_KEY_POINT = 5;

  public static JudgedRow of(Judged judged) {
    return new JudgedRow(
        judged.picture().name(),
        judged.failure(),
        judged.edges().map(EdgeAgreement::series),
        judged
            .faces()
            .map(pictured -> pictured.detections().stream().map(JudgedRow::numbers).toList()),
        judged.person().map(score -> List.of(score.iou(), score.boundaryF())));
  }

  /** The judged picture that this row was made of, with the same truth. */
  public Judged judged(Picture picture, Truth truth) {
    List<FaceLabel> labels = truth.faces().flatMap(all -> all.of(picture.name())).orElse(List.of());
    return new Judged(
        picture,
        failure,
        edges.map(EdgeAgreement::of),
        faces.map(found ->
            new FaceScore.Pictured(found.stream().map(JudgedRow::detection).toList(), labels)),
        person.map(score -> new MaskScore(score.getFirst(), score.getLast())));
  }

  private static List<Double> numbers(Detection detection) {
    Box box = detection.boxPx();
    List<Double> numbers =
        new ArrayList<>(List.of(detection.score(), box.x(), box.y(), box.width(), box.height()));
    for (Point point : detection.keyPointsPx()) {
      numbers.add(point.x());
      numbers.add(point.y());
    }
    return List.copyOf(numbers);
  }

  private static Detection detection(List<Double> numbers) {
    List<Point> keyPoints = new ArrayList<>();
    for (int i = FIRST_KEY_POINT; i < numbers.size(); i += 2) {
      keyPoints.add(new Point(numbers.get(i), numbers.get(i + 1)));
    }
    Box box = new Box(numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4));
    return new Detection(box, numbers.getFirst(), keyPoints);
  }
}
