package silverpoint.kiosk.takehome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts reach a printer that works, and one that does not hinders nobody. */
class ReceiptPrinterTest {
  private static final int WIDTH = 384;

  /** For printers that answer: a busy computer takes no answer for none. */
  private static final ReceiptPrinter.Patience CALM =
      new ReceiptPrinter.Patience(20_000, 20_000, 20, 20);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final InstantSource clock = now::get;
  private final BlockingQueue<Optional<String>> troubles = new LinkedBlockingQueue<>();
  private final FakePrinter paper = new FakePrinter();
  @TempDir private Path folder;

  @AfterEach
  void unplug() {
    paper.close();
  }

  private static TakeHomeSettings.Printer settings(String target) {
    return new TakeHomeSettings.Printer(true, target, WIDTH, "", true, true);
  }

  private ReceiptPrinter start(String target, ReceiptPrinter.Patience patience) {
    return new ReceiptPrinter(settings(target), clock, patience, troubles::add);
  }

  private static void print(ReceiptPrinter printer, int number) {
    printer.print(number, ReceiptTest.LEGS, 0.5, Locale.ENGLISH, Optional::empty);
  }

  private String trouble() throws InterruptedException {
    return Optional.ofNullable(troubles.poll(60, TimeUnit.SECONDS))
        .orElseThrow(() -> new AssertionError("nothing is said"))
        .orElse("well");
  }

  /** The numbers on the paper. */
  private static List<String> numbers(byte[] printed) {
    return new ReceiptReader(printed, WIDTH)
        .lines.stream().filter(line -> line.startsWith("No. ")).toList();
  }

  /** Waits until so many receipts were cut. */
  private void awaitPaper(int receipts) throws InterruptedException {
    await(() -> cuts(paper.printed()) == receipts);
  }

