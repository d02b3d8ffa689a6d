/**
 * Stage: one line. The strokes of a drawing become one continuous route, since an Etch-a-Sketch
 * never lifts its stylus: an open, home-rooted rural postman problem. Pure; the only room that
 * knows JGraphT.
 */
@NullMarked
package silverpoint.route;

import org.jspecify.annotations.NullMarked;
