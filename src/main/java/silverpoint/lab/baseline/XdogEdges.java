package silverpoint.lab.baseline;

import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;

/**
 * Extended difference of Gaussians (Winnemoeller, Kyprianidis and Olsen 2012): the picture is
 * sharpened by the difference of two blurs, and what falls below a level becomes ink by a soft
 * step.
 */
public final class XdogEdges implements EdgeMethod {
  private static final double SIGMA_PX = 1;
  private static final double WIDER = 1.6;
  private static final float SHARPENING = 20;
  private static final float LEVEL = 0.5f;
  private static final float STEEPNESS = 10;

  @Override
  public GrayImage edges(RgbImage picture) {
    GrayImage luma = picture.luma();
    float[] narrow = luma.blurred(SIGMA_PX).toArray();
    float[] wide = luma.blurred(WIDER * SIGMA_PX).toArray();
    float[] ink = new float[narrow.length];
    for (int i = 0; i < ink.length; i++) {
      float sharp = (1 + SHARPENING) * narrow[i] - SHARPENING * wide[i];
      ink[i] = sharp >= LEVEL ? 0 : (float) -Math.tanh(STEEPNESS * (sharp - LEVEL));
    }
    return new GrayImage(picture.width(), picture.height(), ink);
  }
}
