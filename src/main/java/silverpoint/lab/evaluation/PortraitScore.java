package silverpoint.lab.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceDetector;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Stroke;
import silverpoint.route.Leg;
import silverpoint.route.RetraceDarkness;
import silverpoint.sketch.Sketch;

/**
 * What a portrait is worth and what it costs.
 *
 * @param foundFromAfar whether the face detector finds the face in the drawing seen from afar
 * @param landmarkError mean distance of the 468 mesh points between photo and drawing seen from
 *     afar, in distances of the eyes; NaN when no mesh fits one of them
 * @param inkMm length of the strokes
 * @param components pieces that are not joined by shared points
 * @param shortStrokes strokes under three line widths
 * @param outsideMm strokes farther than two millimetres outside of the person
 * @param retraceMm length of the second passes
 * @param darkRetraceMm of them what is over dark strokes
 * @param drawTimeS on the machine, take-up included
 */
public record PortraitScore(
    boolean foundFromAfar,
    double landmarkError,
    double inkMm,
    int components,
    int shortStrokes,
    double outsideMm,
    double retraceMm,
    double darkRetraceMm,
    double drawTimeS) {
  private static final double SHORT_LINE_WIDTHS = 3;
  private static final double OUTSIDE_MM = 2;
  private static final double SAMPLE_MM = 0.2;

  public static PortraitScore of(Sketch sketch, FaceDetector detector, FaceMesher mesher) {
    return of(sketch, sketch.portrait().main().mesh(), detector, mesher);
  }

  /**
   * @param truth where the face of the photo is, crop px; empty when nobody knows
   */
  public static PortraitScore of(
      Sketch sketch, Optional<FaceMesh> truth, FaceDetector detector, FaceMesher mesher) {
    Portrait portrait = sketch.portrait();
    Box face = portrait.main().faceBoxPx();
    Drawing drawing = sketch.drawing();
    RgbImage far = SeenFromAfar.of(drawing, portrait.crop().width(), portrait.crop().height());
    return new PortraitScore(
        detector.detect(far).stream().anyMatch(found -> found.boxPx().overlap(face) > 0.3),
        landmarkError(truth, mesher.fit(far, upright(face))),
        drawing.inkMm(),
        components(drawing.strokes()),
        (int)
            drawing.strokes().stream()
                .filter(stroke ->
                    stroke.pathMm().length() < SHORT_LINE_WIDTHS * drawing.page().lineWidthMm())
                .count(),
        outsideMm(portrait.person(), drawing),
        sketch.route().lengthMm(Leg.Retrace.class),
        new RetraceDarkness(drawing).darkMm(sketch.route()),
        sketch.motionPlan().durationS());
  }

  /** Share of the ink that is drawn twice. */
  public double retraced() {
    return inkMm > 0 ? retraceMm / inkMm : 0;
  }

  /** Share of what is drawn twice that is dark and may be darker; all of nothing. */
  public double retracedDark() {
    return retraceMm > 0 ? darkRetraceMm / retraceMm : 1;
  }

  private static double landmarkError(Optional<FaceMesh> truth, Optional<FaceMesh> found) {
    return truth.isEmpty() || found.isEmpty()
        ? Double.NaN
        : landmarkError(truth.get(), found.get());
  }

  /** Mean distance of the points of two meshes, in distances of the first one's eyes. */
  public static double landmarkError(FaceMesh truth, FaceMesh found) {
    double sum = 0;
    for (int i = 0; i < FaceMesh.POINTS; i++) {
      sum += truth.point(i).distanceTo(found.point(i));
    }
    Point leftEye = truth.point(33).towards(truth.point(133), 0.5);
    Point rightEye = truth.point(362).towards(truth.point(263), 0.5);
    return sum / FaceMesh.POINTS / leftEye.distanceTo(rightEye);
  }

  /** The face of the crop, where eyes are level. */
  private static Face upright(Box box) {
    Point left = new Point(box.x() + 0.3 * box.width(), box.centre().y());
    Point right = new Point(box.x() + 0.7 * box.width(), box.centre().y());
    return new Face(box, List.of(left, right, left, left, left, right), 1);
  }

  private static int components(List<Stroke> strokes) {
    int[] parent = new int[strokes.size()];
    Map<Point, Integer> owner = new HashMap<>();
    int pieces = strokes.size();
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      for (Point point : strokes.get(i).pathMm().points()) {
        int a = root(parent, i);
        int b = root(parent, owner.getOrDefault(point, i));
        owner.putIfAbsent(point, i);
        if (a != b) {
          parent[a] = b;
          pieces--;
        }
      }
    }
    return pieces;
  }

  private static int root(int[] parent, int item) {
    int at = item;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }

  private static double outsideMm(GrayImage person, Drawing drawing) {
    GrayImage distance = person.atLeast(0.5).distanceToSet();
    Affine toCrop = drawing.cropToPage().inverse();
    double outside = 0;
    for (Stroke stroke : drawing.strokes()) {
      List<Point> samples = stroke.pathMm().resampled(SAMPLE_MM);
      for (int i = 1; i < samples.size(); i++) {
        Point middle = samples.get(i - 1).towards(samples.get(i), 0.5);
        if (distance.sample(toCrop.apply(middle)) > OUTSIDE_MM * toCrop.scale()) {
          outside += samples.get(i - 1).distanceTo(samples.get(i));
        }
      }
    }
    return outside;
  }
}
