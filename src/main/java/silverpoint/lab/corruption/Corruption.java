package silverpoint.lab.corruption;

import static silverpoint.picture.portrait.Flaw.BLURRED;
import static silverpoint.picture.portrait.Flaw.COVERED;
import static silverpoint.picture.portrait.Flaw.TOO_BRIGHT;
import static silverpoint.picture.portrait.Flaw.TOO_DARK;
import static silverpoint.picture.portrait.Flaw.TOO_SMALL;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.portrait.Flaw;

/** One way to make a photo hard, and how a kiosk may answer to it. */
public enum Corruption {
  PLAIN(Answer.DRAW, (scene, random) -> still(scene.picture(), scene)),
  ROLLED_45(Answer.DRAW, (scene, random) -> rolled(scene, 45)),
  FACE_80_PX(Answer.DRAW, (scene, random) -> small(scene, 80)),
  FACE_48_PX(Answer.EITHER, (scene, random) -> small(scene, 48), TOO_SMALL, BLURRED),
  FACE_24_PX(Answer.REFUSE, (scene, random) -> small(scene, 24), TOO_SMALL),
  GREY(Answer.DRAW, (scene, random) -> still(grey(scene.picture()), scene)),
  LUMA_30(Answer.DRAW, (scene, random) -> dim(scene, 30, random)),
  LUMA_15(Answer.DRAW, (scene, random) -> dim(scene, 15, random)),
  LUMA_8(Answer.EITHER, (scene, random) -> dim(scene, 8, random), TOO_DARK),
  LUMA_2(Answer.REFUSE, (scene, random) -> dim(scene, 2, random), TOO_DARK),
  BACKLIT_30(Answer.DRAW, (scene, random) -> backlit(scene, 30, random)),
  BACKLIT_12(Answer.EITHER, (scene, random) -> backlit(scene, 12, random), TOO_DARK),
  VEILED(Answer.DRAW, Corruption::veiled),
  SIDE_LIT(Answer.DRAW, Corruption::sideLit),
  RED_LIGHT(Answer.DRAW, (scene, random) -> coloured(scene, random, 0.8, 0.06, 0.05)),
  BLUE_LIGHT(Answer.DRAW, (scene, random) -> coloured(scene, random, 0.06, 0.15, 0.9)),
  GREEN_LIGHT(Answer.DRAW, (scene, random) -> coloured(scene, random, 0.1, 0.6, 0.1)),
  BURNT_OUT(Answer.EITHER, (scene, random) -> lit(scene, random, 4), TOO_BRIGHT),
  WHITE_OUT(Answer.REFUSE, (scene, random) -> lit(scene, random, 40), TOO_BRIGHT),
  BLURRED_SLIGHTLY(Answer.EITHER, (scene, random) -> blurred(scene, 0.012), BLURRED),
  BLURRED_MUCH(Answer.REFUSE, (scene, random) -> blurred(scene, 0.04), BLURRED),
  NOISY(Answer.DRAW, (scene, random) -> noisy(scene, random)),
  JPEG_20(Answer.DRAW, (scene, random) -> still(jpeg(scene.picture()), scene)),
  HALF_HIDDEN(Answer.REFUSE, (scene, random) -> still(Props.board(scene), scene), COVERED),
  MASK(Answer.EITHER, (scene, random) -> still(Props.mask(scene), scene), COVERED),
  SUNGLASSES(Answer.EITHER, (scene, random) -> still(Props.sunglasses(scene), scene), COVERED),
  FACE_PAINT(Answer.DRAW, (scene, random) -> still(Props.facePaint(scene), scene)),
  WALL_LIKE_HAIR(Answer.DRAW, (scene, random) -> still(wallLikeHair(scene), scene)),
  PICTURE_OF_PICTURE(Answer.DRAW, Corruption::printed);

  /** What a kiosk should do with such a photo. */
  public enum Answer {
    DRAW,
    REFUSE,
    /** a good drawing or the right reason */
    EITHER
  }

  /** Makes the photo hard; same photo, same random numbers, same result. */
  private interface Change {
    HardPhoto apply(Scene scene, RandomGenerator random);
  }

  private final Answer answer;
  private final Change change;
  private final Set<Flaw> reasons;

  Corruption(Answer answer, Change change, Flaw... reasons) {
    this.answer = answer;
    this.change = change;
    this.reasons = Set.of(reasons);
  }

  /** What to do with such a photo. */
  public Answer answer() {
    return answer;
  }

  /** The reasons that are right when it is refused. */
  public Set<Flaw> reasons() {
    return reasons;
  }

  /** In words. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The hard photo. */
  public HardPhoto of(Scene scene, RandomGenerator random) {
    return change.apply(scene, random);
  }

  private static HardPhoto still(RgbImage picture, Scene scene) {
    return new HardPhoto(picture, Affine.IDENTITY, scene.face());
  }

  private static HardPhoto moved(Scene scene, Affine map, int width, int height) {
    return new HardPhoto(
        Resampling.window(
            scene.picture(), map.inverse(), width, height, Resampling.Border.REPLICATE),
        map,
        scene.face().transformed(map));
  }

  private static HardPhoto rolled(Scene scene, double degrees) {
    Point centre = Box.around(scene.face().pointsPx()).centre();
    Affine map =
        Affine.translation(-centre.x(), -centre.y())
            .then(Affine.rotation(Math.toRadians(degrees)))
            .then(Affine.translation(centre.x(), centre.y()));
    return moved(scene, map, scene.picture().width(), scene.picture().height());
  }

