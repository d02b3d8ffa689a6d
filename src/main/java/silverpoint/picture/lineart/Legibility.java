package silverpoint.picture.lineart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polygon;
import silverpoint.foundation.image.GrayImage;
import silverpoint.picture.face.FaceMesh;
import silverpoint.picture.face.FaceRegion;
import silverpoint.picture.feature.Visibility;
import silverpoint.picture.portrait.Flaw;
import silverpoint.picture.portrait.Portrait;
import silverpoint.picture.portrait.Sitter;

/**
 * Whether line art shows a person or just somebody: how fine the detail of the inner face is, how
 * much of it the edge model saw, and whether anything hides it. What the model does not see the
 * face mesh fills in, and a face all of mesh looks like every other; what is too coarse it guesses.
 * In good portraits the detail is 0.27 to 0.53, in prints 0.20 and more, in faces of 48 px 0.19 and
 * more, of 24 px up to 0.18, and in much blurred ones up to 0.16. The model's lines, eyes and mouth
 * apart, are 5 to 10 widths of the inner face long, behind sunglasses 1.7 and more, and in groups,
 * whose faces are small on the page, 2.6 and more.
 */
public final class Legibility {
  /** Length of the model's lines in the inner face, in widths of the inner face. */
  private static final double MIN_LINES = 1.5;

  /** Fainter ink is no line. */
  private static final double SURE_INK = 0.3;

  /** Ink across a line of the model, px. */
  private static final double INK_PER_LINE_PX = 2.2;

  /** What belongs to eyes, brows and lips around their mesh, widths of the face. */
  private static final double FEATURE_MARGIN = 0.02;

  /** Finest detail as a share of coarse detail. */
  private static final double MIN_DETAIL = 0.187;

  /** What looks covered while the detail is less than this is more likely blurred. */
  private static final double DOUBTFUL_DETAIL = 0.23;

  /** Blurs, in widths of the face. */
  private static final double FINE_FACES = 0.0098;

  private static final double COARSE_FACES = 3 * FINE_FACES;

  /** A smaller face holds too few pixels for anybody's features, however sharp they look. */
  private static final double MIN_FACE_PX = 32;

  private static final double SMALL_FACE_PX = 60;

  /** See {@link FaceMesh#turn}; a portrait that looks aside has up to 0.56. */
  private static final double MOST_TURN = 0.9;

  private Legibility() {}

  /** What keeps one of the faces from being recognised; empty when nothing does. */
  public static Optional<Flaw> flaw(Portrait portrait, LineArt art) {
    GrayImage luma = portrait.crop().luma();
    return portrait.sitters().stream()
        .flatMap(sitter -> flaw(sitter, luma, art).stream())
        .findFirst();
  }

  private static Optional<Flaw> flaw(Sitter sitter, GrayImage luma, LineArt art) {
    if (sitter.face().sizePx() < MIN_FACE_PX) {
      return Optional.of(Flaw.TOO_SMALL);
    }
    Optional<Flaw> light = sitter.light().flaw();
    if (light.isPresent()) {
      return light;
    }
    Box inner = sitter.innerFacePx();
    Flaw coarse = sitter.face().sizePx() < SMALL_FACE_PX ? Flaw.TOO_SMALL : Flaw.BLURRED;
    double detail = detail(luma, sitter);
    if (detail < MIN_DETAIL) {
      return Optional.of(coarse);
    }
    Optional<Flaw> pose = pose(sitter, art);
    if (pose.isPresent()) {
      return detail < DOUBTFUL_DETAIL ? Optional.of(coarse) : pose;
    }
    return linesPx(sitter, art.ink()) < MIN_LINES * inner.width()
        ? Optional.of(coarse)
        : Optional.empty();
  }

  /**
   * About how long the lines are that the model sees in the inner face, eyes, brows and lips apart.
   */
  static double linesPx(Sitter sitter, GrayImage ink) {
    FaceMesh mesh = sitter.mesh().orElseThrow();
    List<Polygon> apart =
        Stream.of(
                FaceRegion.LEFT_EYE,
                FaceRegion.RIGHT_EYE,
                FaceRegion.LEFT_BROW,
                FaceRegion.RIGHT_BROW,
                FaceRegion.LIPS)
            .map(mesh::polygon)
            .toList();
    double marginPx = FEATURE_MARGIN * sitter.faceBoxPx().width();
    Box inner = sitter.innerFacePx();
    double sum = 0;
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        Point at = new Point(x + 0.5, y + 0.5);
        if (ink.at(x, y) >= SURE_INK
            && inner.contains(at)
            && apart.stream().noneMatch(region -> region.reaches(at, marginPx))) {
          sum += ink.at(x, y);
        }
      }
    }
    return sum / INK_PER_LINE_PX;
  }

  /** A face of which the mesh fits nowhere, or whose nose points past its border. */
  private static Optional<Flaw> pose(Sitter sitter, LineArt art) {
    if (sitter.mesh().isEmpty()) {
      return Optional.of(Flaw.TURNED_AWAY);
    }
    FaceMesh mesh = sitter.mesh().get();
    Visibility seen = Visibility.of(mesh, art.ink());
    if (!seen.mouthIsOpenToView() || seen.isHalfHidden()) {
      return Optional.of(Flaw.COVERED);
    }
    return Math.abs(mesh.turn()) > MOST_TURN ? Optional.of(Flaw.TURNED_AWAY) : Optional.empty();
  }

  /** What a fine blur takes from the inner face, as a share of what a coarse blur takes. */
  private static double detail(GrayImage luma, Sitter sitter) {
    Box inner = sitter.innerFacePx();
    GrayImage fine = luma.blurred(FINE_FACES * sitter.faceBoxPx().width());
    GrayImage coarse = luma.blurred(COARSE_FACES * sitter.faceBoxPx().width());
    double fineLoss = 0;
    double coarseLoss = 0;
    for (int y = 0; y < luma.height(); y++) {
      for (int x = 0; x < luma.width(); x++) {
        if (inner.contains(new Point(x + 0.5, y + 0.5))) {
          fineLoss += Math.abs(luma.at(x, y) - fine.at(x, y));
          coarseLoss += Math.abs(luma.at(x, y) - coarse.at(x, y));
        }
      }
    }
    return fineLoss / Math.max(coarseLoss, Double.MIN_NORMAL);
  }
}
