package silverpoint.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import silverpoint.booth.BoothEvent;
import silverpoint.booth.FaultKind;
import silverpoint.camera.Frame;
import silverpoint.face.Face;
import silverpoint.geometry.Box;
import silverpoint.geometry.Point;
import silverpoint.image.RgbImage;
import silverpoint.inference.ModelException;
import silverpoint.portrait.FaceChoice;
import silverpoint.subject.Shot;

class SketcherTest {
  private final Deque<Throwable> planted = new ArrayDeque<>();
  private final AtomicInteger built = new AtomicInteger();
  private final BlockingQueue<BoothEvent> told = new LinkedBlockingQueue<>();
  private final SketchMemory memory = new SketchMemory();
  private final Sketcher sketcher =
      new Sketcher(
          wish -> {
            built.incrementAndGet();
            return this::sketch;
          },
          new Studio.Wish("contour", 120),
          memory,
          (session, figures) -> {},
          told::add);

  /** Nobody is ever in these frames, unless something goes wrong before that is known. */
  private Optional<silverpoint.Sketch> sketch(Frame frame, FaceChoice choice) {
    Throwable failure = planted.poll();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    return Optional.empty();
  }

  @AfterEach
  void close() {
    sketcher.close();
  }

  @Test
  void aFrameWithoutAFaceIsSaidSo() throws InterruptedException {
    make(1);
    assertThat(next())
        .isEqualTo(new BoothEvent.SketchFailed(1, true, "no face that could be drawn"));
    assertThat(built).hasValue(1);
  }

  @Test
  void outOfMemoryCostsOneSketchAndTheNextIsMade() throws InterruptedException {
    planted.add(new OutOfMemoryError("planted"));
    make(1);
    assertThat(next()).isEqualTo(new BoothEvent.SketchFailed(1, false, "out of memory: planted"));
    make(2);
    assertThat(next()).isInstanceOf(BoothEvent.SketchFailed.class);
    assertThat(built).as("one failure rebuilds nothing").hasValue(1);
  }

  @Test
  void aBrokenModelRebuildsThePipeline() throws InterruptedException {
    planted.add(new ModelException("models/edge-portrait is damaged"));
    make(1);
    assertThat(next())
        .isEqualTo(new BoothEvent.SketchFailed(1, false, "models/edge-portrait is damaged"));
    assertThat(next()).isEqualTo(new BoothEvent.Healed(FaultKind.MODEL));
    assertThat(built).hasValue(2);
  }

  @Test
  void twoFailuresInARowRebuildItToo() throws InterruptedException {
    planted.addAll(List.of(new IllegalStateException("a"), new IllegalStateException("b")));
    make(1);
    make(2);
    assertThat(List.of(next(), next())).allMatch(BoothEvent.SketchFailed.class::isInstance);
    assertThat(next()).isEqualTo(new BoothEvent.Healed(FaultKind.MODEL));
    assertThat(built).hasValue(2);
  }

  @Test
  void aFrameIsForgottenOnceItIsSketchedOrItsSessionIsOver() throws InterruptedException {
    WeakReference<RgbImage> sketched = take(1);
    sketcher.sketch(1);
    next();
    WeakReference<RgbImage> left = take(2);
    sketcher.forget(2);
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(sketched.get()).isNull();
    assertThat(left.get()).isNull();
    sketcher.sketch(2);
    assertThat(told.poll(50, TimeUnit.MILLISECONDS)).isNull();
  }

  private WeakReference<RgbImage> take(long session) {
    RgbImage image = new RgbImage(40, 30, new byte[3 * 40 * 30]);
    Face face =
        new Face(
            new Box(10, 5, 20, 20), Collections.nCopies(Face.KEY_POINTS, new Point(20, 15)), 1);
    Shot shot = new Shot(new Frame(image, 1, 0), List.of(face));
    sketcher.take(session, () -> Optional.of(shot));
    return new WeakReference<>(image);
  }

  private void make(long session) {
    take(session);
    sketcher.sketch(session);
  }

  private BoothEvent next() throws InterruptedException {
    BoothEvent event = told.poll(20, TimeUnit.SECONDS);
    assertThat(event).isNotNull();
    return event;
  }
}
