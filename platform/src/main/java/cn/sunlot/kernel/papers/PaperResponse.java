package cn.sunlot.kernel.papers;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How papers go out, and in which language. */
public final class PaperResponse {

  private PaperResponse() {}

  /**
   * The language of a paper.
   *
   * @param lang {@code zh} or {@code en} where a link says so, or null
   * @param asked the language of the request
   */
  public static Locale language(@Nullable String lang, Locale asked) {
    String wanted = lang == null ? asked.getLanguage() : lang;
    return wanted.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
  }

  /** Shown by the browser, and saved under the paper's own name. */
  public static ResponseEntity<byte[]> of(Paper paper, byte[] pdf) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(paper.fileName(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(org.springframework.http.CacheControl.noStore())
        .body(pdf);
  }
}
