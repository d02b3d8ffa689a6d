package silverpoint.picture.face;

import java.util.ArrayList;
import java.util.List;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.Resampling;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.NeuralModel;
import silverpoint.foundation.inference.Tensor;

/**
 * Finds faces from 5 % to 80 % of the picture with BlazeFace: both ranges look at the whole
 * picture; when no large face is there, the full range looks at overlapping tiles too; when there
 * is none that is sure, at the picture turned upside down and on its sides. A net sees many a face
 * that lies, too, but not where its points are: the surest face says which way up the picture is.
 */
public final class BlazeFaceDetector implements FaceDetector {
  /** A face of this share of the picture's long side makes the search for small ones needless. */
  private static final double LARGE_FACE = 0.15;

  /**
   * Tiles a side and their size as a share of the picture's long side; neighbours overlap by half.
   */
  private static final int TILES = 3;

  private static final int SMALL_TILES = 7;

  /** Side of the window in which a face is looked at again, in sizes of the face. */
  private static final double WINDOW_SIZES = 3;

  private static final double CLEARLY_SURER = 0.02;

  /** A face that stands upright and is no trick of the light has this score, small ones apart. */
  private static final double SURE = 0.85;

  private static final float LOW = -1;
  private static final float HIGH = 1;

  private final NeuralModel shortRange;
  private final NeuralModel fullRange;

  /** Both models take a 1x3xSxS picture, NCHW, RGB, -1..1, and give regressors and logits. */
  public BlazeFaceDetector(NeuralModel shortRange, NeuralModel fullRange) {
    this.shortRange = shortRange;
    this.fullRange = fullRange;
  }

  @Override
  public List<Face> detect(RgbImage image) {
    List<Face> surest = List.of();
    for (int quarterTurns : new int[] {0, 2, 1, 3}) {
      List<Face> faces = standing(image, detect(image, quarterTurns), quarterTurns);
      if (score(faces) > score(surest)) {
        surest = faces;
      }
      if (score(surest) >= SURE) {
        return surest;
      }
    }
    return surest;
  }

  /** The faces of the picture in which the surest of these stands. */
  private List<Face> standing(RgbImage image, List<Face> faces, int quarterTurns) {
    if (faces.isEmpty()) {
      return faces;
    }
    int up = wayUp(image, faces.getFirst(), quarterTurns, shortRange);
    List<Face> standing = up == quarterTurns ? faces : detect(image, up);
    return standing.isEmpty() ? faces : standing;
  }

  private static double score(List<Face> faces) {
    return faces.isEmpty() ? 0 : faces.getFirst().score();
  }

  /**
   * By how many quarters clockwise a square must be turned for the face to be surest in it.
   *
   * @param presumed the answer unless another is clearly surer
   */
  static int wayUp(RgbImage image, Face face, int presumed, NeuralModel shortRange) {
    int surest = presumed;
    double score = score(image, face, presumed, shortRange) + CLEARLY_SURER;
    for (int more = 1; more < 4; more++) {
      int turns = (presumed + more) % 4;
      double turned = score(image, face, turns, shortRange);
      if (turned > score) {
        surest = turns;
        score = turned;
      }
    }
    return surest;
  }

  private static double score(RgbImage image, Face face, int quarterTurns, NeuralModel shortRange) {
    Affine window =
        square(face.boxPx().centre(), WINDOW_SIZES * face.sizePx(), quarters(quarterTurns));
    return look(image, window, BlazeFaceDecoder.SHORT_RANGE, shortRange).stream()
        .filter(other -> other.apartPx(face) < face.sizePx())
        .mapToDouble(Face::score)
        .max()
        .orElse(0);
  }

  private static Affine quarters(int turns) {
    return Affine.rotation(turns * Math.PI / 2);
  }

  private List<Face> detect(RgbImage image, int quarterTurns) {
    double side = Math.max(image.width(), image.height());
    Affine turn = quarters(quarterTurns);
    Point centre = new Point(image.width() / 2.0, image.height() / 2.0);
    List<Face> candidates = new ArrayList<>();
    Affine whole = square(centre, side, turn);
    candidates.addAll(look(image, whole, BlazeFaceDecoder.SHORT_RANGE, shortRange));
    candidates.addAll(look(image, whole, BlazeFaceDecoder.FULL_RANGE, fullRange));
    if (candidates.stream().noneMatch(face -> face.sizePx() >= LARGE_FACE * side)) {
      lookAtTiles(image, side, turn, TILES, candidates);
      if (candidates.isEmpty() && quarterTurns == 0) {
        lookAtTiles(image, side, turn, SMALL_TILES, candidates);
      }
    }
    Box inside = new Box(0, 0, image.width(), image.height());
    candidates.removeIf(face -> !inside.contains(face.boxPx().centre()));
    return OverlapMerger.merge(candidates);
  }

  /**
   * Tiles that overlap by half cover the square around the picture; those outside of it are
   * skipped.
   */
  private void lookAtTiles(
      RgbImage image, double side, Affine turn, int tiles, List<Face> candidates) {
    double tile = 2 * side / (tiles + 1);
    for (int row = 0; row < tiles; row++) {
      for (int column = 0; column < tiles; column++) {
        Point centre =
            new Point(
                image.width() / 2.0 - side / 2 + (column + 1) * tile / 2,
                image.height() / 2.0 - side / 2 + (row + 1) * tile / 2);
        boolean sees =
            centre.x() > -tile / 4
                && centre.x() < image.width() + tile / 4
                && centre.y() > -tile / 4
                && centre.y() < image.height() + tile / 4;
        if (sees) {
          candidates.addAll(
              look(image, square(centre, tile, turn), BlazeFaceDecoder.FULL_RANGE, fullRange));
        }
      }
    }
  }

  /** From the unit square to a turned square of the picture. */
  private static Affine square(Point centre, double side, Affine turn) {
    return Affine.translation(-0.5, -0.5)
        .then(Affine.scaling(side))
        .then(turn)
        .then(Affine.translation(centre.x(), centre.y()));
  }

  /** The faces in an upright square of the picture. */
  static List<Face> lookUpright(
      RgbImage image, Point centre, double sidePx, BlazeFaceDecoder decoder, NeuralModel model) {
    return look(image, square(centre, sidePx, Affine.IDENTITY), decoder, model);
  }

  private static List<Face> look(
      RgbImage image, Affine unitToPicture, BlazeFaceDecoder decoder, NeuralModel model) {
    int size = decoder.inputPx();
    RgbImage input =
        Resampling.window(
            image,
            Affine.scaling(1.0 / size).then(unitToPicture),
            size,
            size,
            Resampling.Border.BLACK);
    List<Tensor> outputs = model.run(new Tensor(input.planar(LOW, HIGH), 1, 3, size, size));
    return decoder.decode(outputs.get(0), outputs.get(1)).stream()
        .map(face -> transformed(face, unitToPicture))
        .toList();
  }

  private static Face transformed(Face face, Affine map) {
    Box box = face.boxPx();
    Box moved =
        Box.around(
            List.of(
                map.apply(new Point(box.x(), box.y())),
                map.apply(new Point(box.right(), box.bottom()))));
    return new Face(moved, face.keyPointsPx().stream().map(map::apply).toList(), face.score());
  }
}
