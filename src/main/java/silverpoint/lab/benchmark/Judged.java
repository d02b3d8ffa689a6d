package silverpoint.lab.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.ImageException;
import silverpoint.foundation.image.Mask;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.ModelException;
import silverpoint.lab.accuracy.EdgeAgreement;
import silverpoint.lab.accuracy.EdgeNms;
import silverpoint.lab.accuracy.EdgeScore;
import silverpoint.lab.accuracy.FaceLabel;
import silverpoint.lab.accuracy.FaceScore;
import silverpoint.lab.accuracy.MaskScore;

/**
 * One picture's answer held against what people say. The whole benchmark, on one machine or on
 * many, is made of these; they depend on nothing but candidate, picture and truth.
 *
 * @param picture which
 * @param failure why there is no answer, or empty
 * @param edges counts, for lines with a truth
 * @param faces detections and labels, for faces with a truth
 * @param person score, for a person with a truth
 */
public record Judged(
    Picture picture,
    Optional<String> failure,
    Optional<EdgeAgreement> edges,
    Optional<FaceScore.Pictured> faces,
    Optional<MaskScore> person) {

  /** Decodes, asks and judges; whatever goes wrong becomes the failure. */
  public static Judged of(Candidate candidate, Picture picture, Truth truth) {
    try {
      RgbImage pixels = Corpus.decode(picture);
      Answer answer = candidate.answer(pixels, new StageClock(System::nanoTime));
      return switch (answer) {
        case Answer.Edges edges -> edges(picture, edges.ink(), truth);
        case Answer.Faces faces ->
            new Judged(
                picture,
                Optional.empty(),
                Optional.empty(),
                labels(picture, truth).map(labels -> new FaceScore.Pictured(faces.faces(), labels)),
                Optional.empty());
        case Answer.Person person ->
            new Judged(
                picture,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                truth
                    .persons()
                    .flatMap(marks -> marks.of(picture.file()))
                    .map(mark -> MaskScore.of(person.person().atLeast(0.5), mark)));
        case Answer.Drawn drawn -> unjudged(picture, Optional.empty());
        case Answer.Unjudged unjudged -> unjudged(picture, Optional.empty());
      };
    } catch (ImageException | ModelException | IllegalArgumentException e) {
      return unjudged(picture, Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private static Judged edges(Picture picture, GrayImage ink, Truth truth) {
    Optional<List<Mask>> people = truth.edges().flatMap(lines -> lines.of(picture.file()));
    return new Judged(
        picture,
        Optional.empty(),
        people.map(lines -> EdgeAgreement.of(EdgeNms.thin(ink), lines)),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<List<FaceLabel>> labels(Picture picture, Truth truth) {
    return truth.faces().flatMap(labels -> labels.of(picture.name()));
  }

  private static Judged unjudged(Picture picture, Optional<String> failure) {
    return new Judged(picture, failure, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The row of the report. */
  public Results.PictureRow row() {
    Map<String, Double> figures = new TreeMap<>();
    edges.ifPresent(agreement -> {
      EdgeScore score = EdgeScore.of(List.of(agreement.usual()));
      figures.put("bestF", score.ods().f());
      figures.put("bestThreshold", score.ods().threshold());
      figures.put("bestFAtOnePixel", EdgeScore.of(List.of(agreement.onePixel())).ods().f());
    });
    faces.ifPresent(pictured -> {
      FaceScore score = FaceScore.of(List.of(pictured));
      figures.put("faces", (double) score.faces());
      figures.put("found", (double) score.found());
      figures.put("falseAlarms", (double) score.falseAlarms());
      score.keyPointError().ifPresent(error -> figures.put("keyPointError", error));
    });
    person.ifPresent(score -> {
      figures.put("iou", score.iou());
      figures.put("boundaryF", score.boundaryF());
    });
    return new Results.PictureRow(picture.name(), picture.group(), failure, figures);
  }
}
