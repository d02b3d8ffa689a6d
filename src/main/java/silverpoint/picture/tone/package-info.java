/**
 * Where a portrait is dark, and how a pen makes it dark: in, a crop and its face mesh, px; out, the
 * dark masses as strokes and the centre lines of dark features as soft ink. What is dark is told
 * relative to the sitter's own skin, so that every skin is paper. Begin with {@link
 * silverpoint.picture.tone.FaceTone}.
 */
@NullMarked
package silverpoint.picture.tone;

import org.jspecify.annotations.NullMarked;
