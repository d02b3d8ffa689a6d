/**
 * Stage: the camera. {@link silverpoint.kiosk.camera.CameraFeed} keeps the newest frame of a live
 * source and brings the source back when it fails; webcams and the Raspberry Pi camera are read by
 * programs of their own, which can be killed; video files, pictures and the demo camera are read
 * here. In goes a {@link silverpoint.kiosk.camera.CameraSettings}, out come frames with the time of
 * their capture. Begin with {@link silverpoint.kiosk.camera.CameraFeed}.
 */
@NullMarked
package silverpoint.kiosk.camera;

import org.jspecify.annotations.NullMarked;
