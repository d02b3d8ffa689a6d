package silverpoint.picture.drawingfile;

import java.util.List;
import silverpoint.foundation.geometry.Affine;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.picture.stroke.Drawing;
import silverpoint.picture.stroke.Page;
import silverpoint.picture.stroke.Stroke;

/**
 * Fits lines of any unit to the page: as large as it allows, in the middle, proportions kept. Every
 * line becomes a stroke, the longer the more salient.
 */
public record PageFit(Page page) {
  private static final double TELLING_MM = 20;

  /** The drawing; it has no face. */
  public Drawing fit(List<Polyline> lines) {
    Box room = page.drawableMm();
    Box around = Box.around(lines.stream().flatMap(line -> line.points().stream()).toList());
    double scale = Math.min(room.width() / around.width(), room.height() / around.height());
    Affine map =
        Affine.translation(-around.centre().x(), -around.centre().y())
            .then(Affine.scaling(Double.isFinite(scale) ? scale : 1))
            .then(Affine.translation(room.centre().x(), room.centre().y()));
    List<Stroke> strokes = lines.stream().map(line -> stroke(line, map, room)).toList();
    return new Drawing(page, strokes, List.of(), map);
  }

  private static Stroke stroke(Polyline line, Affine map, Box room) {
    // rounding may lead a line at the border a hair over it
    List<Point> points =
        line.points().stream()
            .map(map::apply)
            .map(p ->
                new Point(
                    Math.clamp(p.x(), room.x(), room.right()),
                    Math.clamp(p.y(), room.y(), room.bottom())))
            .toList();
    Polyline path = new Polyline(points);
    double salience = 1 - Math.exp(-path.length() / TELLING_MM);
    return new Stroke(path, Stroke.Source.EDGE, salience);
  }
}
