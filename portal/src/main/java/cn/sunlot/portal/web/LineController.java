package cn.sunlot.portal.web;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.LineCode;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.portal.store.LiveSearch;
import cn.sunlot.portal.store.jooq.tables.records.DrawLiveRecord;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A unit checks its own line, with the code of its notice or with its number and salt. They come in
 * the body of a request that changes nothing, so that no address that is logged has them; without
 * the right salt every answer is the same.
 */
@Controller
class LineController {

  private static final String WITH_SCRIPT = Headers.POLICY + "; script-src 'self'";

  /** Why there is nothing to look up yet, by the state of the draw. */
  private static final Map<String, String> EARLY =
      Map.of(
          "prepared", "line.early",
          "committed", "line.early",
          "revealed", "line.early",
          "void", "line.void");

  private final LiveSearch draws;
  private final TranscriptShelf shelf;
  private final ScreenAssets assets;

  LineController(LiveSearch draws, TranscriptShelf shelf, ScreenAssets assets) {
    this.draws = draws;
    this.shelf = shelf;
    this.assets = assets;
  }

  /** What a unit knows of its line. */
  record Asked(@Nullable String code, @Nullable String unit, @Nullable String salt) {

    /**
     * The line's code.
     *
     * @throws Refusal if what was typed cannot be right
     */
    LineCode read(String drawId) {
      if (code != null && !code.isBlank()) {
        return LineCode.parse(code);
      }
      String name = unit == null ? "" : unit.strip();
      // A credit code is written in upper case, whatever was typed.
      return LineCode.of(
          drawId,
          name.matches("[0-9A-Za-z]{18}") ? name.toUpperCase(Locale.ROOT) : name,
          salt == null ? "" : salt.replaceAll("\\s", "").toLowerCase(Locale.ROOT));
    }
  }

  @GetMapping("/draws/{id}/line")
  String form(@PathVariable String id, Model model, HttpServletResponse response) {
    page(id, model, response);
    return "line";
  }

  @PostMapping("/draws/{id}/line")
  String answer(
      @PathVariable String id,
      Asked asked,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    DrawLiveRecord row = page(id, model, response);
    Optional<PublishedDraw> draw = shelf.find(row.getDrawId());
    if (draw.isEmpty()) {
      model.addAttribute("problem", EARLY.getOrDefault(row.getState(), "line.soon"));
      return "line";
    }
    String ref = draw.get().transcript().commitment().draw();
    try {
      LineCode code = asked.read(ref);
      if (!code.isOf(ref)) {
        model.addAttribute("problem", "line.other");
        return "line";
      }
      Suite suite = suite(draw.get());
      Optional<OwnLine> line = OwnLine.find(draw.get(), code.open(suite, ref));
      line.ifPresentOrElse(
          found -> model.addAttribute("line", found),
          () -> model.addAttribute("problem", "line.none"));
      line.ifPresent(found -> model.addAttribute("proof", found.prove(draw.get(), suite)));
      model.addAttribute("given", code);
    } catch (Refusal wrong) {
      model.addAttribute("wrong", wrong.say().in(locale));
      model.addAttribute("problem", "line.wrong");
    }
    return "line";
  }

  /** The proof as a file, for the same who got the answer. */
  @PostMapping("/draws/{id}/line/proof.json")
  ResponseEntity<OwnLine.Proof> proof(@PathVariable String id, Asked asked) {
    PublishedDraw draw = shelf.find(Frame.id(id)).orElseThrow(NotThere::new);
    Commitment commitment = draw.transcript().commitment();
    try {
      Suite suite = suite(draw);
      OwnLine line =
          OwnLine.find(draw, asked.read(commitment.draw()).open(suite, commitment.draw()))
              .orElseThrow(NotThere::new);
      return ResponseEntity.ok()
          .cacheControl(CacheControl.noStore())
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.attachment()
                  .filename(commitment.draw() + "-line.json")
                  .build()
                  .toString())
          .body(line.prove(draw, suite));
    } catch (Refusal wrong) {
      throw new NotThere();
    }
  }

  private static Suite suite(PublishedDraw draw) {
    return TranscriptShelf.suites().get(draw.transcript().commitment().suite());
  }

  private DrawLiveRecord page(String id, Model model, HttpServletResponse response) {
    DrawLiveRecord row = draws.find(Frame.id(id)).orElseThrow(NotThere::new);
    if (!row.getPurpose().equals("targets")) {
      throw new NotThere();
    }
    response.setHeader("Content-Security-Policy", WITH_SCRIPT);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    model.addAttribute("row", row);
    // What a draw made before it was given up stands; one that made nothing has nothing to ask for.
    model.addAttribute("voided", row.getState().equals("void"));
    model.addAttribute("askable", !row.getState().equals("void") || shelf.isThere(row.getDrawId()));
    model.addAttribute("early", EARLY.get(row.getState()));
    model.addAttribute("files", assets);
    return row;
  }
}
