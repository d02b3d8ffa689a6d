package silverpoint.lab.corruption;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceRegion;

/** Things painted before a face: flat colour with a soft shade, placed by the face mesh. */
final class Props {
  private static final int[] MASK = {
    234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361,
    323, 454, 346, 347, 195, 118, 117
  };

  private static final double SHADE = 0.25;

  private Props() {}

  /** A light blue surgical mask from the bridge of the nose to below the chin. */
  static RgbImage mask(Scene scene) {
    Polygon cloth = new Polygon(points(scene.face(), MASK)).grown(1.05);
    return painted(scene.picture(), List.of(cloth), 0x9fc3d6);
  }

  /** Dark glasses with a bridge and temples. */
  static RgbImage sunglasses(Scene scene) {
    FaceMesh face = scene.face();
    Point left = middle(face, 33, 133);
    Point right = middle(face, 362, 263);
    double apart = left.distanceTo(right);
    List<Polygon> glasses = new ArrayList<>();
    for (Point eye : List.of(left, right)) {
      glasses.add(
          Polygon.ellipse(eye.plus(new Point(0, 0.06 * apart)), 0.42 * apart, 0.32 * apart));
    }
    glasses.add(bar(left, right, 0.05 * apart));
    glasses.add(bar(left, face.point(127), 0.05 * apart));
    glasses.add(bar(right, face.point(356), 0.05 * apart));
    return painted(scene.picture(), glasses, 0x14141a);
  }

  /** A board before one half of the face, up to the middle of the nose. */
  static RgbImage board(Scene scene) {
    Point top = scene.face().point(10);
    Point chin = scene.face().point(152);
    Point down = chin.minus(top);
    Point aside = new Point(-down.y(), down.x()).times(1.5);
    Point from = top.minus(down.times(2));
    Point to = chin.plus(down.times(2));
    Polygon board = new Polygon(List.of(from, to, to.plus(aside), from.plus(aside)));
    return painted(scene.picture(), List.of(board), 0x8a6b45);
  }

  /** Stripes of paint on both cheeks and the forehead. */
  static RgbImage facePaint(Scene scene) {
    FaceMesh face = scene.face();
    double width = face.widthPx();
    RgbImage picture = scene.picture();
    int[] colours = {0xf0f0f0, 0xc02030, 0x2050b0};
    for (int i = 0; i < colours.length; i++) {
      Point lower = new Point(0, (i - 1) * 0.085 * width);
      List<Polygon> stripes =
          List.of(
              bar(face.point(117).plus(lower), face.point(205).plus(lower), 0.05 * width),
              bar(face.point(346).plus(lower), face.point(425).plus(lower), 0.05 * width),
              bar(face.point(108).plus(lower), face.point(337).plus(lower), 0.05 * width));
      picture = painted(picture, stripes, colours[i]);
    }
    return picture;
  }

  private static Polygon bar(Point a, Point b, double width) {
    Point along = b.minus(a);
    Point half = new Point(-along.y(), along.x()).times(width / 2 / Math.max(1e-6, along.norm()));
    return new Polygon(List.of(a.plus(half), b.plus(half), b.minus(half), a.minus(half)));
  }

  private static Point middle(FaceMesh face, int a, int b) {
    return face.point(a).towards(face.point(b), 0.5);
  }

  private static List<Point> points(FaceMesh face, int[] indices) {
    List<Point> points = new ArrayList<>();
    for (int index : indices) {
      points.add(face.point(index));
    }
    return points;
  }

  private static RgbImage painted(RgbImage picture, List<Polygon> things, int colour) {
    byte[] rgb = new byte[3 * picture.width() * picture.height()];
    List<Box> bounds = things.stream().map(Polygon::bounds).toList();
    int at = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        Point point = new Point(x + 0.5, y + 0.5);
        double shade = 1;
        boolean covered = false;
        for (int i = 0; i < things.size() && !covered; i++) {
          covered = bounds.get(i).contains(point) && things.get(i).contains(point);
          Box box = bounds.get(i);
          shade = 1 - SHADE * (point.y() - box.y()) / Math.max(1, box.height());
        }
        for (int c = 0; c < 3; c++) {
          int paint = (int) Math.round(shade * (colour >> 16 - 8 * c & 0xff));
          rgb[at++] = (byte) (covered ? paint : picture.at(x, y, c));
        }
      }
    }
    return new RgbImage(picture.width(), picture.height(), rgb);
  }

  /** The person's own hair colour: the mean above the face, inside the person. */
  static int hairColour(Scene scene) {
    Box oval = scene.face().polygon(FaceRegion.OVAL).bounds();
    double[] sum = new double[3];
    double area = 1e-9;
    for (int y = 0; y < Math.min(scene.picture().height(), oval.y()); y++) {
      for (int x = (int) Math.max(0, oval.x());
          x < Math.min(scene.picture().width(), oval.right());
          x++) {
        if (scene.person().at(x, y) > 0.9f) {
          area++;
          for (int c = 0; c < 3; c++) {
            sum[c] += scene.picture().at(x, y, c);
          }
        }
      }
    }
    int colour = 0;
    for (int c = 0; c < 3; c++) {
      colour = colour << 8 | (int) Math.clamp(Math.round(sum[c] / area), 0, 255);
    }
    return colour;
  }
}
