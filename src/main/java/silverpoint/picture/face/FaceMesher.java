package silverpoint.picture.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.NeuralModel;
import silverpoint.foundation.inference.Tensor;

/**
 * Fits the face mesh: once in a window around the detected face, once more in a window around the
 * first fit, as MediaPipe does from frame to frame, which cures a loose detection.
 */
public final class FaceMesher {
  private static final int INPUT_PX = 192;
  private static final double WINDOW_PER_FACE = 1.5;
  private static final double MIN_PRESENCE = 0.5;

  /** Another position of the head than the detected one needs this presence. */
  private static final double SURE_PRESENCE = 0.9999;

  private static final int REFINEMENTS = 2;

  /** A fit that still turns in the last window has not found the head. */
  private static final double MAX_LAST_TURN_RADIANS = Math.toRadians(15);

  private final NeuralModel model;

  /**
   * The model takes 1x3x192x192, NCHW, RGB, 0..1, and gives 468 x (x, y, z) in input px and a
   * presence logit.
   */
  public FaceMesher(NeuralModel model) {
    this.model = model;
  }

  /** The mesh in picture px, or empty when the model sees no face there. */
  public Optional<FaceMesh> fit(RgbImage image, Face face) {
    Optional<FaceMesh> asDetected = refined(image, turned(image, face, 0));
    if (isSure(asDetected)) {
      return asDetected;
    }
    // detectors see heads in any position, but take the key points of one upside down the wrong
    // way; the mesh model is sure of a head only when its window stands as the head does, and
    // behind a mask it is sure of nothing
    Optional<FaceMesh> best = Optional.empty();
    for (int quarterTurns : new int[] {2, 1, 3}) {
      FaceMesh first = turned(image, face, quarterTurns);
      if (first.presence() > best.map(FaceMesh::presence).orElse(MIN_PRESENCE)) {
        Optional<FaceMesh> before = best;
        best = refined(image, first).or(() -> before);
      }
    }
    Optional<FaceMesh> other = best;
    return isSure(other) ? other : asDetected.or(() -> other);
  }

  private static boolean isSure(Optional<FaceMesh> mesh) {
    return mesh.map(FaceMesh::presence).orElse(0.0) >= SURE_PRESENCE;
  }

  /** The fit in a window that stands so many quarter turns from the detected head. */
  private FaceMesh turned(RgbImage image, Face face, int quarterTurns) {
    double roll = face.rollRadians() + quarterTurns * Math.PI / 2;
    return fit(image, face.boxPx().centre(), face.sizePx() * WINDOW_PER_FACE, roll);
  }

  /** Fits twice more, in the window of the fit before; empty when the mesh still turns. */
  private Optional<FaceMesh> refined(RgbImage image, FaceMesh first) {
    FaceMesh mesh = first;
    double turned = 0;
    for (int i = 0; i < REFINEMENTS; i++) {
      double roll = mesh.rollRadians();
      Affine upright = Affine.rotation(-roll);
      Box box = Box.around(mesh.transformed(upright).pointsPx());
      Point centre = upright.inverse().apply(box.centre());
      double side = Math.max(1, Math.max(box.width(), box.height()) * WINDOW_PER_FACE);
      mesh = fit(image, centre, side, roll);
      turned = Math.abs(Math.IEEEremainder(mesh.rollRadians() - roll, 2 * Math.PI));
    }
    boolean found = mesh.presence() >= MIN_PRESENCE && turned < MAX_LAST_TURN_RADIANS;
    return found ? Optional.of(mesh) : Optional.empty();
  }

  private FaceMesh fit(RgbImage image, Point centre, double sidePx, double rollRadians) {
    Affine toPicture =
        Affine.translation(-INPUT_PX / 2.0, -INPUT_PX / 2.0)
            .then(Affine.scaling(sidePx / INPUT_PX))
            .then(Affine.rotation(rollRadians))
            .then(Affine.translation(centre.x(), centre.y()));
    RgbImage input =
        Resampling.window(image, toPicture, INPUT_PX, INPUT_PX, Resampling.Border.REPLICATE);
    List<Tensor> outputs = model.run(new Tensor(input.planar(0, 1), 1, 3, INPUT_PX, INPUT_PX));
    float[] raw = outputs.get(0).toArray();
    List<Point> points = new ArrayList<>(FaceMesh.POINTS);
    for (int i = 0; i < FaceMesh.POINTS; i++) {
      points.add(toPicture.apply(new Point(raw[3 * i], raw[3 * i + 1])));
    }
    double presence = 1 / (1 + Math.exp(-outputs.get(1).at(0)));
    return new FaceMesh(points, presence);
  }
}
