/**
 * Stage: the camera. {@link silverpoint.kiosk.camera.CameraFeed} keeps the newest frame of a live
 * source and brings the source back when it fails; webcams and the Raspberry Pi camera are read by
 * programs of their own, which can be killed; video files, pictures and the demo camera are read
 * here.
 */
@NullMarked
package silverpoint.kiosk.camera;

import org.jspecify.annotations.NullMarked;
