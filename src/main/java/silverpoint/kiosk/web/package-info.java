/**
 * The web server: every route is an {@link silverpoint.kiosk.web.Endpoint} that names the role it
 * needs, what it takes and what it gives; the routes, the OpenAPI document and the guard are made
 * from it. Also server-sent events and static pages. In go requests of anybody, out come answers
 * that tell strangers nothing. The only room that knows Javalin and Jetty; what the pages say lies
 * in the rooms below. Begin with {@link silverpoint.kiosk.web.WebServer}.
 */
@NullMarked
package silverpoint.kiosk.web;

import org.jspecify.annotations.NullMarked;
