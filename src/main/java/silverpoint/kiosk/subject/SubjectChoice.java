package silverpoint.kiosk.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceTrack;
import silverpoint.picture.face.FaceTracks;

/**
 * Who is next: the nearest face that is turned to the camera and stays. A fold over the frames:
 * whoever was chosen stays chosen until they leave or somebody else is clearly nearer for a while,
 * so that a head that leans in from the side takes over nothing.
 *
 * @param chosenId the track of the chosen face
 * @param rivalId a track that is clearly nearer
 * @param rivalSinceNs since when
 */
record SubjectChoice(OptionalInt chosenId, OptionalInt rivalId, long rivalSinceNs) {
  static final SubjectChoice NOBODY =
      new SubjectChoice(OptionalInt.empty(), OptionalInt.empty(), 0);

  /** A rival has a face this much larger, for this long. */
  private static final double CLEARLY_NEARER = 1.3;

  private static final long TAKES_OVER_NS = 1_000_000_000;

  /** The choice after one more picture. */
  SubjectChoice next(FaceTracks tracks, RgbImage image, SubjectSettings settings, long timeNs) {
    List<FaceTrack> eligible =
        tracks.tracks().stream()
            .filter(track -> mayBeChosen(track, image, settings, timeNs))
            .sorted(
                Comparator.comparingDouble((FaceTrack track) -> track.face().sizePx()).reversed())
            .toList();
    Optional<FaceTrack> chosen = chosen(tracks).filter(track -> isNear(track, image, settings));
    if (chosen.isEmpty()) {
      return eligible.isEmpty() ? NOBODY : of(eligible.getFirst());
    }
    Optional<FaceTrack> rival =
        eligible.stream()
            .filter(track -> track.face().sizePx() > CLEARLY_NEARER * chosen.get().face().sizePx())
            .findFirst();
    if (rival.isEmpty()) {
      return new SubjectChoice(chosenId, OptionalInt.empty(), 0);
    }
    int id = rival.get().id();
    if (rivalId.isEmpty() || rivalId.getAsInt() != id) {
      return new SubjectChoice(chosenId, OptionalInt.of(id), timeNs);
    }
    return timeNs - rivalSinceNs >= TAKES_OVER_NS ? of(rival.get()) : this;
  }

  private static SubjectChoice of(FaceTrack track) {
    return new SubjectChoice(OptionalInt.of(track.id()), OptionalInt.empty(), 0);
  }

  private Optional<FaceTrack> chosen(FaceTracks tracks) {
    return tracks.tracks().stream()
        .filter(track -> chosenId.isPresent() && track.id() == chosenId.getAsInt())
        .findFirst();
  }

  /** Everybody to be drawn: the chosen one, and who stands beside and holds still too. */
  List<FaceTrack> members(FaceTracks tracks, SubjectSettings settings, long timeNs) {
    Optional<FaceTrack> chosen = chosen(tracks);
    if (chosen.isEmpty()) {
      return List.of();
    }
    List<FaceTrack> members = new ArrayList<>(List.of(chosen.get()));
    tracks.tracks().stream()
        .filter(track -> track.id() != chosen.get().id())
        .filter(track -> isStill(track, settings, timeNs) && isFrontal(track.face(), settings))
        .sorted(Comparator.comparingDouble(track -> track.face().apartPx(chosen.get().face())))
        .forEach(track -> {
          boolean beside =
              members.stream().anyMatch(member -> member.face().isBeside(track.face()));
          if (beside && members.size() < Subject.MOST_MEMBERS) {
            members.add(track);
          }
        });
    return members;
  }

  private static boolean mayBeChosen(
      FaceTrack track, RgbImage image, SubjectSettings settings, long timeNs) {
    return isNear(track, image, settings)
        && isStill(track, settings, timeNs)
        && isFrontal(track.face(), settings);
  }

  private static boolean isNear(FaceTrack track, RgbImage image, SubjectSettings settings) {
    return FaceQuality.heightShare(image, track.face()) >= settings.noticeHeightShare();
  }

  private static boolean isStill(FaceTrack track, SubjectSettings settings, long timeNs) {
    return TimeUnit.NANOSECONDS.toMillis(track.stillNs(timeNs)) >= settings.stillMs();
  }

  private static boolean isFrontal(Face face, SubjectSettings settings) {
    return Math.abs(FaceQuality.turn(face)) <= settings.mostTurn();
  }
}
