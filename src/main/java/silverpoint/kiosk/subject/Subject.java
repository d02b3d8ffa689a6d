package silverpoint.kiosk.subject;

import java.util.List;
import silverpoint.picture.face.FaceTrack;

/**
 * Who is to be drawn: one person, or up to three who stand together.
 *
 * @param members the nearest first; at least one
 * @param quality of the nearest one's face
 */
public record Subject(List<FaceTrack> members, FaceQuality quality) {
  public static final int MOST_MEMBERS = 3;

  public Subject {
    members = List.copyOf(members);
    if (members.isEmpty() || members.size() > MOST_MEMBERS) {
      throw new IllegalArgumentException("a subject has 1 to 3 members: " + members.size());
    }
  }

  /** The nearest person. */
  public FaceTrack main() {
    return members.getFirst();
  }

  /** Stays the same while the same person is in front. */
  public int id() {
    return main().id();
  }
}
