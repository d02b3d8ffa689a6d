/**
 * Ground: neural nets. Opens the models directory, checks every model against its card, and runs
 * TorchScript files on the CPU or on a CUDA GPU: tensors in, tensors out. The only room that knows
 * DJL and libtorch; it never uses the network. What the numbers mean is said by the {@link
 * silverpoint.foundation.inference.ModelCard} and understood by the rooms that use a model. Begin
 * with {@link silverpoint.foundation.inference.NeuralModels}.
 */
@NullMarked
package silverpoint.foundation.inference;

import org.jspecify.annotations.NullMarked;
