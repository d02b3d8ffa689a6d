/**
 * The commands and their options. In go arguments, out come an exit code and, for every failure,
 * one line. Begin with {@link silverpoint.cli.Main}.
 */
@NullMarked
package silverpoint.cli;

import org.jspecify.annotations.NullMarked;
