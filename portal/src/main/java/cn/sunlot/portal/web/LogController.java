package cn.sunlot.portal.web;

import cn.sunlot.portal.store.LogSearch;
import cn.sunlot.portal.store.LogSearch.KeyPeriod;
import cn.sunlot.portal.store.jooq.tables.records.LogEntryRecord;
import cn.sunlot.translog.note.SignedCheckpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The public log for people: what it is, its last entries, and a page for each. */
@Controller
class LogController {

  private final LogSearch log;
  private final Words words;

  LogController(LogSearch log, Words words) {
    this.log = log;
    this.words = words;
  }

  @GetMapping("/log")
  String log(@RequestParam(required = false) @Nullable Long before, Model model) {
    SignedCheckpoint checkpoint = log.findCheckpoint().orElse(null);
    long size = checkpoint == null ? 0 : checkpoint.checkpoint().size();
    long last = before == null ? size - 1 : Math.min(size, Math.max(0, before)) - 1;
    model.addAttribute("size", size);
    model.addAttribute("checkpoint", checkpoint == null ? "" : checkpoint.note().toString());
    model.addAttribute(
        "cosigned", checkpoint == null ? 0 : checkpoint.note().signatures().size() - signing());
    model.addAttribute("keys", log.listKeyPeriods());
    List<KeyPeriod> witnesses = log.listWitnessPeriods();
    model.addAttribute("witnesses", witnesses);
    model.addAttribute("watching", witnesses.stream().filter(w -> w.untilSize() == null).count());
    model.addAttribute("demands", log.listDemands());
    model.addAttribute("entries", log.listUpTo(last));
    model.addAttribute("older", last + 1 > LogSearch.PAGE ? last + 1 - LogSearch.PAGE : null);
    model.addAttribute("newest", last + 1 == size);
    return "log";
  }

  private int signing() {
    return (int) log.listKeys().stream().filter(key -> key.getSigning()).count();
  }

  @GetMapping("/log/entries/{seq:[0-9]{1,18}}")
  String entry(@PathVariable long seq, Model model) {
    LogEntryRecord entry = log.findEntry(seq).orElseThrow(NotThere::new);
    model.addAttribute("entry", entry);
    model.addAttribute("heading", seq + " " + words.entry(entry.getType()));
    model.addAttribute("text", new String(entry.getEntry(), StandardCharsets.UTF_8));
    model.addAttribute("proof", log.findProof(seq).isPresent());
    model.addAttribute("payload", log.findPayload(seq).isPresent());
    return "log-entry";
  }
}
