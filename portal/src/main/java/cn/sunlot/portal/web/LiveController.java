package cn.sunlot.portal.web;

import cn.sunlot.portal.store.LiveSearch;
import cn.sunlot.portal.store.jooq.tables.records.DrawLiveRecord;
import cn.sunlot.portal.web.LiveFeed.LiveScreens;
import cn.sunlot.portal.web.LiveFeed.Watched;
import cn.sunlot.screen.DrawScreen;
import cn.sunlot.screen.LiveStreams;
import cn.sunlot.screen.Names;
import cn.sunlot.screen.ResultPage;
import cn.sunlot.screen.ResultPage.Row;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A draw as it happens, for everybody: a page that is whole by itself, and a stream of changes. */
@Controller
class LiveController {

  /** Rows on a page of the whole result. */
  private static final int ROWS = 100;

  private static final String WITH_SCRIPT =
      Headers.POLICY + "; script-src 'self'; connect-src 'self'";

  private final LiveSearch draws;
  private final LiveScreens screens;
  private final LiveStreams<Watched> streams;
  private final TranscriptShelf shelf;
  private final ScreenAssets assets;
  private final Words words;

  LiveController(
      LiveSearch draws,
      LiveScreens screens,
      LiveStreams<Watched> streams,
      TranscriptShelf shelf,
      ScreenAssets assets,
      Words words) {
    this.draws = draws;
    this.screens = screens;
    this.streams = streams;
    this.shelf = shelf;
    this.assets = assets;
    this.words = words;
  }

  @GetMapping("/draws/{id}/live")
  String live(@PathVariable String id, Model model, Locale locale, HttpServletResponse response) {
    DrawLiveRecord row = draws.find(Frame.id(id)).orElseThrow(NotThere::new);
    DrawScreen screen = screens.read(row);
    response.setHeader("Content-Security-Policy", WITH_SCRIPT);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=1");
    model.addAttribute("row", row);
    model.addAttribute("over", screen.over());
    model.addAttribute("made", screen.drawn() > 0);
    model.addAttribute("screen", screens.html(screen, new Watched(row.getDrawId(), locale)));
    model.addAttribute("say", new Say(screens, locale));
    model.addAttribute("files", assets);
    model.addAttribute(
        "others",
        draws.listOfTask(row.getTaskId()).stream()
            .filter(other -> !other.getDrawId().equals(row.getDrawId()))
            .toList());
    return "live";
  }

  /** Texts of the screen for what stands around it; {@code say} in the template. */
  record Say(LiveScreens screens, Locale locale) {
    public String of(String key, Object... values) {
      return screens.page().text(key, locale, values);
    }
  }

  /** One event per change, each with the whole screen; ends with the draw. */
  @GetMapping(value = "/draws/{id}/live/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Nullable SseEmitter events(
      @PathVariable String id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String seen,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    UUID key = Frame.id(id);
    if (draws.findVersion(key).isEmpty()) {
      throw new NotThere();
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    try {
      return streams.open(new Watched(key, locale), LiveStreams.seen(seen));
    } catch (LiveStreams.Full full) {
      response.setStatus(503);
      response.setHeader(HttpHeaders.RETRY_AFTER, "10");
      response.setContentType("text/plain;charset=utf-8");
      response
          .getOutputStream()
          .write(screens.page().text("page.full", locale).getBytes(StandardCharsets.UTF_8));
      return null;
    }
  }

  /**
   * A draw that has begun.
   *
   * @param address of its page
   */
  record NextDraw(String address, String title) {}

  /** The draw that follows in the same task, for the script that goes on to it. */
  @GetMapping("/draws/{id}/live/next.json")
  ResponseEntity<NextDraw> next(@PathVariable String id, HttpServletResponse response) {
    DrawLiveRecord row = draws.find(Frame.id(id)).orElseThrow(NotThere::new);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return draws
        .findNext(row)
        .map(next -> ResponseEntity.ok(shown(next)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  private NextDraw shown(DrawLiveRecord draw) {
    String title = draw.getNumber() + " " + words.of("purpose", draw.getPurpose());
    return new NextDraw("/draws/" + draw.getDrawId() + "/live", title);
  }

  /** A part of the result, for the script that counts along. */
  @GetMapping("/draws/{id}/live/result.json")
  ResponseEntity<ResultPage> result(
      @PathVariable String id,
      @RequestParam(defaultValue = "1") int from,
      @RequestParam(defaultValue = "100") int size,
      Locale locale) {
    PublishedDraw drawn = shelf.find(Frame.id(id)).orElseThrow(NotThere::new);
    return ResponseEntity.ok(
        new ResultPage(drawn.total(), rows(drawn, from, Math.min(size, ResultPage.MOST), locale)));
  }

  /** The whole result for people, page by page. */
  @GetMapping("/draws/{id}/live/result")
  String result(
      @PathVariable String id,
      @RequestParam(defaultValue = "1") int from,
      Locale locale,
      Model model) {
    DrawLiveRecord row = draws.find(Frame.id(id)).orElseThrow(NotThere::new);
    PublishedDraw drawn = shelf.find(row.getDrawId()).orElseThrow(NotThere::new);
    int first = Math.max(1, Math.min(from, Math.max(1, drawn.total())));
    model.addAttribute("row", row);
    model.addAttribute("say", new Say(screens, locale));
    model.addAttribute("total", drawn.total());
    model.addAttribute("rows", rows(drawn, first, ROWS, locale));
    model.addAttribute("earlier", first > 1 ? Math.max(1, first - ROWS) : null);
    model.addAttribute("later", first + ROWS <= drawn.total() ? first + ROWS : null);
    return "live-result";
  }

  private List<Row> rows(PublishedDraw drawn, int from, int size, Locale locale) {
    long skipped = Math.max(0, from - 1L);
    long most = Math.max(0, size);
    return drawn.places().isEmpty()
        ? drawn.tickets().stream()
            .skip(skipped)
            .limit(most)
            .map(t -> Row.of(t, Names.NONE))
            .toList()
        : screens
            .page()
            .rows(drawn.places().stream().skip(skipped).limit(most).toList(), Names.NONE, locale);
  }
}
