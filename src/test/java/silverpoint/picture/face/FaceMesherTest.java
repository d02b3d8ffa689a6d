package silverpoint.picture.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.ModelCard;
import silverpoint.foundation.inference.NeuralModel;
import silverpoint.foundation.inference.Tensor;

/**
 * Which way up a head stands, by a model that sees a face in every window, and is as sure as told
 * of one that stands like the picture, upside down, or on its side.
 */
class FaceMesherTest {
  private static final int INPUT_PX = 192;
  private static final Face FACE = Faces.at(200, 200, 100);

  /** Light above, dark below: the model can tell how its window stands. */
  private static RgbImage picture() {
    byte[] rgb = new byte[3 * 400 * 400];
    for (int i = 0; i < rgb.length; i++) {
      int row = i / 3 / 400;
      rgb[i] = (byte) (250 - row / 2);
    }
    return new RgbImage(400, 400, rgb);
  }

  private record Believer(double upright, double upsideDown, double onItsSide)
      implements NeuralModel {
    @Override
    public List<Tensor> run(Tensor input) {
      float[] planes = input.toArray();
      double down = planes[INPUT_PX * (INPUT_PX - 1) + 96] - planes[96];
      double presence = down < -0.05 ? upright : down > 0.05 ? upsideDown : onItsSide;
      float[] points = new float[3 * FaceMesh.POINTS];
      for (int i = 0; i < FaceMesh.POINTS; i++) {
        points[3 * i] = 40 + i % 23 * 5;
        points[3 * i + 1] = 40 + i % 29 * 4;
      }
      place(points, 33, 60, 80);
      place(points, 263, 132, 80);
      float logit = (float) Math.log(presence / (1 - presence));
      return List.of(new Tensor(points, 1, points.length), new Tensor(new float[] {logit}, 1, 1));
    }

    private static void place(float[] points, int vertex, float x, float y) {
      points[3 * vertex] = x;
      points[3 * vertex + 1] = y;
    }

    @Override
    public ModelCard card() {
      throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public String device() {
      return "none";
    }

    @Override
    public void close() {}
  }

  private static Optional<Double> rollDegrees(double upright, double upsideDown, double onItsSide) {
    return new FaceMesher(new Believer(upright, upsideDown, onItsSide))
        .fit(picture(), FACE)
        .map(mesh -> Math.abs(Math.toDegrees(mesh.rollRadians())));
  }

  @Test
  void behindAMaskTheHeadStandsAsDetected() {
    assertThat(rollDegrees(0.66, 0.998, 0.9).orElseThrow()).isCloseTo(0, within(1.0));
  }

  @Test
  void aSureModelTurnsTheHead() {
    assertThat(rollDegrees(0.99, 0.99999, 0.9).orElseThrow()).isCloseTo(180, within(1.0));
    assertThat(rollDegrees(0.2, 0.3, 0.99999).orElseThrow()).isCloseTo(90, within(1.0));
  }

  @Test
  void whereNothingStandsAsDetectedTheSurestCounts() {
    assertThat(rollDegrees(0.1, 0.8, 0.2).orElseThrow()).isCloseTo(180, within(1.0));
  }

  @Test
  void noFaceIsNone() {
    assertThat(rollDegrees(0.1, 0.1, 0.1)).isEmpty();
  }
}
