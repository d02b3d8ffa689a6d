package silverpoint.inference;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A TorchScript file run by libtorch through DJL. Native memory of a call lives in a manager of its
 * own and is freed when the call returns; only the weights stay.
 */
final class TorchScriptModel implements NeuralModel {
  private final ModelCard card;
  private final Model model;
  private final Predictor<NDList, NDList> predictor;

  /** Whether the network computes with 16-bit numbers. */
  private final boolean halves;

  /** Loads the file, which must already be checked against the card. */
  TorchScriptModel(ModelCard card, Path file, ai.djl.Device device) {
    this.card = card;
    this.model = Model.newInstance(card.name(), device, "PyTorch");
    try {
      model.load(file.toAbsolutePath().getParent(), card.file());
    } catch (IOException | MalformedModelException | RuntimeException e) {
      model.close();
      String reason = String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
      throw new ModelException(
          file + " cannot be read by libtorch (" + reason + "): " + ModelCards.mend(file), e);
    }
    this.halves =
        card.fitting().flatMap(ModelCard.Fitting::precision).stream()
            .anyMatch(precision -> precision == ModelCard.Fitting.Precision.FLOAT16);
    this.predictor = model.newPredictor(new NoopTranslator());
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public String device() {
    ai.djl.Device device = model.getNDManager().getDevice();
    return device.isGpu() ? "gpu" + device.getDeviceId() : "cpu";
  }

  @Override
  public synchronized List<Tensor> run(Tensor input) {
    if (!input.fits(card.input().shape())) {
      throw new IllegalArgumentException(
          card.name() + " takes " + card.input().shape() + ", got " + input.shape());
    }
    try (NDManager call = model.getNDManager().newSubManager()) {
      NDArray picture = call.create(input.values(), new Shape(input.shapeArray()));
      NDArray given = halves ? picture.toType(DataType.FLOAT16, false) : picture;
      try (NDList results = predictor.predict(new NDList(given))) {
        return checked(results);
      }
    } catch (TranslateException | RuntimeException e) {
      throw e instanceof ModelException known
          ? known
          : new ModelException(card.name() + " failed on " + input + ": " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() {
    predictor.close();
    model.close();
  }

  private List<Tensor> checked(NDList results) {
    List<Tensor> tensors = new ArrayList<>(results.size());
    for (NDArray result : results) {
      NDArray floats = halves ? result.toType(DataType.FLOAT32, false) : result;
      tensors.add(new Tensor(floats.toFloatArray(), floats.getShape().getShape()));
    }
    List<List<Long>> promised = card.outputs().stream().map(ModelCard.Output::shape).toList();
    boolean kept = tensors.size() == promised.size();
    for (int i = 0; kept && i < promised.size(); i++) {
      kept = tensors.get(i).fits(promised.get(i));
    }
    if (!kept) {
      throw new ModelException(
          card.name() + " returns " + tensors + ", its card says " + promised + ": mend the card");
    }
    return List.copyOf(tensors);
  }
}
