package cn.sunlot.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Open data as files: CSV in the reader's words, JSON with codes; row by row, however many. */
@Component
class OpenFiles {

  /** Rows in one file. */
  static final int LIMIT = 100_000;

  private final ObjectMapper json;

  OpenFiles(ObjectMapper json) {
    this.json = json;
  }

  void csv(
      HttpServletResponse response, String name, List<String> headings, Stream<List<String>> rows)
      throws IOException {
    begin(response, "text/csv", name + ".csv");
    PrintWriter out = response.getWriter();
    // Without it Excel takes the file for GBK.
    out.write('\uFEFF');
    line(out, headings);
    rows.forEach(row -> line(out, row));
    out.flush();
  }

  void json(HttpServletResponse response, String name, Stream<Map<String, @Nullable Object>> rows)
      throws IOException {
    begin(response, "application/json", name + ".json");
    PrintWriter out = response.getWriter();
    String[] before = {"["};
    rows.forEach(
        row -> {
          out.write(before[0]);
          out.write(json.writeValueAsString(row));
          before[0] = ",\n";
        });
    out.write(before[0].equals("[") ? "[]" : "]");
    out.flush();
  }

  private static void begin(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private static void line(PrintWriter out, List<String> cells) {
    out.write(cells.stream().map(OpenFiles::cell).collect(Collectors.joining(",", "", "\r\n")));
  }

  /** A cell that a spreadsheet takes for text, never for a formula. */
  static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
