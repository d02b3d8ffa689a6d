/**
 * The files of one drawing and of one benchmark, and the line that an earlier drawing left behind.
 * Begin with {@link silverpoint.cli.output.SketchFiles}.
 */
@NullMarked
package silverpoint.cli.output;

import org.jspecify.annotations.NullMarked;
