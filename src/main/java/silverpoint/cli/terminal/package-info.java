/**
 * How the program speaks on a terminal: failures in one line, exit codes, progress, numbers with
 * bounds, and questions to a person. Knows no command.
 */
@NullMarked
package silverpoint.cli.terminal;

import org.jspecify.annotations.NullMarked;
