package silverpoint.lab.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import silverpoint.foundation.image.RgbImage;
import silverpoint.lab.baseline.CannyEdges;
import silverpoint.lab.baseline.EdgeMethod;
import silverpoint.lab.baseline.HaarFaceDetector;
import silverpoint.lab.baseline.XdogEdges;

/** The classical methods as candidates. */
public final class ClassicalCandidates {
  private static final String VERSION = "1";

  private ClassicalCandidates() {}

  public static List<CandidateSource> sources() {
    return List.of(
        source("canny", () -> edges("canny", new CannyEdges())),
        source("xdog", () -> edges("xdog", new XdogEdges())),
        source("haar", ClassicalCandidates::haar));
  }

  private static CandidateSource source(String name, CandidateSource.Opener opener) {
    return new CandidateSource(name, name + "-" + VERSION, Optional.empty(), opener);
  }

  private static Candidate edges(String name, EdgeMethod method) {
    return new Classical(
        identity(name, "line-art", "Apache-2.0"),
        picture -> new Answer.Edges(method.edges(picture)));
  }

  private static Candidate haar() {
    HaarFaceDetector detector = new HaarFaceDetector();
    return new Classical(
        identity("haar", "face-detection", "Apache-2.0"),
        picture -> new Answer.Faces(detector.detect(picture)));
  }

  private static CandidateIdentity identity(String name, String task, String licence) {
    return new CandidateIdentity(name, task, "classical", licence, "", "cpu");
  }

  private record Classical(CandidateIdentity identity, Function<RgbImage, Answer> method)
      implements Candidate {
    @Override
    public Answer answer(RgbImage picture, StageClock stages) {
      stages.begin(ModelCandidate.INFER);
      return method.apply(picture);
    }
  }
}
