package silverpoint.kiosk.subject;

import java.util.List;
import silverpoint.picture.face.Face;
import silverpoint.sketch.Frame;

/**
 * A frame that was taken, and who is to be drawn from it.
 *
 * @param sitters their faces, the nearest first, px; at least one
 */
public record Shot(Frame frame, List<Face> sitters) {
  public Shot {
    sitters = List.copyOf(sitters);
    if (sitters.isEmpty() || sitters.size() > Subject.MOST_MEMBERS) {
      throw new IllegalArgumentException("a shot has 1 to 3 sitters: " + sitters.size());
    }
  }

  /** A frame of a subject. */
  public static Shot of(Frame frame, Subject subject) {
    return new Shot(frame, subject.members().stream().map(member -> member.face()).toList());
  }
}
