/**
 * Compares models offline, for this booth on this machine: candidates answer pictures, and are
 * judged by speed under load, memory, accuracy against annotations and the drawing that comes out.
 * In go candidates and a {@link silverpoint.lab.benchmark.Corpus}, out come {@link
 * silverpoint.lab.benchmark.Results}. Begin with {@link silverpoint.lab.benchmark.Benchmark}.
 */
@NullMarked
package silverpoint.lab.benchmark;

import org.jspecify.annotations.NullMarked;
