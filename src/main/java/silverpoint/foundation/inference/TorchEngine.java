package silverpoint.foundation.inference;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * libtorch in this process. It reads its options from system properties when it starts, once, so
 * they are set here and nowhere else; one that was given on the command line wins.
 */
final class TorchEngine {
  private static final Logger LOG = LoggerFactory.getLogger(TorchEngine.class);

  /** Threads inside one operation. */
  private static final String THREADS = "ai.djl.pytorch.num_threads";

  private TorchEngine() {}

  /** Starts libtorch unless it runs already, on a processor that can run it. */
  static synchronized Engine start(int threads) {
    Processor.ofThisComputer().require();
    setUnlessGiven("ai.djl.offline", "true");
    setUnlessGiven("OPT_OUT_TRACKING", "true");
    setUnlessGiven(THREADS, Integer.toString(threads));
    // Our nets are straight chains: no operations run side by side.
    setUnlessGiven("ai.djl.pytorch.num_interop_threads", "1");
    // The profiling executor would make the first two calls of every model several times slower.
    setUnlessGiven("ai.djl.pytorch.graph_optimizer", "false");
    if (!Integer.toString(threads).equals(System.getProperty(THREADS))) {
      LOG.debug(
          "libtorch keeps its {} threads, {} were asked for", System.getProperty(THREADS), threads);
    }
    try {
      return Engine.getEngine("PyTorch");
    } catch (EngineException | LinkageError e) {
      throw new ModelException(
          "libtorch does not start on this machine ("
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + "): "
              + e.getMessage(),
          e);
    }
  }

  /** The engine's device for a setting. */
  static ai.djl.Device choose(Engine engine, Device setting) {
    if (setting == Device.CPU) {
      return ai.djl.Device.cpu();
    }
    boolean cuda = isForCuda(engine);
    if (cuda && engine.getGpuCount() > 0) {
      return ai.djl.Device.gpu();
    }
    if (setting == Device.GPU) {
      throw new ModelException(
          cuda
              ? "the GPU was asked for, but libtorch finds no CUDA GPU: use device AUTO or CPU"
              : "the GPU was asked for, but this libtorch is built for the CPU only: use device AUTO"
                  + " or CPU, or a PyTorch with CUDA by PYTORCH_LIBRARY_PATH, as the README says");
    }
    return ai.djl.Device.cpu();
  }

  static boolean isForCuda(Engine engine) {
    return engine.hasCapability(StandardCapabilities.CUDA);
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
