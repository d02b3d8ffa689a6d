/**
 * Silverpoint: a face becomes one line on an Etch-a-Sketch.
 *
 * <p>The house has wings, and rooms in them. Inside a wing data goes one way; between wings lead
 * these arrows and no other, and a wing sees all that lies beneath:
 *
 * <pre>
 *   cli         commands, options, output files
 *    &darr;
 *   lab         engineers' measuring
 *    &darr;
 *   kiosk       the booth: camera, subject, booth, crew, history, access, web, config, app
 *    &darr;
 *   sketch      the pipeline: a frame in, a planned line out
 *    &darr;      &darr;
 *   route      machine   a line in mm to motor steps: motion, driver, gpio, plotter, simulator
 *    &darr;         |
 *   picture      |       a picture to a drawing: face, portrait, tone, tracing, feature, lineart, stroke
 *    &darr;         &darr;
 *   foundation           geometry, image, inference, statistics
 * </pre>
 *
 * <p>The flow of a frame, one hop a line; each product is an immutable value that {@link
 * silverpoint.sketch.Sketch} keeps:
 *
 * <ol>
 *   <li>{@link silverpoint.kiosk.camera.CameraFeed#newest()}: the newest {@link
 *       silverpoint.sketch.Frame} of a live source
 *   <li>{@link silverpoint.kiosk.subject.SubjectWatch#latest()}: who is there, and what they could
 *       do better
 *   <li>{@link silverpoint.kiosk.subject.BestFrame#take(silverpoint.picture.face.FaceMesher)}: the
 *       frame that shows the guest best
 *   <li>{@link silverpoint.kiosk.crew.Sketcher#sketch(long)}: on its own thread, for one guest
 *   <li>{@link silverpoint.sketch.SketchPipeline#sketch(silverpoint.sketch.Frame)}: the stages in
 *       order
 *   <li>{@link
 *       silverpoint.picture.face.FaceDetector#detect(silverpoint.foundation.image.RgbImage)}:
 *       {@link silverpoint.picture.face.Face}, box and key points, px
 *   <li>{@link silverpoint.picture.portrait.PortraitMaker}: {@link
 *       silverpoint.picture.portrait.Portrait}, upright crop, person mask, face mesh, px
 *   <li>{@link silverpoint.picture.lineart.EdgeModelLineArtist}: {@link
 *       silverpoint.picture.lineart.LineArt}, soft ink and its lines, px
 *   <li>{@link silverpoint.picture.lineart.Style#apply}: leaves lines out, or adds some
 *   <li>{@link silverpoint.picture.stroke.Vectorizer#vectorize}: {@link
 *       silverpoint.picture.stroke.Drawing}, strokes on the page, mm
 *   <li>{@link silverpoint.sketch.LinePlanner#plan}: what fits the time
 *   <li>{@link silverpoint.route.Router#route}: {@link silverpoint.route.Route}, one continuous
 *       line of draw, connector and retrace legs, mm
 *   <li>{@link silverpoint.machine.motion.MotionPlanner}: {@link
 *       silverpoint.machine.motion.MotionPlan}, moves with start, cruise and end speed, mm and s
 *   <li>{@link silverpoint.machine.motion.StepGenerator#generate}: {@link
 *       silverpoint.machine.motion.StepPlan}, all motor steps with their times, steps and ns
 *   <li>{@link silverpoint.kiosk.crew.MachineOperator}: hands the steps to the machine when the toy
 *       is blank
 *   <li>{@link silverpoint.machine.plotter.Machine#draw}: knows where the stylus is
 *   <li>{@link silverpoint.machine.plotter.MotorPlotter}: makes writes of the steps, by the {@link
 *       silverpoint.machine.driver.MotorDriver}
 *   <li>{@link silverpoint.machine.plotter.StepExecutor}: writes at their times, to {@link
 *       silverpoint.machine.gpio.LineGroup} or to the {@link
 *       silverpoint.machine.simulator.SimulatedDriver}
 * </ol>
 *
 * <p>Nobody there is an ordinary answer, an empty Optional, all the way.
 *
 * <p>Threads: one. Stages are called one after the other by whoever calls the pipeline; the neural
 * engine may use threads of its own for one call. Real motors have two more: one that makes the
 * steps, which allocates nothing while it does, and one that watches the switches; a third notes
 * the position on disk. A live camera has a watchdog and, for each time it is opened, a reader that
 * may hang in a driver and is never waited for; the subject watch looks at frames on one more. The
 * booth has one thread for its event loop; its crew has one for sketches, one for the machine and
 * one that looks after the camera, and one overwrites what was freed; the history writes on one.
 * The web server gives every request a virtual thread of its own, also the one that a page holds to
 * follow events, and each event hub has one more that publishes.
 */
@NullMarked
package silverpoint;

import org.jspecify.annotations.NullMarked;
