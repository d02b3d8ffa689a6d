/**
 * What belongs to a face and is drawn by rules of its own: glasses, mouth, beard, the shadow below
 * the chin. In go a crop, its face mesh and soft ink, px; out come lines that the tracing would
 * miss, lines where it would draw too much, and how much of a face can be seen. Begin with {@link
 * silverpoint.picture.feature.Glasses}.
 */
@NullMarked
package silverpoint.picture.feature;

import org.jspecify.annotations.NullMarked;
