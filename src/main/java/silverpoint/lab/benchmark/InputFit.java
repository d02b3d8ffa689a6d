package silverpoint.lab.benchmark;

import java.util.List;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.ModelCard;
import silverpoint.foundation.inference.Tensor;

/**
 * A picture brought to a model's input, and results brought back: by the card's shape, colour
 * order, range and fitting. A shape of any extent takes the picture as it is, its border repeated
 * up to a multiple of the sides.
 *
 * @param toPicture from input px to picture px
 * @param input the tensor
 * @param picture the picture itself
 */
record InputFit(Affine toPicture, Tensor input, RgbImage picture) {
  /** Sides that every net of a few halvings can take. */
  private static final int DEFAULT_MULTIPLE = 8;

  private static final int CHANNELS = 3;

  static InputFit of(RgbImage picture, ModelCard card) {
    List<Long> shape = card.input().shape();
    if (shape.size() != 4 || (shape.get(1) != CHANNELS && shape.get(1) != -1)) {
      throw new IllegalArgumentException(
          card.name() + " takes " + shape + ", the benchmark feeds colour pictures [1, 3, H, W]");
    }
    ModelCard.Fitting fitting = card.fitting().orElse(ModelCard.Fitting.defaults());
    int multiple = fitting.multiple().orElse(DEFAULT_MULTIPLE);
    int height = side(shape.get(2), picture.height(), multiple);
    int width = side(shape.get(3), picture.width(), multiple);
    Affine toPicture = Affine.translation(0, 0);
    Resampling.Border border = Resampling.Border.REPLICATE;
    if (shape.get(2) != -1 || shape.get(3) != -1) {
      double scaleX = (double) picture.width() / width;
      double scaleY = (double) picture.height() / height;
      toPicture = new Affine(scaleX, 0, 0, scaleY, 0, 0);
      if (mode(card, fitting) == ModelCard.Fitting.Mode.LETTERBOX) {
        double scale = Math.max(scaleX, scaleY);
        border = Resampling.Border.BLACK;
        toPicture =
            Affine.translation(-width / 2.0, -height / 2.0)
                .then(Affine.scaling(scale))
                .then(Affine.translation(picture.width() / 2.0, picture.height() / 2.0));
      }
    }
    RgbImage fitted =
        width == picture.width() && height == picture.height()
            ? picture
            : Resampling.window(picture, toPicture, width, height, border);
    return new InputFit(toPicture, tensor(fitted, card.input(), fitting), picture);
  }

  private static ModelCard.Fitting.Mode mode(ModelCard card, ModelCard.Fitting fitting) {
    return fitting
        .mode()
        .orElse(
            card.task() == ModelCard.Task.FACE_DETECTION
                ? ModelCard.Fitting.Mode.LETTERBOX
                : ModelCard.Fitting.Mode.STRETCH);
  }

  private static int side(long extent, int picturePx, int multiple) {
    return extent == -1 ? Math.ceilDiv(picturePx, multiple) * multiple : Math.toIntExact(extent);
  }

  private static Tensor tensor(RgbImage picture, ModelCard.Input input, ModelCard.Fitting fitting) {
    float[] rgb = picture.planar((float) input.range().min(), (float) input.range().max());
    int area = picture.width() * picture.height();
    float[] planes = new float[rgb.length];
    for (int channel = 0; channel < CHANNELS; channel++) {
      int from = input.channels() == ModelCard.Channels.BGR ? CHANNELS - 1 - channel : channel;
      float mean = value(fitting.mean().orElse(List.of()), channel, 0);
      float deviation = value(fitting.deviation().orElse(List.of()), channel, 1);
      for (int i = 0; i < area; i++) {
        planes[channel * area + i] = (rgb[from * area + i] - mean) / deviation;
      }
    }
    return new Tensor(planes, 1, CHANNELS, picture.height(), picture.width());
  }

  private static float value(List<Double> values, int channel, float otherwise) {
    return values.isEmpty() ? otherwise : values.get(channel).floatValue();
  }

  /**
   * A result of the input's shape, or of a smaller one of the same aspect, as the picture sees it.
   */
  GrayImage back(GrayImage result) {
    double scaleX = (double) result.width() / input.extent(3);
    double scaleY = (double) result.height() / input.extent(2);
    Affine toResult = toPicture.inverse().then(new Affine(scaleX, 0, 0, scaleY, 0, 0));
    boolean same =
        result.width() == picture.width()
            && result.height() == picture.height()
            && toPicture.equals(Affine.translation(0, 0));
    return same
        ? result
        : Resampling.window(
            result, toResult, picture.width(), picture.height(), Resampling.Border.REPLICATE);
  }
}
