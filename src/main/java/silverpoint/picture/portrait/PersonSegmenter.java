package silverpoint.picture.portrait;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Mask;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.NeuralModel;
import silverpoint.foundation.inference.Tensor;

/** Separates people from the background. */
public final class PersonSegmenter {
  private static final int INPUT_PX = 256;

  /** Beyond this distance from the components that are kept, px, the mask is cleared. */
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
    return segment(image, List.of());
  }

  /**
   * The soft mask of the people with these faces, 0..1, of the picture's size; 0.5 is the border;
   * of the largest person when it shows none of the faces.
   */
  GrayImage segment(RgbImage image, List<Box> facesPx) {
    Affine stretch =
        new Affine(
            (double) image.width() / INPUT_PX, 0, 0, (double) image.height() / INPUT_PX, 0, 0);
    RgbImage input =
        Resampling.window(image, stretch, INPUT_PX, INPUT_PX, Resampling.Border.REPLICATE);
    float[] soft =
        model.run(new Tensor(input.planar(0, 1), 1, 3, INPUT_PX, INPUT_PX)).getFirst().toArray();
    GrayImage raw = new GrayImage(INPUT_PX, INPUT_PX, soft);
    Affine toInput = stretch.inverse();
    Mask person =
        withFaces(
            raw.atLeast(0.5),
            facesPx.stream().map(face -> face.centre()).map(toInput::apply).toList());
    GrayImage distance = person.distanceToSet();
    float[] kept = new float[soft.length];
    for (int y = 0; y < INPUT_PX; y++) {
      for (int x = 0; x < INPUT_PX; x++) {
        kept[y * INPUT_PX + x] = distance.at(x, y) <= REACH_PX ? raw.at(x, y) : 0;
      }
    }
    return Resampling.window(
        new GrayImage(INPUT_PX, INPUT_PX, kept),
        toInput,
        image.width(),
        image.height(),
        Resampling.Border.REPLICATE);
  }

  /** The components that hold the middle of a face; the largest when none does. */
  private static Mask withFaces(Mask mask, List<Point> facesPx) {
    int[] component = mask.components();
    Set<Integer> wanted = new HashSet<>();
    for (Point face : facesPx) {
      int x = (int) Math.floor(face.x());
      int y = (int) Math.floor(face.y());
      if (mask.at(x, y)) {
        wanted.add(component[y * mask.width() + x]);
      }
    }
    if (wanted.isEmpty()) {
      return mask.largestComponent();
    }
    boolean[] kept = new boolean[component.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = wanted.contains(component[i]);
    }
    return new Mask(mask.width(), mask.height(), kept);
  }
}
