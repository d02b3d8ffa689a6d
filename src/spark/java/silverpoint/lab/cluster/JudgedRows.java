package silverpoint.lab.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import silverpoint.lab.benchmark.JudgedRow;
import scala.jdk.javaapi.CollectionConverters;

/** A judged picture as a row of Parquet and back: exact, counts are whole, scores are doubles. */
final class JudgedRows {
  static final StructType SCHEMA =
      new StructType()
          .add("name", DataTypes.StringType, false)
          .add("failure", DataTypes.StringType, true)
          .add("edges", array(array(DataTypes.LongType)), true)
          .add("faces", array(array(DataTypes.DoubleType)), true)
          .add("person", array(DataTypes.DoubleType), true);

  private JudgedRows() {}

  private static ArrayType array(DataType of) {
    return DataTypes.createArrayType(of, false);
  }

  static Row row(JudgedRow judged) {
    return RowFactory.create(
        judged.name(),
        judged.failure().orElse(null),
        judged.edges().map(JudgedRows::nested).orElse(null),
        judged.faces().map(JudgedRows::nested).orElse(null),
        judged.person().map(List::toArray).orElse(null));
  }

  private static <T> Object[] nested(List<List<T>> lists) {
    return lists.stream().map(List::toArray).toArray();
  }

  static JudgedRow of(Row row) {
    return new JudgedRow(
        row.getString(0),
        Optional.ofNullable(row.getString(1)),
        lists(row, 2),
        lists(row, 3),
        row.isNullAt(4) ? Optional.empty() : Optional.of(List.copyOf(row.<Double>getList(4))));
  }

  private static <T> Optional<List<List<T>>> lists(Row row, int column) {
    if (row.isNullAt(column)) {
      return Optional.empty();
    }
    List<List<T>> lists = new ArrayList<>();
    for (scala.collection.Seq<T> inner : row.<scala.collection.Seq<T>>getList(column)) {
      lists.add(List.copyOf(CollectionConverters.asJava(inner)));
    }
    return Optional.of(List.copyOf(lists));
  }
}
