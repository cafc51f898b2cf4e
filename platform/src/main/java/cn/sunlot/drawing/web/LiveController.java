package cn.sunlot.drawing.web;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.usecase.RoomScreens;
import cn.sunlot.drawing.web.DrawResponses.DrawRunning;
import cn.sunlot.drawing.web.RoomFeed.Room;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.papers.PaperResponse;
import cn.sunlot.screen.LiveStreams;
import cn.sunlot.screen.ResultPage;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * A draw as it happens. Looking at it draws nothing. What the script of the room's screen asks for,
 * the description of the API for other screens leaves out.
 */
@RestController
@RequestMapping("/api/draws/{id}")
class LiveController {

  private final RoomScreens rooms;
  private final LiveStreams<Room> streams;

  LiveController(RoomScreens rooms, LiveStreams<Room> streams) {
    this.rooms = rooms;
    this.streams = streams;
  }

  /** Server-sent events; each has the whole screen, so a screen that was away misses nothing. */
  @Hidden
  @GetMapping(value = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Requires(Permission.DRAW_VIEW)
  SseEmitter followDraw(
      @PathVariable UUID id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String seen,
      @RequestParam(required = false) @Nullable String lang,
      Locale asked,
      HttpServletResponse response) {
    // In the view of the person who asks; refused like any other read.
    rooms.version(id);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    try {
      return streams.open(
          new Room(id, PaperResponse.language(lang, asked)), LiveStreams.seen(seen));
    } catch (LiveStreams.Full full) {
      throw Refused.because(DrawingProblem.SCREENS_FULL, String.valueOf(streams.limit()));
    }
  }

  /** How far the draw is that is being made right now; nothing (204) where none is. */
  @GetMapping("/progress")
  @Requires(Permission.DRAW_VIEW)
  ResponseEntity<DrawRunning> getDrawProgress(@PathVariable UUID id) {
    return rooms
        .findRunning(id)
        .map(now -> ResponseEntity.ok(DrawRunning.of(now)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  /** The draw that follows in the same task, for the screen that goes on to it. */
  @Hidden
  @GetMapping("/next")
  @Requires(Permission.DRAW_VIEW)
  ResponseEntity<RoomScreens.Begun> getNextDraw(@PathVariable UUID id) {
    return rooms
        .findNext(id)
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  /** A part of the result in the order of the draw, for the screen that counts along. */
  @Hidden
  @GetMapping("/result")
  @Requires(Permission.DRAW_VIEW)
  ResultPage getDrawResult(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int from,
      @RequestParam(defaultValue = "100") int size,
      @RequestParam(required = false) @Nullable String lang,
      Locale asked) {
    return rooms.result(id, from, size, PaperResponse.language(lang, asked));
  }
}
