package silverpoint.foundation.inference;

/**
 * The engine of this process.
 *
 * @param name with its version
 * @param forCuda whether it was built for GPUs
 * @param gpus that it finds
 */
public record EngineBuild(String name, boolean forCuda, int gpus) {}
