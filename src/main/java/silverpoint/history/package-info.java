/**
 * What happened, in an SQLite file: sessions with their outcomes and times, faults, erasures, and
 * the lines of guests who allowed that, for a while. No picture and no face. The file survives a
 * loss of power; a disk that is full or read-only delays the notes and stops nothing else. The only
 * room that knows JDBC.
 */
@NullMarked
package silverpoint.history;

import org.jspecify.annotations.NullMarked;
