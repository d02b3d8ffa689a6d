/**
 * Stage: line art. The neural edge model sees the lines of the portrait; the face mesh fills gaps
 * in the features and opens the eyes; the person's mask gives the silhouette where nothing else is
 * near. A style then leaves lines out or adds some. In goes a portrait, out comes {@link
 * silverpoint.picture.lineart.LineArt}; all in crop px. Who writes a style of their own begins with
 * {@link silverpoint.picture.lineart.Style}. Begin with {@link
 * silverpoint.picture.lineart.EdgeModelLineArtist}.
 */
@NullMarked
package silverpoint.picture.lineart;

import org.jspecify.annotations.NullMarked;
