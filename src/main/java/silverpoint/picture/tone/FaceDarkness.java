package silverpoint.picture.tone;

import java.util.Arrays;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.Relighting;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceRegion;

/**
 * How much darker than the skin around it each place of a face is: the logarithm of the lightness
 * (CIE L*) against that of the lightest places near it, so that a feature counts alike on every
 * skin and in every light. Skin is about 0, a black pupil on light skin 1.2.
 *
 * @param window of the crop, whole px
 * @param darkness of the window
 * @param contrast of the face, 1 for one with full contrast, less for a faint one
 */
record FaceDarkness(Box window, GrayImage darkness, double contrast) {
  /** The window goes on beyond the mesh, face widths. */
  private static final double MARGIN = 0.35;

  private static final double EYE_GROWTH = 1.15;
  private static final double PUPIL_QUANTILE = 0.9;
  private static final float[] LINEAR = linear();

  static FaceDarkness of(
      RgbImage crop, FaceMesh mesh, double lineWidthPx, ToneSettings.Face settings) {
    double faceWidthPx = faceWidthPx(mesh);
    Box window = window(crop, mesh, MARGIN * faceWidthPx);
    GrayImage light = logLightness(crop, window, settings.floor());
    GrayImage skin =
        light
            .blurred(lineWidthPx)
            .highestWithin(settings.skinReach() * faceWidthPx)
            .blurred(settings.skinBlur() * faceWidthPx);
    GrayImage here = light.blurred(lineWidthPx / 2);
    float[] darkness = skin.toArray();
    for (int i = 0; i < darkness.length; i++) {
      darkness[i] -= here.at(i % here.width(), i / here.width());
    }
    GrayImage dark = new GrayImage(here.width(), here.height(), darkness);
    double pupils = pupils(dark, window, mesh);
    return new FaceDarkness(window, dark, Math.clamp(pupils / settings.pupilDarkness(), 0.05, 1));
  }

  static double faceWidthPx(FaceMesh mesh) {
    return Math.max(1, mesh.widthPx());
  }

  /** The centre of a pixel of the window, crop px. */
  Point centre(int x, int y) {
    return new Point(window.x() + x + 0.5, window.y() + y + 0.5);
  }

  /** The darkness of a place, crop px. */
  double at(Point crop) {
    return darkness.sample(new Point(crop.x() - window.x(), crop.y() - window.y()));
  }

  private static Box window(RgbImage crop, FaceMesh mesh, double marginPx) {
    Box around = Box.around(mesh.pointsPx()).inset(-marginPx);
    int left = (int) Math.clamp(Math.floor(around.x()), 0, crop.width() - 2);
    int top = (int) Math.clamp(Math.floor(around.y()), 0, crop.height() - 2);
    int right = (int) Math.clamp(Math.ceil(around.right()), left + 1, crop.width());
    int bottom = (int) Math.clamp(Math.ceil(around.bottom()), top + 1, crop.height());
    return new Box(left, top, right - left, bottom - top);
  }

  private static GrayImage logLightness(RgbImage crop, Box window, double floor) {
    int width = (int) window.width();
    int height = (int) window.height();
    float[] light = new float[width * height];
    for (int i = 0; i < light.length; i++) {
      int x = (int) window.x() + i % width;
      int y = (int) window.y() + i / width;
      double luminance =
          0.2126 * LINEAR[crop.at(x, y, 0)]
              + 0.7152 * LINEAR[crop.at(x, y, 1)]
              + 0.0722 * LINEAR[crop.at(x, y, 2)];
      light[i] = (float) Math.log(lightness(luminance) + floor);
    }
    return new GrayImage(width, height, light);
  }

  /** CIE L* of a relative luminance, 0..1. */
  static double lightness(double luminance) {
    return luminance > 0.008856 ? 1.16 * Math.cbrt(luminance) - 0.16 : 9.033 * luminance;
  }

  /** sRGB to linear light. */
  private static float[] linear() {
    float[] linear = new float[256];
    for (int i = 0; i < 256; i++) {
      linear[i] = (float) Relighting.linear(i / 255.0);
    }
    return linear;
  }

  private static double pupils(GrayImage dark, Box window, FaceMesh mesh) {
    Polygon left = mesh.polygon(FaceRegion.LEFT_EYE).grown(EYE_GROWTH);
    Polygon right = mesh.polygon(FaceRegion.RIGHT_EYE).grown(EYE_GROWTH);
    float[] values = new float[dark.width() * dark.height()];
    int n = 0;
    for (int y = 0; y < dark.height(); y++) {
      for (int x = 0; x < dark.width(); x++) {
        Point at = new Point(window.x() + x + 0.5, window.y() + y + 0.5);
        if (left.contains(at) || right.contains(at)) {
          values[n++] = dark.at(x, y);
        }
      }
    }
    Arrays.sort(values, 0, n);
    return n == 0 ? 0 : values[(int) (PUPIL_QUANTILE * (n - 1))];
  }
}
