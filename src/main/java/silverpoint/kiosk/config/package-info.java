/**
 * Reads the kiosk's configuration: machine profiles in {@code kiosk-config/machines}, each composed
 * of the small settings records of the stages. A wrong key or value is named with its file.
 */
@NullMarked
package silverpoint.kiosk.config;

import org.jspecify.annotations.NullMarked;
