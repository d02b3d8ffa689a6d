package silverpoint.foundation.inference;

import java.util.List;

/**
 * A neural net that is ready to run. It may be called from several threads, which run beside each
 * other.
 */
public interface NeuralModel extends AutoCloseable {
  /** What the model takes and gives. */
  ModelCard card();

  /**
   * Runs the net once.
   *
   * @param input of the shape, layout and range on the card
   * @return the outputs in the order of the card
   * @throws IllegalArgumentException when the input's shape does not fit the card
   * @throws ModelException when the engine fails
   */
  List<Tensor> run(Tensor input);

  /** Where the model runs, such as "cpu" or "gpu0". */
  String device();

  /**
   * Frees the model's memory when the calls that run have ended; it must not be run afterwards.
   * {@link NeuralModels} closes the models it gave out, closing one twice does no harm.
   */
  @Override
  void close();
}
