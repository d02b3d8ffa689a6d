package silverpoint.picture.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaceTracksTest {
  private static final long FRAME_NS = 33_333_333;

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 40);
  }

  /** Three people walk past each other's sides; detections come in any order, some are missed. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everybodyKeepsTheirNumber(int seed) {
    Random random = new Random(seed);
    double[] startX = {100, 320, 540};
    double[] speedPxPerS = random.doubles(3, -60, 60).toArray();
    FaceTracks tracks = FaceTracks.NONE;
    List<Set<Integer>> ids = List.of(new HashSet<>(), new HashSet<>(), new HashSet<>());
    for (int frame = 0; frame < 150; frame++) {
      List<Face> faces = new ArrayList<>();
      for (int person = 0; person < 3; person++) {
        double x = startX[person] + 30 * Math.sin(frame * speedPxPerS[person] / 1500);
        if (random.nextInt(10) > 0) {
          faces.add(
              Faces.at(
                  x + random.nextGaussian(),
                  100 + 80 * person + random.nextGaussian(),
                  90 + 4 * random.nextGaussian()));
        }
      }
      Collections.shuffle(faces, random);
      tracks = tracks.updated(faces, frame * FRAME_NS);
      for (FaceTrack track : tracks.tracks()) {
        ids.get((int) Math.round((track.face().boxPx().centre().y() - 100) / 80)).add(track.id());
      }
    }
    assertThat(ids).allMatch(set -> set.size() == 1);
    assertThat(tracks.nextId()).isEqualTo(4);
  }

  private static FaceTrack walk(double pxPerS, double noisePx, int frames, long seed) {
    Random random = new Random(seed);
    FaceTracks tracks = FaceTracks.NONE;
    for (int frame = 0; frame < frames; frame++) {
      double x = 100 + pxPerS * frame * FRAME_NS * 1e-9 + noisePx * random.nextGaussian();
      tracks = tracks.updated(List.of(Faces.at(x, 200, 100)), frame * FRAME_NS);
    }
    assertThat(tracks.nextId()).isEqualTo(2);
    return tracks.tracks().getFirst();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whoeverStandsIsStillThoughTheDetectorTrembles(int seed) {
    FaceTrack track = walk(0, 1, 60, seed);
    assertThat(track.stillNs(60 * FRAME_NS)).isGreaterThan(1_000_000_000L);
  }

  @Test
  void whoeverWalksIsNotStill() {
    FaceTrack track = walk(150, 1, 60, 1);
    assertThat(track.stillNs(60 * FRAME_NS)).isZero();
    assertThat(track.velocityPxPerS().x()).isBetween(120.0, 180.0);
  }

  @Test
  void stillnessEndsWithTheFirstStep() {
    FaceTracks tracks = FaceTracks.NONE;
    for (int frame = 0; frame < 60; frame++) {
      double x = frame < 40 ? 100 : 100 + (frame - 40) * 6;
      tracks = tracks.updated(List.of(Faces.at(x, 200, 100)), frame * FRAME_NS);
      boolean still = tracks.tracks().getFirst().stillNs(frame * FRAME_NS) > 0;
      assertThat(still).as("frame %d", frame).isEqualTo(frame > 0 && frame < 45 && still);
    }
    assertThat(tracks.tracks().getFirst().stillSinceNs()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whoeverIsGoneIsForgottenAndComesBackAsSomebodyElse() {
    FaceTracks tracks = FaceTracks.NONE.updated(List.of(Faces.at(100, 100, 80)), 0);
    assertThat(tracks.updated(List.of(), FaceTracks.FORGET_NS / 2).tracks()).hasSize(1);
    FaceTracks later = tracks.updated(List.of(), FaceTracks.FORGET_NS);
    assertThat(later.tracks()).isEmpty();
    FaceTracks back = later.updated(List.of(Faces.at(100, 100, 80)), FaceTracks.FORGET_NS + 1);
    assertThat(back.tracks().getFirst().id()).isEqualTo(2);
  }

  @Test
  void aFaceFarLargerAtTheSamePlaceIsSomebodyElse() {
    FaceTracks tracks = FaceTracks.NONE.updated(List.of(Faces.at(100, 100, 50)), 0);
    FaceTracks after = tracks.updated(List.of(Faces.at(100, 100, 120)), FRAME_NS);
    assertThat(after.tracks()).extracting(FaceTrack::id).containsExactly(1, 2);
  }
}
