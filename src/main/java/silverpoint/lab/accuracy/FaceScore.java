package silverpoint.lab.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import silverpoint.foundation.geometry.Point;

/**
 * How well a detector finds marked faces.
 *
 * @param ap average precision at an overlap of one half: the area under the precision envelope
 *     (PASCAL VOC 2010 on)
 * @param faces marked faces that count
 * @param found of them
 * @param falseAlarms detections that are no marked face
 * @param keyPointError mean distance of eyes, nose and mouth, in distances of the eyes; empty when
 *     nothing was found or key points are missing
 * @param curve precision against recall, the surest detections first
 */
public record FaceScore(
    double ap,
    int faces,
    int found,
    int falseAlarms,
    OptionalDouble keyPointError,
    List<CurvePoint> curve) {
  private static final double SAME_FACE = 0.5;

  public FaceScore {
    curve = List.copyOf(curve);
  }

  /**
   * One picture's detections beside its marks.
   *
   * @param detections in any order
   * @param labels of the same picture
   */
  public record Pictured(List<Detection> detections, List<FaceLabel> labels) {
    public Pictured {
      detections = List.copyOf(detections);
      labels = List.copyOf(labels);
    }
  }

  private record Claim(double score, boolean right) {}

  /** The score over a set of pictures. */
  public static FaceScore of(List<Pictured> pictures) {
    List<Claim> claims = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    int faces = 0;
    for (Pictured picture : pictures) {
      faces += (int) picture.labels().stream().filter(label -> !label.ignored()).count();
      judge(picture, claims, errors);
    }
    claims.sort(Comparator.comparingDouble(Claim::score).reversed());
    int found = (int) claims.stream().filter(Claim::right).count();
    List<CurvePoint> curve = curve(claims, faces);
    return new FaceScore(
        area(curve),
        faces,
        found,
        claims.size() - found,
        errors.stream().mapToDouble(Double::doubleValue).average(),
        curve);
  }

  /** The surest detection takes its best label first; what falls on an ignored face is no claim. */
  private static void judge(Pictured picture, List<Claim> claims, List<Double> errors) {
    List<FaceLabel> open = new ArrayList<>(picture.labels());
    List<Detection> surestFirst = new ArrayList<>(picture.detections());
    surestFirst.sort(Comparator.comparingDouble(Detection::score).reversed());
    for (Detection detection : surestFirst) {
      FaceLabel best =
          open.stream()
              .max(Comparator.comparingDouble(l -> l.boxPx().overlap(detection.boxPx())))
              .filter(label -> label.boxPx().overlap(detection.boxPx()) >= SAME_FACE)
              .orElse(null);
      if (best == null) {
        claims.add(new Claim(detection.score(), false));
      } else if (!best.ignored()) {
        open.remove(best);
        claims.add(new Claim(detection.score(), true));
        keyPointError(detection, best).ifPresent(errors::add);
      }
    }
  }

  private static OptionalDouble keyPointError(Detection detection, FaceLabel label) {
    if (detection.keyPointsPx().isEmpty() || label.keyPointsPx().isEmpty()) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int i = 0; i < Detection.KEY_POINTS; i++) {
      sum += detection.keyPointsPx().get(i).distanceTo(label.keyPointsPx().get(i));
    }
    Point left = label.keyPointsPx().get(0);
    Point right = label.keyPointsPx().get(1);
    return OptionalDouble.of(sum / Detection.KEY_POINTS / left.distanceTo(right));
  }

  private static List<CurvePoint> curve(List<Claim> claims, int faces) {
    List<CurvePoint> curve = new ArrayList<>();
    int right = 0;
    for (int i = 0; i < claims.size() && faces > 0; i++) {
      right += claims.get(i).right() ? 1 : 0;
      curve.add(
          new CurvePoint(claims.get(i).score(), (double) right / faces, (double) right / (i + 1)));
    }
    return curve;
  }

  private static double area(List<CurvePoint> curve) {
    double area = 0;
    double envelope = 0;
    for (int i = curve.size() - 1; i >= 0; i--) {
      envelope = Math.max(envelope, curve.get(i).precision());
      double before = i == 0 ? 0 : curve.get(i - 1).recall();
      area += envelope * (curve.get(i).recall() - before);
    }
    return area;
  }
}
