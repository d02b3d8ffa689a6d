/**
 * The command line. {@link silverpoint.cli.Wiring} is the only place that chooses implementations.
 */
@NullMarked
package silverpoint.cli;

import org.jspecify.annotations.NullMarked;