  /** The face so many px high, in the middle of a webcam's picture. */
  private static HardPhoto small(Scene scene, double facePx) {
    int width = 640;
    int height = 480;
    Box face = Box.around(scene.face().pointsPx());
    Affine map =
        Affine.translation(-face.centre().x(), -face.centre().y())
            .then(Affine.scaling(facePx / face.height()))
            .then(Affine.translation(width / 2.0, height / 2.0));
    return moved(scene, map, width, height);
  }

  private static RgbImage grey(RgbImage picture) {
    return picture.luma().toRgb();
  }

  private static RgbImage jpeg(RgbImage picture) {
    return ImageFiles.decode(ImageFiles.encodeJpeg(picture, 20)).pixels();
  }

  private static GrayImage everywhere(Scene scene, float weight) {
    float[] all = new float[scene.picture().width() * scene.picture().height()];
    Arrays.fill(all, weight);
    return new GrayImage(scene.picture().width(), scene.picture().height(), all);
  }

  private static HardPhoto dim(Scene scene, double meanLuma, RandomGenerator random) {
    return lit(scene, random, Exposure.gainFor(scene.picture(), everywhere(scene, 1), meanLuma));
  }

  private static HardPhoto lit(Scene scene, RandomGenerator random, double gain) {
    return coloured(scene, random, gain, gain, gain);
  }

  private static HardPhoto coloured(Scene scene, RandomGenerator random, double... gain) {
    return still(Exposure.of(scene.picture(), (x, y, c) -> gain[c], random), scene);
  }

  /** The person in the dark before a white window, with a veil of stray light. */
  private static HardPhoto backlit(Scene scene, double meanLuma, RandomGenerator random) {
    double gain = Exposure.gainFor(scene.picture(), scene.person(), meanLuma);
    RgbImage window = flat(scene.picture(), 0xfafafa);
    RgbImage dark = Exposure.of(scene.picture(), (x, y, c) -> gain, random);
    return still(dark.over(window, scene.person()), scene);
  }

  /** Backlight that strays in the lens: dark, and a grey veil over everything. */
  private static HardPhoto veiled(Scene scene, RandomGenerator random) {
    RgbImage dark = backlit(scene, 30, random).picture();
    return still(dark.over(flat(dark, 0x909090), everywhere(scene, 0.45f)), scene);
  }

  /** One half of the face gets a tenth of the light. */
  private static HardPhoto sideLit(Scene scene, RandomGenerator random) {
    Point middle = scene.face().point(1);
    double width = scene.face().widthPx();
    return still(
        Exposure.of(
            scene.picture(),
            (x, y, c) -> {
              double across = (x - middle.x()) / (0.15 * width);
              return 0.07 + 0.9 / (1 + Math.exp(-across));
            },
            random),
        scene);
  }

  private static HardPhoto blurred(Scene scene, double sigmaPerFace) {
    double sigma = sigmaPerFace * Box.around(scene.face().pointsPx()).height();
    return still(scene.picture().blurred(sigma), scene);
  }

  /** Standard deviation of 25 of 255 in every channel. */
  private static HardPhoto noisy(Scene scene, RandomGenerator random) {
    RgbImage picture = scene.picture();
    byte[] rgb = new byte[3 * picture.width() * picture.height()];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i / 3;
      int row = pixel / picture.width();
      double level = picture.at(pixel % picture.width(), row, i % 3) + 25 * random.nextGaussian();
      rgb[i] = (byte) Math.clamp(Math.round(level), 0, 255);
    }
    return still(new RgbImage(picture.width(), picture.height(), rgb), scene);
  }

  private static RgbImage flat(RgbImage size, int colour) {
    byte[] rgb = new byte[3 * size.width() * size.height()];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (colour >> 16 - 8 * (i % 3));
    }
    return new RgbImage(size.width(), size.height(), rgb);
  }

  private static RgbImage wallLikeHair(Scene scene) {
    return scene.picture().over(flat(scene.picture(), Props.hairColour(scene)), scene.person());
  }

  /** A print with a white border on a table, a little turned, pale and soft. */
  private static HardPhoto printed(Scene scene, RandomGenerator random) {
    RgbImage picture = scene.picture();
    double shrink = 0.7;
    Point middle = new Point(picture.width() / 2.0, picture.height() / 2.0);
    Affine map =
        Affine.translation(-middle.x(), -middle.y())
            .then(Affine.scaling(shrink))
            .then(Affine.rotation(Math.toRadians(5)))
            .then(Affine.translation(middle.x(), middle.y()));
    HardPhoto small = moved(scene, map, picture.width(), picture.height());
    Affine back = map.inverse();
    double border = 0.04 * picture.width();
    byte[] rgb = new byte[3 * picture.width() * picture.height()];
    int at = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        Point in = back.apply(new Point(x + 0.5, y + 0.5));
        double beyond =
            Math.max(
                Math.max(-in.x(), in.x() - picture.width()),
                Math.max(-in.y(), in.y() - picture.height()));
        for (int c = 0; c < 3; c++) {
          double pale = 40 + 0.75 * small.picture().at(x, y, c);
          double table = (0x7a5c3e >> 16 - 8 * c & 0xff) + 6 * random.nextGaussian();
          double level = beyond <= 0 ? pale : beyond < border ? 235 : table;
          rgb[at++] = (byte) Math.clamp(Math.round(level), 0, 255);
        }
      }
    }
    RgbImage print = new RgbImage(picture.width(), picture.height(), rgb).blurred(0.7);
    return new HardPhoto(print, map, small.face());
  }
}
