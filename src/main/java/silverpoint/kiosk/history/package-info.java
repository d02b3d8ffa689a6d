/**
 * What happened, in an SQLite file: sessions with their outcomes and times, faults, erasures, and
 * the lines of guests who allowed that, for a while. No picture and no face. The file survives a
 * loss of power; a disk that is full or read-only delays the notes and stops nothing else. A file
 * that is damaged is put aside for as long as lines are kept, one that was moved away is begun
 * anew, and staff are told. The only room that knows JDBC. Begin reading at {@link
 * silverpoint.kiosk.history.History}; {@link silverpoint.kiosk.history.HistoryWriter} decides what
 * is tried again, {@link silverpoint.kiosk.history.CurrentFile} which file is written.
 */
@NullMarked
package silverpoint.kiosk.history;

import org.jspecify.annotations.NullMarked;
