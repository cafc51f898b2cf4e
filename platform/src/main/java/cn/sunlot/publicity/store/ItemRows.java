package cn.sunlot.publicity.store;

import static cn.sunlot.publicity.store.jooq.Tables.ITEM;

import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.catalog.Catalog.ListedVersion;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.publicity.store.jooq.tables.records.ItemRecord;
import java.util.List;
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
  public record Row(ListedVersion version, Owner owner, @Nullable Checklist checklist) {}

  private final DSLContext database;
  private final ObjectMapper json;

  ItemRows(DSLContext database, ObjectMapper json) {
    this.database = database;
    this.json = json;
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
                    checklist.sections().stream().map(Text.Section::of).toList())));
  }

  /** A checklist as it is read by the public, without keys. */
  private record Text(String title, List<Section> sections) {

    record Section(String title, List<Question> questions) {
      static Section of(Checklist.Section section) {
        return new Section(
            section.title(), section.questions().stream().map(Question::of).toList());
      }
    }

    record Question(
        String text, List<String> choices, String standard, String consequence, String basis) {
      static Question of(Checklist.Question question) {
        return new Question(
            question.text(),
            question.choices(),
            question.standard(),
            question.consequence(),
            question.basis());
      }
    }
  }
}
