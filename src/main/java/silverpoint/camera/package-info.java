/** Stage: the camera. Frames come from a picture file; live sources join behind the same seam. */
@NullMarked
package silverpoint.camera;

import org.jspecify.annotations.NullMarked;
