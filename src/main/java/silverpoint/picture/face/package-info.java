/**
 * Stage: faces. Finds faces in a frame (box and six key points), fits the 468-point mesh to one of
 * them, and follows faces from frame to frame; all in frame px. Begin with {@link
 * silverpoint.picture.face.FaceDetector}.
 */
@NullMarked
package silverpoint.picture.face;

import org.jspecify.annotations.NullMarked;
