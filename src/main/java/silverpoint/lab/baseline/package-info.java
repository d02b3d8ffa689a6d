/**
 * Classical methods that a neural model must beat to earn its place: Canny and XDoG for lines, Haar
 * cascades for faces, all by OpenCV. In goes a picture, out comes what a model would say of it.
 * Begin with {@link silverpoint.lab.baseline.EdgeMethod}.
 */
@NullMarked
package silverpoint.lab.baseline;

import org.jspecify.annotations.NullMarked;
