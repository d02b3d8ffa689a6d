package silverpoint.foundation.inference;

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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A TorchScript file run by libtorch through DJL. Native memory of a call lives in a manager of its
 * own and is freed when the call returns; only the weights stay.
 */
final class TorchScriptModel implements NeuralModel {
  private final ModelCard card;
  private final Model model;

  /** Predictors that nobody uses; a call takes one, and makes another where all are in use. */
  private final Queue<Predictor<NDList, NDList>> idle = new ConcurrentLinkedQueue<>();

  /** Calls share it; closing waits for all of them. */
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  private boolean closed;

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
      throw new ModelException(file + " cannot be read by libtorch (" + reason + ")", e);
    }
    this.halves =
        card.fitting().flatMap(ModelCard.Fitting::precision).stream()
            .anyMatch(precision -> precision == ModelCard.Fitting.Precision.FLOAT16);
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
  public List<Tensor> run(Tensor input) {
    if (!input.fits(card.input().shape())) {
      throw new IllegalArgumentException(
          card.name() + " takes " + card.input().shape() + ", got " + input.shape());
    }
    use.readLock().lock();
    try {
      if (closed) {
        throw new ModelException(card.name() + " is closed");
      }
      Predictor<NDList, NDList> free = idle.poll();
      Predictor<NDList, NDList> predictor =
          free == null ? model.newPredictor(new NoopTranslator()) : free;
      try {
        return run(input, predictor);
      } finally {
        idle.add(predictor);
      }
    } finally {
      use.readLock().unlock();
    }
  }

  private List<Tensor> run(Tensor input, Predictor<NDList, NDList> predictor) {
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
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        idle.forEach(Predictor::close);
        model.close();
      }
    } finally {
      use.writeLock().unlock();
    }
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
