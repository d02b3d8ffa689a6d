/**
 * Line art that somebody else made: an SVG or a PNG becomes polylines. Everything after the line
 * art is the same for them as for a portrait.
 */
@NullMarked
package silverpoint.picture.drawingfile;

import org.jspecify.annotations.NullMarked;
