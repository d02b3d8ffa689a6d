/**
 * Judges a corpus that outgrows one machine, on Apache Spark. Built by scripts/bench-spark with the
 * Maven profile of the same name, so that the kiosk does not carry Spark.
 */
package silverpoint.cluster;
