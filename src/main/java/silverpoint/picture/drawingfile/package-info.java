/**
 * Line art that somebody else made, in a file: the paths of an SVG are read, the dark lines of a
 * PNG are thinned and traced. In goes a file, out come polylines in its own units, which are fitted
 * to the page; everything after the line art is the same for them as for a portrait. Begin with
 * {@link silverpoint.picture.drawingfile.LineArtFile}.
 */
@NullMarked
package silverpoint.picture.drawingfile;

import org.jspecify.annotations.NullMarked;
