package silverpoint.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import silverpoint.accuracy.EdgeCounts;
import silverpoint.accuracy.MaskScore;
import silverpoint.benchmark.Judged;
import silverpoint.benchmark.Picture;

/** A judged picture as a row of Parquet and back: exact, counts are whole, scores are doubles. */
final class JudgedRows {
  private static final ArrayType COUNTS = DataTypes.createArrayType(DataTypes.LongType, false);

  static final StructType SCHEMA =
      new StructType()
          .add("name", DataTypes.StringType, false)
          .add("group", DataTypes.StringType, false)
          .add("failure", DataTypes.StringType, true)
          .add("recalled", COUNTS, true)
          .add("drawn", COUNTS, true)
          .add("right", COUNTS, true)
          .add("detected", COUNTS, true)
          .add("iou", DataTypes.DoubleType, true)
          .add("boundaryF", DataTypes.DoubleType, true);

  private JudgedRows() {}

  static Row row(Judged judged) {
    List<Object> cells = new ArrayList<>();
    cells.add(judged.picture().name());
    cells.add(judged.picture().group());
    cells.add(judged.failure().orElse(null));
    for (int i = 0; i < EdgeCounts.SERIES; i++) {
      int series = i;
      cells.add(judged.edges().map(counts -> counts.series().get(series).toArray()).orElse(null));
    }
    cells.add(judged.person().map(MaskScore::iou).orElse(null));
    cells.add(judged.person().map(MaskScore::boundaryF).orElse(null));
    return RowFactory.create(cells.toArray());
  }

  static Judged judged(Row row, Path folder) {
    Picture picture =
        new Picture(row.getString(0), row.getString(1), folder.resolve(row.getString(0)));
    Optional<EdgeCounts> edges =
        row.isNullAt(3)
            ? Optional.empty()
            : Optional.of(
                EdgeCounts.of(
                    List.of(row.getList(3), row.getList(4), row.getList(5), row.getList(6))));
    Optional<MaskScore> person =
        row.isNullAt(7)
            ? Optional.empty()
            : Optional.of(new MaskScore(row.getDouble(7), row.getDouble(8)));
    return new Judged(
        picture, Optional.ofNullable(row.getString(2)), edges, Optional.empty(), person);
  }
}
