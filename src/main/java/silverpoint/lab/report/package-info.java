/**
 * Puts the results of a benchmark on paper: a page that needs no network, Markdown, JSON, CSV, and
 * the comparison of two runs.
 */
@NullMarked
package silverpoint.lab.report;

import org.jspecify.annotations.NullMarked;
