package cn.sunlot.portal.web;

import cn.sunlot.portal.store.DrawSearch;
import cn.sunlot.portal.store.jooq.tables.records.DrawRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Checking a draw: in the visitor's browser, where the only script of this site does it without
 * asking any server, or with the command line.
 */
@Controller
class VerifyController {

  private final DrawSearch draws;
  private final VerifierScripts scripts;

  VerifyController(DrawSearch draws, VerifierScripts scripts) {
    this.draws = draws;
    this.scripts = scripts;
  }

  @GetMapping("/verify")
  String verify(@RequestParam(name = "draw", required = false) @Nullable String id, Model model) {
    Optional<DrawRecord> draw =
        Optional.ofNullable(id)
            .map(key -> draws.find(Frame.id(key)).orElseThrow(NotThere::new))
            .filter(d -> draws.findTranscript(d.getId()).isPresent());
    model.addAttribute("draw", draw.orElse(null));
    model.addAttribute("scripts", scripts.addresses().orElse(null));
    return "verify";
  }
}
