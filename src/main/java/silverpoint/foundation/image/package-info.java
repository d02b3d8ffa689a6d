/**
 * Ground: pixels. Colour and grey rasters, masks, resampling, and reading and writing of picture
 * files.
 */
@NullMarked
package silverpoint.foundation.image;

import org.jspecify.annotations.NullMarked;
