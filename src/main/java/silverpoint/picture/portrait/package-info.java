/**
 * Stage: the portrait. Chooses the face to draw and cuts an upright window around it, with the
 * person's mask, the face mesh and the light on the face, all in the window's px. In goes an image
 * with its faces, out comes a {@link silverpoint.picture.portrait.Portrait}. Begin with {@link
 * silverpoint.picture.portrait.PortraitMaker}.
 */
@NullMarked
package silverpoint.picture.portrait;

import org.jspecify.annotations.NullMarked;
