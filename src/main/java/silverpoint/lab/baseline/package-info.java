/**
 * Classical methods that a neural model must beat to earn its place: Canny and XDoG for lines, Haar
 * cascades for faces, all by OpenCV.
 */
@NullMarked
package silverpoint.lab.baseline;

import org.jspecify.annotations.NullMarked;
