package silverpoint.foundation.inference;

/**
 * How models run.
 *
 * @param device where
 * @param threads threads libtorch may use inside one operation, at least 1. libtorch has one pool
 *     for the process: the first models opened fix its size.
 */
public record InferenceSettings(Device device, int threads) {
  public InferenceSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1: " + threads);
    }
  }

  /** One thread, on a GPU where there is one. */
  public static InferenceSettings defaults() {
    return new InferenceSettings(Device.AUTO, 1);
  }
}
