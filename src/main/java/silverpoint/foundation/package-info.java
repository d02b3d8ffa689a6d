/**
 * The ground that every other wing stands on: shapes in the plane, pixels, neural nets and figures.
 * It knows nothing of faces, lines or kiosks.
 */
@NullMarked
package silverpoint.foundation;

import org.jspecify.annotations.NullMarked;
