/**
 * Stage: faces. Finds faces in a frame (box and six key points) and fits the 468-point mesh to one
 * of them; all in frame px.
 */
@NullMarked
package silverpoint.picture.face;

import org.jspecify.annotations.NullMarked;
