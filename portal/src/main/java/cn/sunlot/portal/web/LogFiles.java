package cn.sunlot.portal.web;

import cn.sunlot.portal.store.DrawSearch;
import cn.sunlot.portal.store.LogSearch;
import cn.sunlot.portal.store.LogSearch.KeyPeriod;
import cn.sunlot.portal.store.jooq.tables.records.LogKeyRecord;
import cn.sunlot.portal.store.jooq.tables.records.LogPayloadRecord;
import cn.sunlot.translog.BadTile;
import cn.sunlot.translog.tiles.Tile;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The public log for programs, as C2SP tlog-tiles lays it out. What never changes is kept for a
 * year; pages of other sites may read it, too.
 */
@Controller
class LogFiles {

  private static final String PREFIX = "/log/";
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final LogSearch log;
  private final DrawSearch draws;

  LogFiles(LogSearch log, DrawSearch draws) {
    this.log = log;
    this.draws = draws;
  }

  @GetMapping("/log/checkpoint")
  ResponseEntity<byte[]> checkpoint() {
    return file(
        log.findCheckpoint().orElseThrow(NotThere::new).write(),
        TEXT,
        // A reader must not be shown an old state by a cache on the way.
        CacheControl.noCache());
  }

  @GetMapping("/log/key")
  ResponseEntity<byte[]> keys() {
    String lines =
        log.listKeys().stream()
            .map(LogKeyRecord::getKey)
            .collect(Collectors.joining("\n", "", "\n"));
    return file(lines.getBytes(StandardCharsets.UTF_8), TEXT, CacheControl.noCache());
  }

  /** Keys with the states of the log for which they signed, and what draws demand of witnesses. */
  record KeysFile(
      List<KeyPeriod> keys, List<KeyPeriod> witnesses, List<LogSearch.Demand> demanded) {}

  @GetMapping(path = "/log/keys.json", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<KeysFile> keysOverTime() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .body(new KeysFile(log.listKeyPeriods(), log.listWitnessPeriods(), log.listDemands()));
  }

  @GetMapping("/log/tile/**")
  ResponseEntity<byte[]> tile(HttpServletRequest request) {
    try {
      Tile tile = Tile.parse(request.getRequestURI().substring(PREFIX.length()));
      byte[] content = tile.level() == Tile.ENTRIES ? log.readBundle(tile) : log.read(tile);
      return file(content, MediaType.APPLICATION_OCTET_STREAM, FOR_EVER);
    } catch (BadTile e) {
      throw new NotThere();
    }
  }

  @GetMapping("/log/payload/{seq:[0-9]{1,18}}")
  ResponseEntity<byte[]> payload(@PathVariable long seq) {
    LogPayloadRecord row = log.findPayload(seq).orElseThrow(NotThere::new);
    // The payload as it stands, for its bytes are what was hashed.
    String json =
        "{\"payload\":%s,\"salt\":\"%s\"}"
            .formatted(
                new String(row.getPayload(), StandardCharsets.UTF_8),
                HexFormat.of().formatHex(row.getSalt()));
    return file(json.getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON, FOR_EVER);
  }

  /** The transcript of a draw by the ref of its entries, for whoever copies the whole log. */
  @GetMapping("/log/transcript/{ref:[A-Za-z0-9._-]{1,64}}.zip")
  ResponseEntity<byte[]> transcript(@PathVariable String ref) {
    byte[] zip = draws.findTranscriptContent(ref).orElseThrow(NotThere::new).content();
    return file(zip, MediaType.parseMediaType("application/zip"), CacheControl.noCache());
  }

  @GetMapping("/log/entries/{seq:[0-9]{1,18}}.tlog-proof")
  ResponseEntity<byte[]> proof(@PathVariable long seq) {
    byte[] proof = log.findProof(seq).orElseThrow(NotThere::new).write();
    return ResponseEntity.ok()
        .contentType(TEXT)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(seq + ".tlog-proof").build().toString())
        .body(proof);
  }

  private static ResponseEntity<byte[]> file(byte[] content, MediaType type, CacheControl kept) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(kept)
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .body(content);
  }
}
