package silverpoint.portrait;

import silverpoint.geometry.Affine;
import silverpoint.image.GrayImage;
import silverpoint.image.Mask;
import silverpoint.image.Resampling;
import silverpoint.image.RgbImage;
import silverpoint.inference.NeuralModel;
import silverpoint.inference.Tensor;

/** Separates the person from the background. */
public final class PersonSegmenter {
  private static final int INPUT_PX = 256;

  /** Beyond this distance from the largest component, px, other blobs of the mask are cleared. */
  private static final double REACH_PX = 3;

  private final NeuralModel model;

  /**
   * The model takes 1x3x256x256, NCHW, RGB, 0..1 (stretched), and gives a 1x1x256x256 mask, 0..1.
   */
  public PersonSegmenter(NeuralModel model) {
    this.model = model;
  }

  /** The soft mask of the largest person, 0..1, of the picture's size; 0.5 is the border. */
  public GrayImage segment(RgbImage image) {
    Affine stretch =
        new Affine(
            (double) image.width() / INPUT_PX, 0, 0, (double) image.height() / INPUT_PX, 0, 0);
    RgbImage input =
        Resampling.window(image, stretch, INPUT_PX, INPUT_PX, Resampling.Border.REPLICATE);
    float[] soft =
        model.run(new Tensor(input.planar(0, 1), 1, 3, INPUT_PX, INPUT_PX)).getFirst().toArray();
    GrayImage raw = new GrayImage(INPUT_PX, INPUT_PX, soft);
    Mask person = raw.atLeast(0.5).largestComponent();
    GrayImage distance = person.distanceToSet();
    float[] kept = new float[soft.length];
    for (int y = 0; y < INPUT_PX; y++) {
      for (int x = 0; x < INPUT_PX; x++) {
        kept[y * INPUT_PX + x] = distance.at(x, y) <= REACH_PX ? raw.at(x, y) : 0;
      }
    }
    return Resampling.window(
        new GrayImage(INPUT_PX, INPUT_PX, kept),
        stretch.inverse(),
        image.width(),
        image.height(),
        Resampling.Border.REPLICATE);
  }
}
