package silverpoint.kiosk.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import silverpoint.TestModels;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.RgbImage;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.FaceMesher;
import silverpoint.picture.face.FaceTrack;
import silverpoint.sketch.Frame;

/** Friends who step up and away while frames are collected. */
class BestFrameTest {
  private final FaceMesher mesher = new FaceMesher(TestModels.get().model("face-mesh"));
  private final BestFrame best = new BestFrame();
  private long timeNs;

  /** A frame in which so many people hold still, sharp as told. */
  private Frame offer(int people, double sharpness) {
    Frame frame = new Frame(new RgbImage(64, 48, new byte[3 * 64 * 48]), 1, ++timeNs);
    List<FaceTrack> members = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      Box box = new Box(4 + 20 * i, 10, 14, 14);
      Face face = new Face(box, Collections.nCopies(Face.KEY_POINTS, box.centre()), 1);
      members.add(new FaceTrack(i, face, new Point(0, 0), timeNs, 0));
    }
    FaceQuality quality = new FaceQuality(0.3, 100, 0.5, 0.2, sharpness, 0, 0);
    best.offer(
        new Observation(
            Optional.of(frame),
            members,
            Optional.of(new Subject(members, quality)),
            Hint.READY,
            30));
    return frame;
  }

  @Test
  void friendsWhoHoldStillTogetherAreTakenTogether() {
    for (int i = 0; i < 8; i++) {
      offer(1, 0.3);
    }
    for (int i = 0; i < 9; i++) {
      offer(2, 0.2);
    }
    Frame sharpest = offer(2, 0.25);
    Shot shot = best.take(mesher).orElseThrow();
    assertThat(shot.frame()).isSameAs(sharpest);
    assertThat(shot.sitters()).hasSize(2);
  }

  @Test
  void whoeverStoodThereForAMomentIsNotDrawnAlong() {
    for (int i = 0; i < 12; i++) {
      offer(i % 4 == 0 ? 3 : 1, i % 4 == 0 ? 0.35 : 0.2);
    }
    assertThat(best.take(mesher).orElseThrow().sitters()).hasSize(1);
  }

  @Test
  void twoOfThreeWhoStayAreTaken() {
    for (int i = 0; i < 12; i++) {
      offer(1 + i % 3, 0.2);
    }
    assertThat(best.take(mesher).orElseThrow().sitters()).hasSize(2);
  }

  @Test
  void fewFramesAreKeptHoweverManyAreOffered() {
    for (int i = 0; i < 200; i++) {
      offer(1 + i % 3, 0.2);
      assertThat(best.size()).isLessThanOrEqualTo(6);
    }
  }
}
