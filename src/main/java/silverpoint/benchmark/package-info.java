/**
 * Measures portraits offline: how much of the person is left in the drawing, and what the drawing
 * costs.
 */
@NullMarked
package silverpoint.benchmark;

import org.jspecify.annotations.NullMarked;
