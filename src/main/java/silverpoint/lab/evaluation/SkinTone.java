package silverpoint.lab.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.Relighting;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;

/**
 * Skin in five bins of its individual typology angle, atan((L* - 50) / b*), which falls from pale
 * to black skin (Chardon et al. 1991; bins of Del Bino and Bernerd 2013, the two lightest in one).
 * It is measured on the photo as it is, sRGB with a D65 white, on cheeks and forehead, on the half
 * of that skin which is neither shadow nor gloss. It tells the tone in the photo: exposure and
 * white balance shift it, so that it compares many photos and judges none.
 */
enum SkinTone {
  LIGHT(41),
  INTERMEDIATE(28),
  TAN(10),
  BROWN(-30),
  DARK(Double.NEGATIVE_INFINITY);

  /** Middles of cheeks and forehead in the mesh; beards, glasses and fringes leave most free. */
  private static final int[] SKIN = {50, 280, 101, 330, 117, 346, 151, 108, 337};

  /** Skin around each, in widths of the face. */
  private static final double REACH = 0.04;

  private static final int SAMPLES = 9;

  private final double aboveDeg;

  SkinTone(double aboveDeg) {
    this.aboveDeg = aboveDeg;
  }

  public static SkinTone of(double angleDeg) {
    for (SkinTone tone : values()) {
      if (angleDeg > tone.aboveDeg) {
        return tone;
      }
    }
    return DARK;
  }

  /**
   * The angle in degrees.
   *
   * @param mesh in px of the picture
   */
  public static double angleDeg(RgbImage picture, FaceMesh mesh) {
    double reachPx = REACH * mesh.widthPx();
    List<Lab> skin = new ArrayList<>();
    for (int vertex : SKIN) {
      for (int k = 0; k < SAMPLES * SAMPLES; k++) {
        int row = k / SAMPLES;
        Point off =
            new Point(2.0 * (k % SAMPLES) / (SAMPLES - 1) - 1, 2.0 * row / (SAMPLES - 1) - 1);
        Point at = mesh.point(vertex).plus(off.times(reachPx));
        skin.add(Lab.at(picture, at));
      }
    }
    skin.sort(Comparator.comparingDouble(Lab::lightness));
    List<Lab> even = skin.subList(skin.size() / 4, skin.size() * 3 / 4);
    double lightness = even.stream().mapToDouble(Lab::lightness).average().orElseThrow();
    double yellow = even.stream().mapToDouble(Lab::yellow).average().orElseThrow();
    return Math.toDegrees(Math.atan2(lightness - 50, Math.max(yellow, 1e-3)));
  }

  /** L* and b* of CIELAB. */
  private record Lab(double lightness, double yellow) {
    static Lab at(RgbImage picture, Point px) {
      int x = Math.clamp((int) px.x(), 0, picture.width() - 1);
      int y = Math.clamp((int) px.y(), 0, picture.height() - 1);
      double red = Relighting.linear(picture.at(x, y, 0) / 255.0);
      double green = Relighting.linear(picture.at(x, y, 1) / 255.0);
      double blue = Relighting.linear(picture.at(x, y, 2) / 255.0);
      double luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      double bluish = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089;
      return new Lab(116 * root(luminance) - 16, 200 * (root(luminance) - root(bluish)));
    }

    private static double root(double t) {
      return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
  }
}
