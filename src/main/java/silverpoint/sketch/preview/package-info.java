/** Shows any product of the pipeline as SVG or as a picture. */
@NullMarked
package silverpoint.sketch.preview;

import org.jspecify.annotations.NullMarked;
