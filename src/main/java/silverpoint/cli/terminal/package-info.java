/**
 * How the program speaks on a terminal: failures in one line, exit codes, progress, numbers with
 * bounds, and questions to a person. In go an exception or a line that somebody typed, out come
 * words and an exit code. Knows no command. Begin with {@link
 * silverpoint.cli.terminal.CommandFailure}.
 */
@NullMarked
package silverpoint.cli.terminal;

import org.jspecify.annotations.NullMarked;
