/**
 * The visitor's screen. In go snapshots of the booth and touches, out come views without a name or
 * a picture of anybody. Begin with {@link silverpoint.kiosk.web.visitor.VisitorApi}.
 */
@NullMarked
package silverpoint.kiosk.web.visitor;

import org.jspecify.annotations.NullMarked;
