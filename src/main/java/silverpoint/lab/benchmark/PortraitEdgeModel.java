package silverpoint.lab.benchmark;

import java.util.List;
import silverpoint.foundation.image.RgbImage;
import silverpoint.foundation.inference.ModelCard;
import silverpoint.foundation.inference.NeuralModel;
import silverpoint.foundation.inference.Tensor;

/**
 * Any line-art candidate as the model that the portrait pipeline expects: takes 1x3xHxW, RGB, 0..1
 * of any size, gives 1x1xHxW.
 */
public final class PortraitEdgeModel implements NeuralModel {
  private final Candidate candidate;
  private final ModelCard card;

  /**
   * @param card of the model whose place it takes
   */
  public PortraitEdgeModel(Candidate candidate, ModelCard card) {
    this.candidate = candidate;
    this.card = card;
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public List<Tensor> run(Tensor input) {
    int height = input.extent(2);
    int width = input.extent(3);
    byte[] rgb = new byte[input.size()];
    for (int i = 0; i < width * height; i++) {
      for (int channel = 0; channel < 3; channel++) {
        rgb[3 * i + channel] = (byte) Math.round(255 * input.at(channel * width * height + i));
      }
    }
    Answer answer = candidate.answer(new RgbImage(width, height, rgb), new StageClock(() -> 0));
    if (answer instanceof Answer.Edges edges) {
      return List.of(new Tensor(edges.ink().toArray(), 1, 1, height, width));
    }
    throw new IllegalArgumentException(candidate.identity().name() + " draws no lines");
  }

  @Override
  public String device() {
    return candidate.identity().device();
  }

  @Override
  public void close() {}
}
