/**
 * What staff see and do: state as a stream, commands, history, login. In go calls of people whose
 * role is known, out come commands for the booth and views of it. Begin with {@link
 * silverpoint.kiosk.web.staff.StaffApi}.
 */
@NullMarked
package silverpoint.kiosk.web.staff;

import org.jspecify.annotations.NullMarked;
