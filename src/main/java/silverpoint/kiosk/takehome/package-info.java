/**
 * What guests take home: their line inside a web link, as a QR code, and on paper. In goes the line
 * of a guest, out come links, codes and the bytes of a receipt printer; the line is in memory only.
 * The only room that knows ZXing. Begin with {@link silverpoint.kiosk.takehome.TakeHomeLine}.
 */
@NullMarked
package silverpoint.kiosk.takehome;

import org.jspecify.annotations.NullMarked;
