/**
 * The booth: a camera that is watched, guests who are asked, sketched and drawn one after the
 * other, staff who look and steer on a page.
 *
 * <p>The rooms in order: {@code booth} decides as a pure function; {@code camera} and {@code
 * subject} see; {@code history} remembers; {@code takehome} gives guests their line; {@code crew}
 * does what the booth asks for; {@code access} and {@code web} let people look and steer; {@code
 * config} reads the settings; {@code doctor} says what is wrong with the computer; {@code systemd}
 * is told how the kiosk does; {@code app} puts all of it together.
 */
@NullMarked
package silverpoint.kiosk;

import org.jspecify.annotations.NullMarked;
