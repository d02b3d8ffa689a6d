package silverpoint.foundation.inference;

/** Where models run, as a setting. */
public enum Device {
  /** The first CUDA GPU when libtorch was built for CUDA and finds one, else the CPU. */
  AUTO,
  CPU,
  /** The first CUDA GPU; without one, opening the models fails. */
  GPU
}
