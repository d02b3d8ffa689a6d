/**
 * Silverpoint: a face becomes one line on an Etch-a-Sketch.
 *
 * <p>The house has wings, and rooms in them. Inside a wing data goes one way; between wings lead
 * these arrows and no other, and a wing sees all that lies beneath:
 *
 * <pre>
 *   cli           commands and options: output, terminal
 *    &darr;
 *   lab           engineers' measuring: accuracy, baseline, benchmark, corruption, evaluation,
 *    &darr;            loadgen, modelimport, report, simulation
 *   kiosk         the booth: access, app, booth, camera, config, crew, doctor, history, subject,
 *    &darr;            systemd, takehome, web, web.octoprint, web.operations, web.staff, web.visitor
 *   sketch        the pipeline, a frame in, a planned line out: preview
 *    &darr;     &darr;
 *   route    &darr;    a drawing to one line
 *    &darr;     &darr;
 *   picture  &darr;    a picture to a drawing: face, portrait, tone, tracing, feature, lineart,
 *    &darr;     &darr;      stroke, drawingfile
 *    &darr;   machine  a line in mm to motor steps: motion, driver, linux, gpio, plotter, grbl,
 *    &darr;     &darr;      calibration, simulator, plotfile
 *   foundation    geometry, image, inference, statistics
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
 * <p>The flow of a staff command, such as "draw the next guest's line":
 *
 * <ol>
 *   <li>{@link silverpoint.kiosk.web.staff.CommandApi#endpoints()}: a POST of a known role, checked
 *       against its schema, becomes a {@link silverpoint.kiosk.booth.BoothCommand}
 *   <li>{@link silverpoint.kiosk.booth.Booth#command}: puts it in the booth's queue and waits for
 *       its turn; an emergency stop cuts the motors before that
 *   <li>{@link silverpoint.kiosk.booth.Booth#process}: the one loop takes it
 *   <li>{@link silverpoint.kiosk.booth.BoothTransitions#refusal}: whether it fits the state
 *   <li>{@link silverpoint.kiosk.booth.BoothTransitions#next}: the next {@link
 *       silverpoint.kiosk.booth.BoothState} and what is to be done, {@link
 *       silverpoint.kiosk.booth.BoothAction}
 *   <li>{@link silverpoint.kiosk.crew.KioskCrew#perform}: hands it to who does it, each on its own
 *       thread
 *   <li>{@link silverpoint.kiosk.crew.MachineOperator}: the machine draws; how it went comes back
 *       as a {@link silverpoint.kiosk.booth.BoothEvent}
 *   <li>{@link silverpoint.kiosk.booth.Booth#subscribe}: pages and history hear of the new state
 * </ol>
 *
 * <p>The words, one for each idea:
 *
 * <dl>
 *   <dt>frame, face, portrait
 *   <dd>a camera's picture with its time; box and key points, px; the aligned crop with the
 *       person's mask
 *   <dt>line art, drawing, stroke
 *   <dd>the lines of a portrait, px, over a grey raster, 0 paper to 1 ink; all strokes on the page,
 *       mm; a polyline to be drawn once
 *   <dt>mass, valley
 *   <dd>a dark place that is filled; the centre line of a dark feature
 *   <dt>route, leg, connector, retrace
 *   <dd>the whole continuous line; a piece of it; new line that joins two pieces of ink; a second
 *       pass over ink
 *   <dt>move, feed rate, corner speed, look-ahead
 *   <dd>straight motion with start, cruise and end speed; mm/s; the speed allowed through the point
 *       between two moves; the pass that makes speeds reachable
 *   <dt>step plan, backlash, take-up
 *   <dd>all motor steps with their times, ns; an axis's play; the extra steps on a reversal
 *   <dt>booth, session, fault
 *   <dd>the kiosk as guests see it; one guest; a state that needs staff
 *   <dt>sketch
 *   <dd>everything that is made of one frame
 * </dl>
 *
 * <p>Nobody there is an ordinary answer, an empty Optional, all the way.
 *
 * <p>The threads. The pipeline has none: its stages are called one after the other by whoever calls
 * it; the neural engine may use some for one call. What lives longer:
 *
 * <dl>
 *   <dt>the booth
 *   <dd>{@link silverpoint.kiosk.booth.Booth} has one for its event loop; nobody else changes its
 *       state
 *   <dt>the crew
 *   <dd>{@link silverpoint.kiosk.crew.KioskCrew} has one for sketches, {@link
 *       silverpoint.kiosk.crew.MachineOperator} one for the machine, each a {@link
 *       silverpoint.kiosk.crew.WorkerThread} that outlives its failures; {@link
 *       silverpoint.kiosk.crew.HungSketch} watches over a sketch that hangs, {@link
 *       silverpoint.kiosk.crew.CameraOperator} looks after the camera, {@link
 *       silverpoint.kiosk.crew.FreedMemory} overwrites what was freed
 *   <dt>the camera
 *   <dd>{@link silverpoint.kiosk.camera.CameraFeed} has a watchdog, a reader for each time that the
 *       source is opened, which may hang in a driver and is never waited for, and a closer for a
 *       source that was given up; {@link silverpoint.kiosk.camera.ProcessStream} keeps what a
 *       camera's program complains of; {@link silverpoint.kiosk.subject.SubjectWatch} looks at the
 *       frames
 *   <dt>the machine
 *   <dd>{@link silverpoint.machine.plotter.GpioMachine} has one that makes the steps of real motors
 *       and allocates nothing while it does, and one that watches the switches; {@link
 *       silverpoint.machine.plotter.PositionNotes} has one that notes the position on disk; {@link
 *       silverpoint.kiosk.app.SimulatedStaff} shakes the simulated toy on one of its own
 *   <dt>the history
 *   <dd>{@link silverpoint.kiosk.history.HistoryWriter} writes the file on one
 *   <dt>the web server
 *   <dd>Jetty gives every request a virtual thread, also the one that a page holds to follow
 *       events; {@link silverpoint.kiosk.web.EventHub} has one that publishes; {@link
 *       silverpoint.kiosk.web.StartingServer} answers on one, and on one for each caller, until the
 *       kiosk is up
 *   <dt>what guests take home
 *   <dd>{@link silverpoint.kiosk.takehome.ReceiptPrinter} talks with its printer on one, and {@link
 *       silverpoint.kiosk.takehome.PrinterTalk} ends on another what hangs there; {@link
 *       silverpoint.kiosk.web.TakeHomeServer} has few, and one that tries again
 *   <dt>the terminal
 *   <dd>{@link silverpoint.cli.terminal.KioskConsole} reads what is typed; {@link
 *       silverpoint.cli.terminal.Interruption} and {@link silverpoint.kiosk.app.MachineSession} are
 *       called when the program is to end, and wait until the stylus rests
 *   <dt>the lab
 *   <dd>{@link silverpoint.lab.loadgen.LoadGenerator} has one for each worker, {@link
 *       silverpoint.lab.accuracy.EdgeProtocol} compares pictures on all cores, {@link
 *       silverpoint.lab.simulation.Soak} looks what a run has taken after its first minute
 * </dl>
 */
@NullMarked
package silverpoint;

import org.jspecify.annotations.NullMarked;
