/**
 * Lines as files for other machines: G-code for firmware such as GRBL, Marlin or Klipper, HPGL for
 * pen plotters. In go polylines on the page, mm, and what the other machine expects; out comes
 * text. Pure. Begin with {@link silverpoint.machine.plotfile.OutputSettings}.
 */
@NullMarked
package silverpoint.machine.plotfile;

import org.jspecify.annotations.NullMarked;
