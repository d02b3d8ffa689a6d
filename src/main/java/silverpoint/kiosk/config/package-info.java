/**
 * Reads the kiosk's configuration, YAML files in {@code kiosk-config}: the booth, camera, history,
 * web server and screen, and machine profiles in {@code kiosk-config/machines}. In goes a file, out
 * comes the settings record of each room, which checks itself; a key or value that is wrong is
 * named with its file. Begin with {@link silverpoint.kiosk.config.MachineProfiles}.
 */
@NullMarked
package silverpoint.kiosk.config;

import org.jspecify.annotations.NullMarked;
