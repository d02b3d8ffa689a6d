package silverpoint.lab.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import silverpoint.lab.benchmark.Candidate;
import silverpoint.lab.benchmark.CandidateSource;
import silverpoint.lab.benchmark.Cluster;
import silverpoint.lab.benchmark.Corpus;
import silverpoint.lab.benchmark.Judged;
import silverpoint.lab.benchmark.JudgedRow;
import silverpoint.lab.benchmark.Jury;
import silverpoint.lab.benchmark.Picture;
import silverpoint.lab.benchmark.Truth;
import silverpoint.foundation.inference.ModelException;

/**
 * Has executors judge the pictures, each with one model in its process, and keeps a row a picture as
 * Parquet. A task that is lost with its executor runs again on another.
 *
 * @param job what executors need to know
 * @param spark the session
 */
record SparkJury(Cluster.Job job, SparkSession spark) implements Jury {
  private static final int PICTURES_PER_TASK = 4;

  @Override
  public List<Judged> judge(
      CandidateSource source, Candidate candidate, Corpus corpus, DoubleConsumer done) {
    List<String> names = corpus.pictures().stream().map(Picture::name).toList();
    String parquet = job.rows().resolve(source.name() + ".parquet").toUri().toString();
    Truth truth = job.truth().read();
    done.accept(0);
    try {
      JavaRDD<Row> rows =
          new JavaSparkContext(spark.sparkContext())
              .parallelize(names, Math.ceilDiv(names.size(), PICTURES_PER_TASK))
              .mapPartitions(JudgePictures.of(job, source, corpus.folder()));
      spark
          .createDataFrame(rows, JudgedRows.SCHEMA)
          .write()
          .mode(SaveMode.Overwrite)
          .parquet(parquet);
      Map<String, JudgedRow> judged = new HashMap<>();
      spark.read().schema(JudgedRows.SCHEMA).parquet(parquet).collectAsList().stream()
          .map(JudgedRows::of)
          .forEach(row -> judged.put(row.name(), row));
      return corpus.pictures().stream()
          .map(picture -> judged.get(picture.name()).judged(picture, truth))
          .toList();
    } catch (Exception e) {
      if (e instanceof SparkException || e instanceof IllegalStateException) {
        throw new ModelException("the cluster's job failed: " + e.getMessage(), e);
      }
      throw e;
    }
  }

  @Override
  public void close() {
    spark.stop();
  }
}
