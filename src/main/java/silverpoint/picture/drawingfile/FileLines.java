package silverpoint.picture.drawingfile;

import java.util.List;
import silverpoint.foundation.geometry.Polyline;

/**
 * The lines of a file, and what of it is not among them.
 *
 * @param lines in units of the file
 * @param notDrawn what a person would miss, a sentence a kind
 */
public record FileLines(List<Polyline> lines, List<String> notDrawn) {
  public FileLines {
    lines = List.copyOf(lines);
    notDrawn = List.copyOf(notDrawn);
  }
}
