/**
 * Puts the results of a benchmark on paper: a page that needs no network, Markdown, JSON, CSV, and
 * the comparison of two runs. In go {@link silverpoint.lab.benchmark.Results}, out comes text.
 * Begin with {@link silverpoint.lab.report.HtmlReport}.
 */
@NullMarked
package silverpoint.lab.report;

import org.jspecify.annotations.NullMarked;
