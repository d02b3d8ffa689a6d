/**
 * The web server of the kiosk: the staff page, the visitor's screen, the versioned API with its
 * OpenAPI document, server-sent events, metrics. Every route is an {@link silverpoint.web.Endpoint}
 * that names the role it needs; what names none is refused. The only room that knows Javalin, Jetty
 * and Micrometer.
 */
@NullMarked
package silverpoint.web;

import org.jspecify.annotations.NullMarked;
