/**
 * Stage: line art. The neural edge model sees the lines of the portrait; the face mesh fills gaps
 * in the features and opens the eyes; the person's mask gives the silhouette where nothing else is
 * near. A style then leaves lines out or adds some. All in crop px.
 */
@NullMarked
package silverpoint.picture.lineart;

import org.jspecify.annotations.NullMarked;
