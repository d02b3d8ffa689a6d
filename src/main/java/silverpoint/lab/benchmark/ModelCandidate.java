package silverpoint.lab.benchmark;

import java.util.List;
import java.util.Locale;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.image.GrayImage;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.ModelCard;
import silverpoint.foundation.inference.NeuralModel;
import silverpoint.foundation.inference.Tensor;
import silverpoint.lab.accuracy.Detection;
import silverpoint.picture.face.BlazeFaceDecoder;
import silverpoint.picture.face.Face;
import silverpoint.picture.face.OverlapMerger;

/**
 * A TorchScript model, used as its card says. Line art and person masks are the first output, one
 * plane; a face detector gives anchors of BlazeFace's kind (16 regressors and a logit each).
 */
public final class ModelCandidate implements Candidate {
  public static final String PREPARE = "pre-process";
  public static final String INFER = "inference";
  public static final String FINISH = "post-process";

  private static final int REGRESSORS = 16;

  private final NeuralModel model;

  public ModelCandidate(NeuralModel model) {
    this.model = model;
  }

  @Override
  public CandidateIdentity identity() {
    ModelCard card = model.card();
    return new CandidateIdentity(
        card.name(), task(card), "model", card.licence(), card.sha256(), model.device());
  }

  /** The task as cards spell it. */
  static String task(ModelCard card) {
    return card.task().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Answer answer(RgbImage picture, StageClock stages) {
    stages.begin(PREPARE);
    InputFit fit = InputFit.of(picture, model.card());
    stages.begin(INFER);
    List<Tensor> outputs = model.run(fit.input());
    stages.begin(FINISH);
    return switch (model.card().task()) {
      case LINE_ART -> new Answer.Edges(fit.back(plane(outputs.getFirst())));
      case PERSON_MASK -> new Answer.Person(fit.back(plane(outputs.getFirst())));
      case FACE_DETECTION -> new Answer.Faces(faces(fit, outputs));
      case FACE_MESH -> new Answer.Unjudged();
    };
  }

  @Override
  public void close() {
    model.close();
  }

  private GrayImage plane(Tensor output) {
    List<Long> shape = output.shape();
    int height = Math.toIntExact(shape.get(shape.size() - 2));
    int width = Math.toIntExact(shape.getLast());
    if (output.size() != width * height) {
      throw new IllegalArgumentException(
          model.card().name()
              + " gives "
              + output
              + ", the benchmark reads one plane [1, 1, H, W]");
    }
    float[] values = output.toArray();
    boolean logits = model.card().fitting().flatMap(ModelCard.Fitting::activation).isPresent();
    for (int i = 0; logits && i < values.length; i++) {
      values[i] = (float) (1 / (1 + Math.exp(-values[i])));
    }
    return new GrayImage(width, height, values);
  }

  private List<Detection> faces(InputFit fit, List<Tensor> outputs) {
    Tensor regressors =
        outputs.stream()
            .filter(output -> output.shape().getLast() == REGRESSORS)
            .findFirst()
            .orElseThrow(() -> unknownDetector(outputs));
    Tensor logits =
        outputs.stream()
            .filter(output -> output.shape().getLast() == 1)
            .findFirst()
            .orElseThrow(() -> unknownDetector(outputs));
    double side = fit.input().extent(3);
    return OverlapMerger.merge(decoder(fit, logits).decode(regressors, logits)).stream()
        .map(face -> inPicture(face, side, fit))
        .toList();
  }

  private BlazeFaceDecoder decoder(InputFit fit, Tensor logits) {
    if (model.card().decoding().isPresent()) {
      ModelCard.Decoding decoding = model.card().decoding().get();
      return new BlazeFaceDecoder(
          fit.input().extent(3),
          decoding.minScore(),
          decoding.grids().stream().mapToInt(Integer::intValue).toArray(),
          decoding.anchorsPerCell().stream().mapToInt(Integer::intValue).toArray());
    }
    return switch (logits.size()) {
      case 896 -> BlazeFaceDecoder.SHORT_RANGE;
      case 2304 -> BlazeFaceDecoder.FULL_RANGE;
      default -> throw unknownDetector(List.of(logits));
    };
  }

  private IllegalArgumentException unknownDetector(List<Tensor> outputs) {
    return new IllegalArgumentException(
        model.card().name()
            + " gives "
            + outputs
            + ": a face detector gives [1, N, 16] and [1, N, 1], and its card's 'decoding' says which"
            + " anchors they are");
  }

  private static Detection inPicture(Face face, double side, InputFit fit) {
    Box box = face.boxPx();
    Point from = fit.toPicture().apply(new Point(box.x() * side, box.y() * side));
    Point to = fit.toPicture().apply(new Point(box.right() * side, box.bottom() * side));
    return new Detection(
        Box.around(List.of(from, to)),
        face.score(),
        face.keyPointsPx().subList(0, Detection.KEY_POINTS).stream()
            .map(point -> fit.toPicture().apply(new Point(point.x() * side, point.y() * side)))
            .toList());
  }
}
