package cn.sunlot.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.law.Clause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Files that mean harm, or come from a hurried hand, at the door of the imports. */
@PlatformTest
@Clause("TZ-10")
class HostileUploadTest {

  private static final String ROWS =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c>"
          + "<c r=\"B1\" t=\"inlineStr\"><is><t>统一社会信用代码</t></is></c></row>"
          + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>甲</t></is></c>"
          + "<c r=\"B2\"><v>1</v></c></row>";
  private static final Map<String, String> PARTS =
      Map.of(
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
          "_rels/.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + "<Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/"
              + "2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
          "xl/workbook.xml",
          "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
              + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
              + "<sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>",
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + "<Relationship Id=\"b\" Type=\"http://schemas.openxmlformats.org/officeDocument/"
              + "2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");

  @Autowired private Bureau.Factory bureaus;
  @Autowired private MockMvc web;
  @Autowired private Importing importing;

  @Autowired private Environment settings;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
  }

  private static byte[] workbook(UnaryOperator<String> sheet, long filler) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (var part : PARTS.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
      String xml =
          sheet.apply(
              "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                  + "<sheetData>"
                  + ROWS
                  + "</sheetData></worksheet>");
      int cut = filler == 0 ? xml.length() : xml.indexOf("<sheetData>");
      zip.write(xml.substring(0, cut).getBytes(StandardCharsets.UTF_8));
      for (long written = 0; written < filler; written += blanks.length) {
        zip.write(blanks);
      }
      zip.write(xml.substring(cut).getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] container(String stream) {
    byte[] bytes = new byte[4096];
    byte[] magic = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(magic, 0, bytes, 0, 8);
    byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, bytes, 2048, name.length);
    return bytes;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Stream<Arguments> hostile() throws IOException {
    String lol = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    String steal = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    byte[] good = workbook(xml -> xml, 0);
    return Stream.of(
        Arguments.of("zip bomb", workbook(xml -> xml, 300L << 20)),
        Arguments.of("entities that grow", workbook(xml -> lol + xml, 0)),
        Arguments.of("entity of a file", workbook(xml -> steal + xml, 0)),
        Arguments.of("truncated", Arrays.copyOf(good, good.length / 2)),
        Arguments.of("encrypted", container("EncryptedPackage")),
        Arguments.of("old xls", container("Workbook")),
        Arguments.of("a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}),
        Arguments.of("a web page", text("<html><table><tr><td>名称</td></tr></table></html>")),
        Arguments.of("nothing", new byte[0]),
        Arguments.of("a million columns", text("名称," + "x,".repeat(1_000_000) + "\n甲,1\n")),
        Arguments.of("a cell without end", text("名称,代码\n甲,\"" + "y".repeat(20_000_000))),
        Arguments.of(
            "broken characters", new byte[] {'a', ',', 'b', 10, (byte) 0xFF, (byte) 0xFF}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void a_hostile_file_is_refused_with_what_to_do_and_leaves_nothing(String what, byte[] bytes)
      throws Exception {
    long before = files();
    upload(bytes)
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:imports.file-unreadable"))
        .andExpect(jsonPath("$.detail").isNotEmpty())
        .andExpect(jsonPath("$.now").isNotEmpty());
    assertThat(files()).as("files kept of " + what).isEqualTo(before);
  }

  @Test
  void a_workbook_as_it_should_be_and_a_list_in_gb18030_are_taken() throws Exception {
    upload(workbook(xml -> xml, 0)).andExpect(status().isCreated());
    byte[] list = "名称,统一社会信用代码\n示范市㐀厂,12\n".getBytes(Charset.forName("GB18030"));
    upload(list).andExpect(status().isCreated()).andExpect(jsonPath("$.mapping.name").value("名称"));
  }

  @Test
  void a_formula_is_a_row_to_be_corrected_and_never_computed() throws Exception {
    byte[] bytes =
        workbook(
            xml -> xml.replace("<c r=\"B2\"><v>1</v></c>", "<c r=\"B2\"><f>1+1</f><v>2</v></c>"),
            0);
    var done = importing.run(bureau, "targets", bytes);
    assertThat(done.counts().rejected()).isEqualTo(1);
    assertThat(importing.errors(done)).hasSize(1);
  }

  private ResultActions upload(byte[] bytes) throws Exception {
    return web.perform(
        multipart("/api/imports")
            .file(new MockMultipartFile("file", "名录.xlsx", "application/octet-stream", bytes))
            .param("kind", "targets")
            .with(
                authentication(
                    UsernamePasswordAuthenticationToken.authenticated(
                        bureau.signedIn("officer"), null, AuthorityUtils.NO_AUTHORITIES)))
            .with(csrf())
            .header("Idempotency-Key", UUID.randomUUID()));
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(settings.getRequiredProperty("sunlot.files")))) {
      return all.filter(Files::isRegularFile).count();
    }
  }
}
