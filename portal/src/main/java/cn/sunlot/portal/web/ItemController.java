package cn.sunlot.portal.web;

import cn.sunlot.portal.store.ItemSearch;
import cn.sunlot.portal.store.jooq.tables.records.ItemRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.ObjectMapper;

/** The item list and its items (ZB-5, TZ-8). */
@Controller
class ItemController {

  private final ItemSearch items;
  private final ObjectMapper json;
  private final Clock clock;

  ItemController(ItemSearch items, ObjectMapper json, Clock clock) {
    this.items = items;
    this.json = json;
    this.clock = clock;
  }

  /** A checklist as it is shown. */
  public record Checklist(String title, List<Section> sections) {

    public record Section(String title, List<Question> questions) {}

    public record Question(
        String text, List<String> choices, String standard, String consequence, String basis) {}
  }

  @GetMapping("/items")
  String list(Model model) {
    LocalDate today = LocalDate.now(clock);
    model.addAttribute("items", items.listInForce(today));
    model.addAttribute("coming", items.listComing(today));
    return "items";
  }

  @GetMapping("/items/{id}")
  String item(@PathVariable String id, Model model) {
    ItemRecord item = items.find(Frame.id(id)).orElseThrow(NotThere::new);
    LocalDate until = item.getUntilDay();
    model.addAttribute("item", item);
    model.addAttribute("checklist", checklist(item.getChecklist()));
    model.addAttribute("versions", items.listVersions(item.getItemId()));
    model.addAttribute("ended", until != null && until.isBefore(LocalDate.now(clock)));
    return "item";
  }

  private @Nullable Checklist checklist(@Nullable JSONB text) {
    return text == null ? null : json.readValue(text.data(), Checklist.class);
  }
}
