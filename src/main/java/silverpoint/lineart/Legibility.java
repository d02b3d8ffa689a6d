package silverpoint.lineart;

import java.util.Optional;
import silverpoint.face.FaceMesh;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.geometry.Polyline;
import silverpoint.image.GrayImage;
import silverpoint.portrait.Flaw;
import silverpoint.portrait.Portrait;
import silverpoint.portrait.Sitter;

/**
 * Whether line art shows a person or just somebody: how much of the inner face the edge model saw,
 * and how fine the detail is that it saw. What the model does not see the face mesh fills in, and a
 * face all of mesh looks like every other; what is too coarse it guesses. On 45 portraits its lines
 * are 7 to 14 widths of the inner face long and the detail is 0.27 to 0.53; in a face of 30 px the
 * detail is 0.22, of 24 px 0.19, and a face enlarged from 18 px has 0.17.
 */
public final class Legibility {
  /** Length of the model's lines in the inner face, in widths of the inner face. */
  private static final double MIN_LINES = 4;

  /** Finest detail as a share of coarse detail. */
  private static final double MIN_DETAIL = 0.21;

  private static final double FINE_PX = 2;
  private static final double COARSE_PX = 6;

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
    if (detail(luma, inner) < MIN_DETAIL) {
      return Optional.of(coarse);
    }
    Optional<Flaw> pose = pose(sitter, art);
    if (pose.isPresent()) {
      return pose;
    }
    double linesPx = 0;
    for (Polyline line : art.edgeLinesPx()) {
      for (Polyline part : LineParts.of(line.points(), inner::contains, 0)) {
        linesPx += part.length();
      }
    }
    return linesPx < MIN_LINES * inner.width() ? Optional.of(coarse) : Optional.empty();
  }

  /** A face of which the mesh fits nowhere, or whose nose points past its border. */
  private static Optional<Flaw> pose(Sitter sitter, LineArt art) {
    if (sitter.mesh().isEmpty()) {
      return Optional.of(Flaw.TURNED_AWAY);
    }
    FaceMesh mesh = sitter.mesh().get();
    if (!Visibility.of(mesh, art.ink()).mouthIsOpenToView()) {
      return Optional.of(Flaw.COVERED);
    }
    return Math.abs(mesh.turn()) > MOST_TURN ? Optional.of(Flaw.TURNED_AWAY) : Optional.empty();
  }

  /** What a fine blur takes from the inner face, as a share of what a coarse blur takes. */
  private static double detail(GrayImage luma, Box inner) {
    GrayImage fine = luma.blurred(FINE_PX);
    GrayImage coarse = luma.blurred(COARSE_PX);
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
