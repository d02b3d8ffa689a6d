package silverpoint.lab.cluster;

import org.apache.spark.sql.SparkSession;
import silverpoint.lab.benchmark.Cluster;
import silverpoint.lab.benchmark.Jury;
import silverpoint.foundation.inference.ModelException;

/** Apache Spark as the machines that judge together. */
public final class SparkCluster implements Cluster {
  private static final String LOOPBACK = "127.0.0.1";

  @Override
  public Jury connect(Job job) {
    SparkSession.Builder session =
        SparkSession.builder().master(job.master()).appName("silverpoint bench");
    if (job.master().startsWith("local")) {
      session.config("spark.driver.bindAddress", LOOPBACK).config("spark.driver.host", LOOPBACK);
    }
    try {
      return new SparkJury(job, session.getOrCreate());
    } catch (RuntimeException e) {
      throw new ModelException("no Spark at '" + job.master() + "': " + e.getMessage(), e);
    }
  }
}
