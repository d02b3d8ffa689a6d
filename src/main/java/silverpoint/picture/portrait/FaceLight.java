package silverpoint.picture.portrait;

import java.util.Arrays;
import java.util.Optional;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.Relighting;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.Face;

/**
 * The light on a face as the camera gives it, and what to do about it. In 45 good photos of faces
 * of every colour the bright luma is 0.60 to 0.92, the shadows have up to 0.26 of the light of the
 * bright parts, the cast is 1.2 to 2.2; such photos stay as they are, to the byte.
 *
 * @param meanLuma of the inner face, 0..1
 * @param shadowLuma the darkest twentieth is darker
 * @param brightLuma the brightest twentieth is brighter
 * @param burntShare share of the inner face that is as white as the camera can
 * @param red mean level, 0..1
 * @param green mean level, 0..1
 * @param blue mean level, 0..1
 */
public record FaceLight(
    double meanLuma,
    double shadowLuma,
    double brightLuma,
    double burntShare,
    double red,
    double green,
    double blue) {
  private static final int SAMPLE_PX = 64;
  private static final double INNER_FACE = 0.8;
  private static final double BURNT_LUMA = 0.98;

  /** A face whose brightest parts are darker than this is lit. */
  private static final double DIM_LUMA = 0.47;

  /**
   * A face whose shadows get more of the light of its bright parts is veiled by stray light, or
   * burnt out.
   */
  private static final double VEILED_SHADOWS = 0.36;

  /** So much of a veil is taken away; all of it would make the shadows black. */
  private static final double VEIL_SHARE = 0.75;

  private static final double WANTED_LUMA = 0.6;

  /** Eight bits hold no more than this many times the light. */
  private static final double MAX_GAIN = 40;

  /** The strongest channel over the weakest, beyond which the light is coloured. */
  private static final double MAX_CAST = 2.6;

  /** Linear light that skin sends back, red against green and blue, in the middle of its range. */
  private static final double SKIN_GREEN = 0.58;

  private static final double SKIN_BLUE = 0.47;

  /** Weak channels get at most this many times more than the strongest. */
  private static final double MAX_CHANNEL_GAIN = 6;

  /** Noise of a webcam at its darkest, levels of 255, before any gain. */
  private static final double NOISE_LEVELS = 2;

  private static final double SMOOTHING_FACES = 0.012;
  private static final double NOISY_GAIN = 4;

  /** Below, eight bits hold too few levels: a face of mean luma 8 has 0.07, of mean luma 2 0.03. */
  private static final double LEAST_BRIGHT_LUMA = 0.045;

  /** Above, too little skin is left: at four times the light it is 0.8, at forty times 0.87. */
  private static final double MOST_BURNT = 0.84;

  /** Measures a face. */
  static FaceLight of(RgbImage image, Face face) {
    double side = Math.max(1, INNER_FACE * face.sizePx());
    Point centre = face.boxPx().centre();
    return of(image, new Box(centre.x() - side / 2, centre.y() - side / 2, side, side));
  }

  /** What makes a picture in which no face is found too dark or too bright for one. */
  public static Optional<Flaw> flawOf(RgbImage picture) {
    return of(picture, new Box(0, 0, picture.width(), picture.height())).flaw();
  }

  private static FaceLight of(RgbImage image, Box box) {
    RgbImage inner =
        Resampling.window(
            image,
            new Affine(box.width() / SAMPLE_PX, 0, 0, box.height() / SAMPLE_PX, box.x(), box.y()),
            SAMPLE_PX,
            SAMPLE_PX,
            Resampling.Border.REPLICATE);
    float[] luma = inner.luma().toArray();
    Arrays.sort(luma);
    double sum = 0;
    int burnt = 0;
    for (float value : luma) {
      sum += value;
      burnt += value >= BURNT_LUMA ? 1 : 0;
    }
    return new FaceLight(
        sum / luma.length,
        luma[luma.length / 20],
        luma[luma.length * 19 / 20],
        (double) burnt / luma.length,
        mean(inner, 0),
        mean(inner, 1),
        mean(inner, 2));
  }

  private static double mean(RgbImage image, int channel) {
    double sum = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        sum += image.at(x, y, channel);
      }
    }
    return sum / 255 / image.width() / image.height();
  }

  /** What the light spoils for good; empty when the picture can be improved enough. */
  public Optional<Flaw> flaw() {
    if (brightLuma < LEAST_BRIGHT_LUMA) {
      return Optional.of(Flaw.TOO_DARK);
    }
    return burntShare > MOST_BURNT ? Optional.of(Flaw.TOO_BRIGHT) : Optional.empty();
  }

  /** Whether the face is too dark or the light too coloured for the models to do their best. */
  boolean isPoor() {
    return brightLuma < DIM_LUMA || isVeiled() || cast() > MAX_CAST;
  }

  private boolean isVeiled() {
    return Relighting.linear(shadowLuma) > VEILED_SHADOWS * Relighting.linear(brightLuma);
  }

  private double cast() {
    double weakest = Math.min(red, Math.min(green, blue));
    return Math.max(red, Math.max(green, blue)) / Math.max(weakest, 1.0 / 255);
  }

  /**
   * The picture in good light for the face; the picture itself when its light is good.
   *
   * @param facePx size of the face
   */
  RgbImage improved(RgbImage image, double facePx) {
    if (!isPoor()) {
      return image;
    }
    double[] channels = {1, 1, 1};
    if (cast() > MAX_CAST) {
      double[] light = {
        Relighting.linear(red),
        Relighting.linear(green) / SKIN_GREEN,
        Relighting.linear(blue) / SKIN_BLUE
      };
      double strongest = Math.max(light[0], Math.max(light[1], light[2]));
      for (int c = 0; c < 3; c++) {
        channels[c] = Math.min(MAX_CHANNEL_GAIN, strongest / Math.max(light[c], 1e-6));
      }
    }
    double luma =
        0.299 * level(red, channels[0])
            + 0.587 * level(green, channels[1])
            + 0.114 * level(blue, channels[2]);
    double brighter = luma / Math.max(meanLuma, 1.0 / 255);
    double bright = Relighting.linear(Math.min(1, brighter * brightLuma));
    double veil =
        isVeiled() ? VEIL_SHARE * Relighting.linear(Math.min(1, brighter * shadowLuma)) : 0;
    double gain =
        Math.min(MAX_GAIN, Relighting.linear(WANTED_LUMA) / Math.max(1e-6, bright - veil));
    RgbImage lit = Relighting.exposed(image, gain, veil, channels);
    double most = gain * Math.max(channels[0], Math.max(channels[1], channels[2]));
    if (most > NOISY_GAIN) {
      lit = Relighting.smoothed(lit, Math.max(0.8, SMOOTHING_FACES * facePx), NOISE_LEVELS * most);
    }
    return lit;
  }

  private static double level(double level, double gain) {
    return Relighting.encoded(gain * Relighting.linear(level));
  }
}
