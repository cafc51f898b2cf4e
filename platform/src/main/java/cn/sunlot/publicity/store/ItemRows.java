package cn.sunlot.publicity.store;

import static cn.sunlot.publicity.store.jooq.Tables.ITEM;

import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.catalog.Catalog.ListedVersion;
import cn.sunlot.checklist.ChecklistWords;
import cn.sunlot.checklist.Outcome;
import cn.sunlot.checklist.Question;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.publicity.store.jooq.tables.records.ItemRecord;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** The public item list. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ItemRows {

  /** A version with what the list shows beside it. */
  public record Row(
      ListedVersion version,
      Owner owner,
      List<String> participants,
      @Nullable Checklist checklist) {}

  private final DSLContext database;
  private final ObjectMapper json;
  private final ChecklistWords words;

  ItemRows(DSLContext database, ObjectMapper json, ChecklistWords words) {
    this.database = database;
    this.json = json;
    this.words = words;
  }

  /** Puts these rows in place of all of the authority's. */
  public void replace(UUID authorityId, List<Row> rows) {
    database.deleteFrom(ITEM).where(ITEM.AUTHORITY_ID.eq(authorityId)).execute();
    database.batchInsert(rows.stream().map(this::row).toList()).execute();
  }

  private ItemRecord row(Row from) {
    ItemVersion item = from.version().item();
    ItemRecord row = new ItemRecord();
    row.setId(item.id());
    row.setItemId(item.itemId());
    row.setAuthorityId(item.authorityId());
    row.setAuthority(from.owner().authority());
    row.setDepartment(from.owner().department());
    row.setCode(item.code());
    row.setName(item.name());
    row.setNumber(item.version());
    row.setCategory(Lifecycle.wireName(item.category()));
    row.set(ITEM.RATIO_CAP_BP, item.ratioCapBp());
    row.set(ITEM.TIMES_PER_YEAR, item.timesPerYear());
    row.setTargetKind(item.targetKind());
    row.setContent(item.content());
    row.setBasis(item.basis().toArray(String[]::new));
    row.setMethods(item.methods().toArray(String[]::new));
    row.setBody(item.body());
    row.setFromDay(item.from());
    row.setParticipants(from.participants().toArray(String[]::new));
    row.set(ITEM.BATCH, from.version().batch());
    row.set(ITEM.DECIDED_ON, from.version().decidedOn());
    row.set(ITEM.DECISION_NUMBER, from.version().decisionNumber());
    row.set(ITEM.UNTIL_DAY, from.version().until());
    row.set(ITEM.CHECKLIST, checklist(from.checklist()));
    return row;
  }

  private @Nullable JSONB checklist(@Nullable Checklist checklist) {
    return checklist == null
        ? null
        : JSONB.valueOf(
            json.writeValueAsString(
                new Text(
                    checklist.title(),
                    checklist.sections().stream()
                        .map(
                            s ->
                                new Text.Section(
                                    s.title(), s.questions().stream().map(this::question).toList()))
                        .toList())));
  }

  private Text.Question question(Question from) {
    List<String> consequences =
        from.outcomes().stream()
            .map(Outcome::consequence)
            .filter(then -> !then.kind().equals("none"))
            .map(then -> words.consequence(then, Locale.SIMPLIFIED_CHINESE))
            .distinct()
            .toList();
    return new Text.Question(
        from.text(),
        from.choices(),
        from.standard(),
        String.join("；", consequences),
        words.basis(from, Locale.SIMPLIFIED_CHINESE));
  }

  /** A checklist as it is read by the public, without keys. */
  private record Text(String title, List<Section> sections) {

    record Section(String title, List<Question> questions) {}

    record Question(
        String text, List<String> choices, String standard, String consequence, String basis) {}
  }
}
