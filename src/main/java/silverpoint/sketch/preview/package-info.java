/**
 * Shows the pipeline's products to people: the frame with what was found in it, line art, strokes
 * and the line as pictures, alone or in rows on a sheet; the toy's screen, also while it draws; the
 * line as SVG. In go products, out come text and pixels. Begin with {@link
 * silverpoint.sketch.preview.Pictures}.
 */
@NullMarked
package silverpoint.sketch.preview;

import org.jspecify.annotations.NullMarked;
