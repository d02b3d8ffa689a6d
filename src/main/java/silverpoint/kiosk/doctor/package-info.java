/**
 * What is right and wrong with this computer: Java, processor, libraries, models, devices, rights,
 * disk, clock, settings, ports. In go the computer's files and the kiosk's places, out come
 * findings, each with its cure; nothing is changed. Begin with {@link
 * silverpoint.kiosk.doctor.Doctor}.
 */
@NullMarked
package silverpoint.kiosk.doctor;

import org.jspecify.annotations.NullMarked;
