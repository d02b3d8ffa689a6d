/**
 * Stage: the portrait. Chooses the face to draw and cuts an upright window around it, with the
 * person's mask and the face mesh in the window's px.
 */
@NullMarked
package silverpoint.picture.portrait;

import org.jspecify.annotations.NullMarked;
