/**
 * How soft ink becomes lines: ridges are followed from their crest, along valleys of a flow, and
 * the person's mask gives the silhouette where nothing else is near. In goes a grey raster in px,
 * out come polylines with sub-pixel points. Knows parts of a face only as names that ask for longer
 * or bolder lines. Begin with {@link silverpoint.picture.tracing.RidgeTracer}.
 */
@NullMarked
package silverpoint.picture.tracing;

import org.jspecify.annotations.NullMarked;
