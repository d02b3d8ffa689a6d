/**
 * Compares models offline, for this booth on this machine: candidates answer pictures, and are
 * judged by speed under load, memory, accuracy against annotations and the drawing that comes out.
 * Also measures what a portrait is worth.
 */
@NullMarked
package silverpoint.lab.benchmark;

import org.jspecify.annotations.NullMarked;
