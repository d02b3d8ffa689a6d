package silverpoint.kiosk.doctor;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import silverpoint.foundation.inference.EngineBuild;
import silverpoint.kiosk.takehome.ReceiptPrinter;
import silverpoint.kiosk.takehome.TakeHomeSettings;
import silverpoint.machine.gpio.GpioChip;

/** Seam: what no file of a computer tells. */
interface Probe {
  Runtime.Version java();

  /** As Java names it. */
  String architecture();

  /** Encoding of the names of files. */
  String encoding();

  /** Folder of temporary files. */
  Path temporary();

  /** Where Java writes what it knows of a crash; a folder. */
  Path crashes();

  Instant now();

  /** Room for files that a user may write. */
  long freeBytes(Path folder);

  List<GpioChip.Found> chips();

  /** What a receipt printer answers. */
  ReceiptPrinter.Report printer(TakeHomeSettings.Printer settings);

  /** Names of the native libraries, in the order in which they are tried. */
  List<String> libraries();

  /** Why a library cannot be loaded; empty when it is. */
  Optional<String> loading(String library);

  /** Asked only after libtorch was loaded. */
  EngineBuild engine();
}
