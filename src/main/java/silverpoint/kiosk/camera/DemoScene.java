package silverpoint.kiosk.camera;

import java.util.SplittableRandom;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;

/**
 * What the demo camera sees: a hall, a visitor cut out of the bundled portrait (Eileen Collins,
 * NASA, public domain; the mask is made from it by the person model), sensor noise. 640 x 480 px, a
 * pure function of seed and time.
 */
final class DemoScene {
  static final int WIDTH_PX = 640;
  static final int HEIGHT_PX = 480;

  /** Centre of the face in the portrait, px, and where it stands in the picture, px. */
  private static final double FACE_X = 228;

  private static final double FACE_Y = 130;
  private static final double EYE_LEVEL_Y = 205;

  private static final int NOISE = 1 << 20;
  private static final double NOISE_SIGMA = 2.5;

  private final RgbImage portrait = StillCamera.demo().capture().image();
  private final GrayImage mask = StillCamera.demoMask().luma();
  private final byte[] hall;
  private final byte[] noise = new byte[NOISE];
  private final long seed;

  DemoScene(long seed) {
    this.seed = seed;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < NOISE; i++) {
      noise[i] = (byte) Math.round(NOISE_SIGMA * random.nextGaussian());
    }
    hall = hall(random);
  }

  RgbImage pictureAt(long timeNs) {
    byte[] rgb = hall.clone();
    DemoVisit visit = DemoVisit.at(timeNs * 1e-9, seed);
    if (visit.present()) {
      paint(rgb, visit);
    }
    addNoise(rgb, timeNs);
    return new RgbImage(WIDTH_PX, HEIGHT_PX, rgb);
  }

  private void paint(byte[] rgb, DemoVisit visit) {
    double across = visit.mirrored() ? -1 / visit.zoom() : 1 / visit.zoom();
    Affine toPortrait =
        Affine.translation(-visit.faceX() * WIDTH_PX, -EYE_LEVEL_Y - visit.bobPx())
            .then(new Affine(across, 0, 0, 1 / visit.zoom(), 0, 0))
            .then(Affine.rotation(visit.rollRadians()))
            .then(Affine.translation(FACE_X, FACE_Y));
    Affine toMask = toPortrait.then(Affine.scaling((double) mask.width() / portrait.width()));
    RgbImage person =
        Resampling.window(portrait, toPortrait, WIDTH_PX, HEIGHT_PX, Resampling.Border.REPLICATE);
    GrayImage alpha =
        Resampling.window(mask, toMask, WIDTH_PX, HEIGHT_PX, Resampling.Border.REPLICATE);
    for (int y = 0; y < HEIGHT_PX; y++) {
      for (int x = 0; x < WIDTH_PX; x++) {
        float a = alpha.at(x, y);
        if (a > 0) {
          int at = 3 * (y * WIDTH_PX + x);
          for (int c = 0; c < 3; c++) {
            rgb[at + c] = (byte) (a * person.at(x, y, c) + (1 - a) * (rgb[at + c] & 0xff));
          }
        }
      }
    }
  }

  private void addNoise(byte[] rgb, long timeNs) {
    int offset = new SplittableRandom(seed ^ timeNs).nextInt(NOISE);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) Math.clamp((rgb[i] & 0xff) + noise[(i + offset) & (NOISE - 1)], 0, 255);
    }
  }

  /** A pale wall in the light of lamps that are out of focus. */
  private static byte[] hall(SplittableRandom random) {
    byte[] rgb = new byte[3 * WIDTH_PX * HEIGHT_PX];
    double[][] lamps = new double[9][];
    for (int i = 0; i < lamps.length; i++) {
      lamps[i] =
          new double[] {
            random.nextDouble(WIDTH_PX), random.nextDouble(170), 12 + random.nextDouble(22)
          };
    }
    for (int y = 0; y < HEIGHT_PX; y++) {
      for (int x = 0; x < WIDTH_PX; x++) {
        double light = 118 + 46.0 * (HEIGHT_PX - y) / HEIGHT_PX + 12 * Math.sin(x * 0.006 + 1);
        if (y > 400) {
          light -= (y - 400) * 0.55;
        }
        for (double[] lamp : lamps) {
          double edge = lamp[2] - Math.hypot(x - lamp[0], y - lamp[1]);
          light += 26 * Math.clamp(edge / 6 + 0.5, 0, 1);
        }
        int at = 3 * (y * WIDTH_PX + x);
        rgb[at] = (byte) Math.clamp((int) (light * 1.02), 0, 255);
        rgb[at + 1] = (byte) Math.clamp((int) (light * 0.99), 0, 255);
        rgb[at + 2] = (byte) Math.clamp((int) (light * 0.93), 0, 255);
      }
    }
    return rgb;
  }
}
