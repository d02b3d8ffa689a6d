package silverpoint.cli;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * One run of the benchmark's command in the test's own process.
 *
 * @param exitCode what it ended with
 * @param said everything on both outputs
 */
record BenchRun(int exitCode, String said) {
  static BenchRun of(Path out, String... options) {
    CommandLine command = Main.commandLine();
    StringWriter text = new StringWriter();
    command.setOut(new PrintWriter(text));
    StringWriter errors = new StringWriter();
    command.setErr(new PrintWriter(errors));
    List<String> all = new ArrayList<>(List.of("bench", "--out", out.toString()));
    all.addAll(List.of(options));
    int code = command.execute(all.toArray(String[]::new));
    return new BenchRun(code, text.toString() + errors);
  }

  /** Where a report leaves its schema. */
  static List<com.networknt.schema.Error> errors(String schema, String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema, InputFormat.JSON)
        .validate(json, InputFormat.JSON);
  }
}
