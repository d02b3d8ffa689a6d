/**
 * Ground: pixels. Colour and grey rasters, masks, resampling, thinning and contours. In go picture
 * files of any kind a phone or a camera makes, out come rasters that never change; and the other
 * way round, also as moving pictures. Begin with {@link silverpoint.foundation.image.RgbImage}.
 */
@NullMarked
package silverpoint.foundation.image;

import org.jspecify.annotations.NullMarked;
