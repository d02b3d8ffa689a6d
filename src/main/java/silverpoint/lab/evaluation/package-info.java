/**
 * Measures portraits: draws photos, looks at likeness, composition and legibility from afar,
 * compares groups of people, and makes photos hard. In goes a folder of photos, out come scores and
 * a page. Begin with {@link silverpoint.lab.evaluation.MeasuredPhotos}.
 */
@NullMarked
package silverpoint.lab.evaluation;

import org.jspecify.annotations.NullMarked;
