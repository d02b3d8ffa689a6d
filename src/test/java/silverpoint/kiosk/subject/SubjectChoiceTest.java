package silverpoint.kiosk.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceTrack;
import silverpoint.picture.face.Faces;
import silverpoint.sketch.Frame;

/** Who is next, on faces without pictures: 640 x 480 px, 30 frames a second. */
class SubjectChoiceTest {
  private static final RgbImage IMAGE = new RgbImage(640, 480, new byte[3 * 640 * 480]);
  private static final SubjectSettings SETTINGS = SubjectSettings.defaults();

  private SubjectSight sight = SubjectSight.NOTHING;
  private int frames;

  /** Shows faces for so many seconds; how many frames had a subject. */
  private int show(double seconds, IntFunction<List<Face>> faces) {
    int withSubject = 0;
    for (int i = 0; i < seconds * 30; i++) {
      Frame frame = new Frame(IMAGE, 1, frames++ * 33_333_333L);
      sight = sight.after(frame, faces.apply(i), SETTINGS);
      withSubject += members().isEmpty() ? 0 : 1;
    }
    return withSubject;
  }

  private List<Integer> members() {
    return sight.choice().members(sight.tracks(), SETTINGS, (frames - 1) * 33_333_333L).stream()
        .map(FaceTrack::id)
        .toList();
  }

  @Test
  void whoeverStandsInFrontIsChosenAfterAMoment() {
    assertThat(show(0.5, _ -> List.of(Faces.at(320, 200, 130)))).isZero();
    show(1, _ -> List.of(Faces.at(320, 200, 130)));
    assertThat(members()).containsExactly(1);
  }

  @Test
  void whoeverIsSeenAfterTheCameraFailedMayBeSomebodyElse() {
    show(2, _ -> List.of(Faces.at(320, 200, 130)));
    int first = members().getFirst();
    sight = sight.withoutFaces();
    show(2, _ -> List.of(Faces.at(320, 200, 130)));
    assertThat(members()).hasSize(1).doesNotContain(first);
  }

  @Test
  void passersByAreNotChosen() {
    assertThat(show(3, i -> List.of(Faces.at(40 + 6 * i, 200, 130)))).isZero();
  }

  @Test
  void whoeverIsFarAwayOrLooksElsewhereIsNotChosen() {
    assertThat(show(3, _ -> List.of(Faces.at(320, 200, 40)))).isZero();
    assertThat(show(3, _ -> List.of(Faces.turned(320, 200, 130, 0.6)))).isZero();
  }

  @Test
  void theNearestOfTwoIsChosen() {
    show(2, _ -> List.of(Faces.at(100, 150, 70), Faces.at(400, 200, 140)));
    assertThat(members()).containsExactly(2);
  }

  @Test
  void aHeadThatLeansInForAMomentTakesOverNothing() {
    show(2, _ -> List.of(Faces.at(400, 200, 120)));
    show(1, _ -> List.of(Faces.at(400, 200, 120), Faces.at(90, 200, 200)));
    show(1, _ -> List.of(Faces.at(400, 200, 120)));
    assertThat(members()).containsExactly(1);
    show(4, _ -> List.of(Faces.at(400, 200, 120), Faces.at(90, 200, 200)));
    assertThat(members().getFirst()).isEqualTo(3);
  }

  @Test
  void aTurnOfTheHeadDoesNotLoseTheSubject() {
    show(2, _ -> List.of(Faces.at(320, 200, 130)));
    show(1, _ -> List.of(Faces.turned(320, 200, 130, 0.6)));
    assertThat(members()).containsExactly(1);
  }

  @Test
  void friendsWhoStandTogetherAreDrawnTogetherThreeAtMost() {
    List<Face> friends = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      friends.add(Faces.at(80 + 155 * i, 200, i == 1 ? 115 : 105));
    }
    show(2, _ -> friends);
    assertThat(members()).hasSize(3).startsWith(2).doesNotContain(4);
  }

  @Test
  void aFriendWhoMovesOrStandsBehindIsLeftOut() {
    show(
        3, i -> List.of(Faces.at(400, 200, 120), Faces.at(150 + 25 * Math.sin(i * 0.3), 200, 110)));
    assertThat(members()).containsExactly(1);
    show(3, _ -> List.of(Faces.at(400, 200, 120), Faces.at(220, 180, 60)));
    assertThat(members()).containsExactly(1);
  }

  @Test
  void theFriendBecomesTheSubjectWhenTheOtherLeaves() {
    show(2, _ -> List.of(Faces.at(400, 200, 120), Faces.at(200, 200, 110)));
    assertThat(members()).containsExactly(1, 2);
    show(2, _ -> List.of(Faces.at(200, 200, 110)));
    assertThat(members()).containsExactly(2);
  }
}
