/**
 * Judges a corpus that outgrows one machine, on Apache Spark. Built by {@code scripts/silverpoint bench
 * --spark} with the Maven profile of that name, so that the kiosk does not carry Spark.
 */
package silverpoint.lab.cluster;
