package silverpoint.lab.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.ImageException;

class FaceScoreTest {
  private static final List<Point> POINTS =
      List.of(new Point(2, 3), new Point(8, 3), new Point(5, 5), new Point(5, 8));

  @Test
  void areaIsThatOfTheEnvelope() {
    // right, wrong, right of three faces: precisions 1, 1/2, 2/3 at recalls 1/3, 1/3, 2/3
    FaceScore score =
        FaceScore.of(
            List.of(
                new FaceScore.Pictured(
                    List.of(at(0, 0.9), at(500, 0.8), at(100, 0.7)),
                    List.of(label(0), label(100), label(200)))));
    assertThat(score.ap()).isCloseTo(1.0 / 3 + (2.0 / 3) / 3, within(1e-12));
    assertThat(score.found()).isEqualTo(2);
    assertThat(score.falseAlarms()).isEqualTo(1);
  }

  @Test
  void secondDetectionOfOneFaceIsAFalseAlarmAndAnIgnoredFaceIsNothing() {
    FaceLabel hidden = new FaceLabel(new Box(300, 0, 10, 10), List.of(), true);
    FaceScore score =
        FaceScore.of(
            List.of(
                new FaceScore.Pictured(
                    List.of(at(0, 0.9), at(1, 0.8), at(300, 0.7)), List.of(label(0), hidden))));
    assertThat(score.faces()).isEqualTo(1);
    assertThat(score.falseAlarms()).isEqualTo(1);
    assertThat(score.ap()).isEqualTo(1);
  }

  @Test
  void keyPointErrorIsInDistancesOfTheEyes() {
    List<Point> shifted = POINTS.stream().map(point -> point.plus(new Point(0, 3))).toList();
    Detection detection = new Detection(new Box(0, 0, 10, 10), 1, shifted);
    FaceLabel label = new FaceLabel(new Box(0, 0, 10, 10), POINTS, false);
    FaceScore score =
        FaceScore.of(List.of(new FaceScore.Pictured(List.of(detection), List.of(label))));
    assertThat(score.keyPointError().getAsDouble()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void threeFormatsSayTheSame(@TempDir Path folder) throws IOException {
    Path wider = folder.resolve("a.txt");
    Files.writeString(
        wider,
        "0--Parade/x.jpg\n1\n1 2 30 40 0 0 0 0 0 0\n1--None/y.jpg\n0\n0 0 0 0 0 0 0 0 0 0\n");
    Path csv = folder.resolve("a.csv");
    Files.writeString(csv, "file,x,y,width,height\nx.jpg,1,2,30,40\ny.jpg,,,,\n");
    Path dlib = folder.resolve("a.xml");
    Files.writeString(
        dlib,
        "<dataset><images><image file='x.jpg'><box top='2' left='1' width='30' height='40'/></image>"
            + "<image file='y.jpg'/></images></dataset>");
    for (Path file : List.of(wider, csv, dlib)) {
      FaceLabels labels = FaceLabels.read(file);
      assertThat(labels.of("any/x.jpg").orElseThrow())
          .containsExactly(new FaceLabel(new Box(1, 2, 30, 40), List.of(), false));
      assertThat(labels.of("y.jpg").orElseThrow()).isEmpty();
      assertThat(labels.of("z.jpg")).isEmpty();
    }
  }

  @Test
  void nonsenseNamesTheLine(@TempDir Path folder) throws IOException {
    Path csv = folder.resolve("bad.csv");
    Files.writeString(csv, "file,x,y,width,height\nx.jpg,1,2,wide,40\n");
    assertThatThrownBy(() -> FaceLabels.read(csv))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("line 2");
  }

  private static Detection at(double x, double score) {
    return new Detection(new Box(x, 0, 10, 10), score, List.of());
  }

  private static FaceLabel label(double x) {
    return new FaceLabel(new Box(x, 0, 10, 10), List.of(), false);
  }
}
