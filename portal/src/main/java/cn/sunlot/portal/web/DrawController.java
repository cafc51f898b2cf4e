package cn.sunlot.portal.web;

import cn.sunlot.draw.Party;
import cn.sunlot.portal.store.DrawSearch;
import cn.sunlot.portal.store.DrawSearch.TranscriptContent;
import cn.sunlot.portal.store.LiveSearch;
import cn.sunlot.portal.store.LogSearch;
import cn.sunlot.portal.store.NoticeSearch;
import cn.sunlot.portal.store.jooq.tables.records.DrawRecord;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A draw: why it fell on somebody, in words first; then everything to check it with. */
@Controller
class DrawController {

  /** Steps of a draw in the public log, as people should see them. */
  private static final List<String> STEPS =
      List.of(
          "draw-committed",
          "draw-revealed",
          "draw-public",
          "draw-opened",
          "draw-round",
          "draw-drawn",
          "draw-void");

  private final DrawSearch draws;
  private final NoticeSearch notices;
  private final LogSearch log;
  private final LiveSearch live;
  private final CommittedParties committed;
  private final Words words;

  DrawController(
      DrawSearch draws,
      NoticeSearch notices,
      LogSearch log,
      LiveSearch live,
      CommittedParties committed,
      Words words) {
    this.draws = draws;
    this.notices = notices;
    this.log = log;
    this.live = live;
    this.committed = committed;
    this.words = words;
  }

  @GetMapping("/draws/{id}")
  String draw(@PathVariable String id, Model model) {
    DrawRecord draw = draws.find(Frame.id(id)).orElseThrow(NotThere::new);
    UUID previous = draw.getPreviousId();
    model.addAttribute("draw", draw);
    model.addAttribute("heading", draw.getNumber() + " " + words.of("purpose", draw.getPurpose()));
    model.addAttribute("strata", draws.listStrata(draw.getId()));
    model.addAttribute("excluded", draws.listExcluded(draw.getId()));
    model.addAttribute("transcript", draws.findTranscript(draw.getId()).orElse(null));
    model.addAttribute("previous", previous == null ? null : draws.find(previous).orElse(null));
    model.addAttribute("successor", draws.findSuccessor(draw.getId()).orElse(null));
    model.addAttribute("live", live.findVersion(draw.getId()).isPresent());
    model.addAttribute("logged", log.listAbout(draw.getDrawRef(), draw.getAuthorityId(), STEPS));
    List<Party> parties = committed.list(draw.getDrawRef());
    model.addAttribute("parties", parties);
    model.addAttribute("supervised", CommittedParties.supervised(parties));
    model.addAttribute("notice", notices.find(draw.getTaskId()).orElse(null));
    return "draw";
  }

  @GetMapping("/draws/{id}/transcript.zip")
  ResponseEntity<byte[]> transcript(@PathVariable String id) {
    UUID key = Frame.id(id);
    DrawRecord draw = draws.find(key).orElseThrow(NotThere::new);
    TranscriptContent file = draws.findTranscriptContent(key).orElseThrow(NotThere::new);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(draw.getDrawRef() + ".zip").build().toString())
        .eTag(file.sha256())
        .body(file.content());
  }
}
