package silverpoint.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import silverpoint.geometry.Affine;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.image.Resampling;
import silverpoint.image.RgbImage;
import silverpoint.inference.NeuralModel;
import silverpoint.inference.Tensor;

/**
 * Fits the face mesh: once in a window around the detected face, once more in a window around the first fit, as
 * MediaPipe does from frame to frame, which cures a loose detection.
 */
public final class FaceMesher {
  private static final int INPUT_PX = 192;
  private static final double WINDOW_PER_FACE = 1.5;
  private static final double MIN_PRESENCE = 0.5;

  private final NeuralModel model;

  /** The model takes 1x3x192x192, NCHW, RGB, 0..1, and gives 468 x (x, y, z) in input px and a presence logit. */
  public FaceMesher(NeuralModel model) {
    this.model = model;
  }

  /** The mesh in picture px, or empty when the model sees no face there. */
  public Optional<FaceMesh> fit(RgbImage image, Face face) {
    FaceMesh first =
        fit(image, face.boxPx().centre(), face.sizePx() * WINDOW_PER_FACE, face.rollRadians());
    Affine upright = Affine.rotation(-first.rollRadians());
    Box box = Box.around(first.transformed(upright).pointsPx());
    Point centre = upright.inverse().apply(box.centre());
    double side = Math.max(box.width(), box.height()) * WINDOW_PER_FACE;
    if (first.presence() < MIN_PRESENCE || side < 1) {
      return Optional.empty();
    }
    FaceMesh second = fit(image, centre, side, first.rollRadians());
    return Optional.of(second).filter(mesh -> mesh.presence() >= MIN_PRESENCE);
  }

  private FaceMesh fit(RgbImage image, Point centre, double sidePx, double rollRadians) {
    Affine toPicture =
        Affine.translation(-INPUT_PX / 2.0, -INPUT_PX / 2.0)
            .then(Affine.scaling(sidePx / INPUT_PX))
            .then(Affine.rotation(rollRadians))
            .then(Affine.translation(centre.x(), centre.y()));
    RgbImage input =
        Resampling.window(image, toPicture, INPUT_PX, INPUT_PX, Resampling.Border.REPLICATE);
    List<Tensor> outputs =
        model.run(new Tensor(input.planar(0, 1), 1, 3, INPUT_PX, INPUT_PX));
    float[] raw = outputs.get(0).toArray();
    List<Point> points = new ArrayList<>(FaceMesh.POINTS);
    for (int i = 0; i < FaceMesh.POINTS; i++) {
      points.add(toPicture.apply(new Point(raw[3 * i], raw[3 * i + 1])));
    }
    double presence = 1 / (1 + Math.exp(-outputs.get(1).at(0)));
    return new FaceMesh(points, presence);
  }
}
