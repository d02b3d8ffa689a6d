package silverpoint.lab.evaluation;

import java.util.List;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.picture.portrait.Sitter;
import silverpoint.picture.stroke.Drawing;
import silverpoint.sketch.Sketch;

/**
 * How a portrait stands on its page. Heights are shares of the drawable height from the top.
 *
 * @param eyeHeight of the middle of all eyes; a third by the rule of thirds
 * @param headroom air above the highest ink
 * @param faceHeight of the main face's box
 * @param aside how far the middle of the faces is from the middle of the page, as a share of its
 *     width
 * @param cutEnds ends of strokes within {@value #CUT_MM} mm of the page's border, where a line
 *     looks cut off
 */
public record Composition(
    double eyeHeight, double headroom, double faceHeight, double aside, int cutEnds) {
  private static final double CUT_MM = 0.7;

  /** Eyes below the upper edge of the face box when no mesh fits, in face boxes. */
  private static final double EYES_PER_FACE = 0.25;

  public static Composition of(Sketch sketch) {
    Drawing drawing = sketch.drawing();
    Box room = drawing.page().drawableMm();
    double eyes =
        sketch.portrait().sitters().stream()
            .mapToDouble(sitter -> drawing.cropToPage().apply(eyesPx(sitter)).y())
            .average()
            .orElseThrow();
    double top =
        drawing.strokes().stream()
            .flatMap(stroke -> stroke.pathMm().points().stream())
            .mapToDouble(Point::y)
            .min()
            .orElse(room.bottom());
    Box faces = Box.around(drawing.faceBoxesMm().stream().map(box -> box.centre()).toList());
    return new Composition(
        (eyes - room.y()) / room.height(),
        (top - room.y()) / room.height(),
        drawing.faceBoxesMm().getFirst().height() / room.height(),
        Math.abs(faces.centre().x() - room.centre().x()) / room.width(),
        (int)
            drawing.strokes().stream()
                .flatMap(stroke -> List.of(stroke.pathMm().start(), stroke.pathMm().end()).stream())
                .filter(end -> !room.inset(CUT_MM).contains(end))
                .count());
  }

  private static Point eyesPx(Sitter sitter) {
    Box face = sitter.faceBoxPx();
    return sitter
        .mesh()
        .map(mesh -> mesh.point(33).towards(mesh.point(263), 0.5))
        .orElse(new Point(face.centre().x(), face.y() + EYES_PER_FACE * face.height()));
  }
}
