/**
 * The pipeline: a {@link silverpoint.sketch.Frame} goes in, a {@link silverpoint.sketch.Sketch}
 * with its planned line and motor steps comes out, or nothing where nobody is. Knows every stage
 * and no camera, kiosk or motor. Begin with {@link silverpoint.sketch.SketchPipeline}.
 */
@NullMarked
package silverpoint.sketch;

import org.jspecify.annotations.NullMarked;
