/**
 * From a picture to a drawing: the face is found, a portrait cut out around it, its lines and its
 * darkness are told apart and become strokes on a page. In goes an image in px, out comes a {@link
 * silverpoint.picture.stroke.Drawing} in mm.
 *
 * <p>The rooms in order: {@code face}, {@code portrait}, {@code tone}, {@code tracing}, {@code
 * feature}, {@code lineart}, {@code stroke}; {@code drawingfile} enters beside them, with line art
 * that somebody else made.
 */
@NullMarked
package silverpoint.picture;

import org.jspecify.annotations.NullMarked;
