/**
 * Ground: the plane. Points, polylines, boxes and affine maps, immutable and without units of their
 * own: the field that holds one names its unit ({@code boxPx}, {@code pathMm}). The y axis points
 * down everywhere. Begin with {@link silverpoint.foundation.geometry.Polyline}.
 */
@NullMarked
package silverpoint.foundation.geometry;

import org.jspecify.annotations.NullMarked;