  private static long cuts(byte[] printed) {
    String text = new String(printed, StandardCharsets.ISO_8859_1);
    return Pattern.compile("\\x1dVB\\x00").matcher(text).results().count();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 6_000 && !condition.getAsBoolean(); i++) {
      Thread.sleep(10);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void receiptsArePrintedInTurnAndForgotten() throws InterruptedException {
    try (ReceiptPrinter printer = start(paper.target(), CALM)) {
      for (int number = 1; number <= 3; number++) {
        print(printer, number);
      }
      await(() -> printer.waiting() == 0);
    }
    awaitPaper(3);
    assertThat(numbers(paper.printed())).containsExactly("No. 1", "No. 2", "No. 3");
    assertThat(troubles).isEmpty();
  }

  static Stream<Arguments> states() {
    return Stream.of(
        Arguments.of(FakePrinter.NO_PAPER, "has no paper: put in a new roll"),
        Arguments.of(FakePrinter.COVER_OPEN, "cover of the receipt printer is open: close it"),
        Arguments.of(FakePrinter.KNIFE, "reports an error: look at its knife"),
        Arguments.of(FakePrinter.OFFLINE, "is off line: press"));
  }

  @ParameterizedTest
  @MethodSource("states")
  void aPrinterThatSaysWhatItLacksIsWaitedForAndThenPrints(int[] answers, String says)
      throws InterruptedException {
    paper.answers = answers;
    try (ReceiptPrinter printer = start(paper.target(), CALM)) {
      assertThat(trouble()).as("said before anybody wants a receipt").contains(says);
      print(printer, 7);
      print(printer, 8);
      assertThat(printer.waiting()).isEqualTo(2);
      assertThat(paper.printed()).isEmpty();
      paper.answers = FakePrinter.WELL;
      assertThat(trouble()).isEqualTo("well");
      await(() -> printer.waiting() == 0);
    }
    awaitPaper(2);
    assertThat(troubles).isEmpty();
  }

  @Test
  void littlePaperIsEnough() throws InterruptedException {
    paper.answers = FakePrinter.LITTLE_PAPER;
    assertThat(ReceiptPrinter.examine(settings(paper.target())).says()).contains("nearly used up");
    try (ReceiptPrinter printer = start(paper.target(), CALM)) {
      print(printer, 1);
      await(() -> printer.waiting() == 0);
    }
    assertThat(troubles).isEmpty();
  }

  @Test
  void aPrinterThatAnswersNothingPrints() throws InterruptedException {
    paper.answers = FakePrinter.MUTE;
    ReceiptPrinter.Patience patience = new ReceiptPrinter.Patience(300, 20_000, 20, 20);
    try (ReceiptPrinter printer = start(paper.target(), patience)) {
      print(printer, 1);
      print(printer, 2);
      await(() -> printer.waiting() == 0);
    }
    awaitPaper(2);
    assertThat(troubles).isEmpty();
  }

  @Test
  void aPrinterThatTakesNoDataIsSaidToBeStuck() {
    paper.full = true;
    byte[] large = new byte[8 << 20];
    large[0] = 0x1b;
    PrinterPort port = PrinterPort.of(settings(paper.target()));
    try (PrinterTalk talk = new PrinterTalk(port, 20_000, 500)) {
      assertThat(talk.print(large, () -> true)).contains(PrinterTalk.STUCK);
    }
  }

  @Test
  void aDeviceThatTakesNoDataIsSaidToBeStuck() throws Exception {
    Path device = folder.resolve("lp0");
    assertThat(new ProcessBuilder("mkfifo", device.toString()).start().waitFor()).isZero();
    PrinterPort port = new PrinterPort.Device(device);
    try (FileChannel full = fifo(device);
        PrinterTalk talk = new PrinterTalk(port, 300, 500)) {
      byte[] large = new byte[1 << 20];
      assertThat(talk.print(large, () -> true)).contains(PrinterTalk.STUCK);
      assertThat(full.isOpen()).isTrue();
    }
  }

  private static FileChannel fifo(Path device) throws IOException {
    return FileChannel.open(device, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  @Test
  void whatIsUnpluggedIsNamedWithItsCureAndFoundAgain() throws Exception {
    Path device = folder.resolve("lp0");
    PrinterPort port = new PrinterPort.Device(device);
    try (PrinterTalk talk = new PrinterTalk(port, 300, 500)) {
      assertThat(talk.print(new byte[] {1}, () -> true).orElseThrow())
          .contains(device + " is not there", "plug it in");
      Files.createFile(device);
      assertThat(talk.print(new byte[] {1}, () -> true)).isEmpty();
    }
    String gone;
    try (FakePrinter other = new FakePrinter()) {
      gone = other.target();
    }
    try (ReceiptPrinter printer = start(gone, CALM)) {
      assertThat(trouble()).contains(gone, "cannot be reached", ": look at its power");
      print(printer, 1);
      assertThat(printer.waiting()).isEqualTo(1);
    }
    assertThat(ReceiptPrinter.examine(settings(gone)).trouble().orElseThrow()).contains(gone);
    assertThat(ReceiptPrinter.examine(settings(paper.target())).says())
        .isEqualTo(paper.target() + ": ready");
  }

  @Test
  void fewReceiptsWaitAndNotForLong() throws InterruptedException {
    paper.answers = FakePrinter.NO_PAPER;
    try (ReceiptPrinter printer = start(paper.target(), CALM)) {
      trouble();
      for (int number = 1; number <= 20; number++) {
        print(printer, number);
      }
      assertThat(printer.waiting()).isEqualTo(8);
      now.set(Instant.EPOCH.plusSeconds(899));
      print(printer, 21);
      now.set(Instant.EPOCH.plusSeconds(901));
      await(() -> printer.waiting() == 1);
      paper.answers = FakePrinter.WELL;
      await(() -> printer.waiting() == 0);
    }
    awaitPaper(1);
    assertThat(numbers(paper.printed())).containsExactly("No. 21");
  }

  @Test
  void whatIsErasedIsNotPrinted() throws InterruptedException {
    paper.answers = FakePrinter.NO_PAPER;
    try (ReceiptPrinter printer = start(paper.target(), CALM)) {
      trouble();
      print(printer, 1);
      printer.forget();
      paper.answers = FakePrinter.WELL;
      assertThat(trouble()).isEqualTo("well");
      print(printer, 2);
      await(() -> printer.waiting() == 0);
    }
    awaitPaper(1);
    assertThat(numbers(paper.printed())).containsExactly("No. 2");
  }

  @Test
  void aReceiptThatBrokeOffIsEndedBeforeTheNext() throws Exception {
    Path device = folder.resolve("lp0");
    assertThat(new ProcessBuilder("mkfifo", device.toString()).start().waitFor()).isZero();
    Path file = folder.resolve("printed");
    try (FileChannel full = fifo(device);
        PrinterTalk talk = new PrinterTalk(new Switched(device, file), 300, 500)) {
      assertThat(talk.print(new byte[1 << 20], () -> true)).contains(PrinterTalk.STUCK);
      assertThat(talk.print(new byte[] {0x1b, '@'}, () -> true)).isEmpty();
      assertThat(talk.print(new byte[] {0x1b, '@'}, () -> true)).isEmpty();
      assertThat(full.isOpen()).isTrue();
    }
    byte[] printed = Files.readAllBytes(file);
    assertThat(printed).hasSize(EscPos.BAND_ROWS * 72 + 4);
    assertThat(printed[0]).isZero();
  }

  /** A way to one place at first and to another one after that; it answers nothing. */
  private static final class Switched implements PrinterPort {
    private final Path first;
    private final Path then;
    private boolean opened;

    Switched(Path first, Path then) {
      this.first = first;
      this.then = then;
    }

    @Override
    public ByteChannel open() throws IOException {
      boolean again = opened;
      opened = true;
      return again ? new File(then).open() : fifo(first);
    }

    @Override
    public boolean answers() {
      return false;
    }

    @Override
    public String trouble(IOException why) {
      return why.toString();
    }
  }

  @Test
  void aFileKeepsEveryReceipt() throws Exception {
    Path file = folder.resolve("receipts.bin");
    try (ReceiptPrinter printer = start("file:" + file, CALM)) {
      print(printer, 1);
      print(printer, 2);
      await(() -> printer.waiting() == 0);
    }
    assertThat(numbers(Files.readAllBytes(file))).containsExactly("No. 1", "No. 2");
    try (ReceiptPrinter _ = start("file:" + folder.resolve("none/receipts.bin"), CALM)) {
      assertThat(trouble()).contains("cannot be written", "make room");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x04, 0x05, 0x14})
  void dotsAreNeverTakenForACommandInRealTime(int after) {
    DotImage image = new DotImage(WIDTH, 2);
    image.blacken(3, 0);
    for (int bit = 0; bit < 8; bit++) {
      if ((after & 0x80 >> bit) != 0) {
        image.blacken(8 + bit, 0);
      }
    }
    byte[] bytes = new EscPos().picture(image).bytes();
    for (int i = 1; i < bytes.length; i++) {
      assertThat(bytes[i - 1] == 0x10 && bytes[i] == after).isFalse();
    }
    ReceiptReader read = new ReceiptReader(bytes, WIDTH);
    assertThat(read.pictures.getFirst().getRGB(3, 0) & 0xff).isZero();
  }

  @Test
  void aPrinterThatIsUnpluggedBetweenReceiptsIsSaid() throws InterruptedException {
    FakePrinter other = new FakePrinter();
    try (ReceiptPrinter printer = start(other.target(), CALM)) {
      print(printer, 1);
      await(() -> printer.waiting() == 0);
      other.close();
      assertThat(trouble()).contains("cannot be reached");
    }
  }
}
