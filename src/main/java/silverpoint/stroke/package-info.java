/**
 * Stage: strokes. Line art in px becomes a drawing in mm: the skeleton is traced through its
 * junctions, specks are dropped, strokes are smoothed, simplified and fitted to the page. This is
 * the only door from pixels to millimetres. Pure.
 */
@NullMarked
package silverpoint.stroke;

import org.jspecify.annotations.NullMarked;
