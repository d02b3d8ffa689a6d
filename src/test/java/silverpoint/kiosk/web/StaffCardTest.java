package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The card that lies beside the machine speaks as the staff page does and is one sheet of paper.
 */
class StaffCardTest {
  private static final Path CARD = Path.of("src/docs/staff-card.html");
  private static final Pattern WORD = Pattern.compile("data-word=\"([^\"]+)\">([^<]+)<");
  private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b");

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void itsWordsAreThoseOfTheStaffPage() throws IOException {
    Map<String, String> words =
        JsonMapper.shared()
            .readValue(
                Files.readString(
                    Path.of("src/main/resources/silverpoint/kiosk/web/staff/lang/en.json")),
                new TypeReference<Map<String, String>>() {});
    assertThat(WORD.matcher(Files.readString(CARD)).results().toList())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            (MatchResult word) -> assertThat(word.group(2)).isEqualTo(words.get(word.group(1))));
  }

  @Test
  void itPrintsOnOneSheet() {
    try (Page page = CHROMIUM.browser().newPage()) {
      page.navigate(CARD.toUri().toString());
      byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
      assertThat(SHEET.matcher(new String(printed, StandardCharsets.ISO_8859_1)).results())
          .hasSize(1);
    }
  }
}
