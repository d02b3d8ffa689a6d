/**
 * Strokes: lines in px become a drawing in mm. Lines are linked, specks dropped, the rest smoothed,
 * simplified and fitted to the page. In goes {@link silverpoint.picture.lineart.LineArt}, out comes
 * a {@link silverpoint.picture.stroke.Drawing}; this is the only door from pixels to millimetres.
 * Pure. Begin with {@link silverpoint.picture.stroke.Vectorizer}.
 */
@NullMarked
package silverpoint.picture.stroke;

import org.jspecify.annotations.NullMarked;
