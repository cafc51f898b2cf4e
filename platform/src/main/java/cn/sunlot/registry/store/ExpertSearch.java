package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.EXPERT;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.registry.domain.Expert;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of experts and agencies. */
@Repository
@Transactional(readOnly = true)
public class ExpertSearch {

  private static final Field<String> FIELDS =
      field("array_to_string({0}, ' ')", String.class, EXPERT.FIELDS);

  private final DSLContext database;

  ExpertSearch(DSLContext database) {
    this.database = database;
  }

  /**
   * A page of the experts and agencies of an authority, active ones first, by pinyin.
   *
   * @param q part of the name, the organisation or a field
   * @param kind wire name of an {@link Expert.Kind}
   */
  public Page<Expert> page(
      Scope scope, @Nullable String q, @Nullable String kind, Page.Request request) {
    Condition condition =
        scope
            .shares(EXPERT.AUTHORITY_ID)
            .and(kind == null ? noCondition() : EXPERT.KIND.eq(kind))
            .and(
                q == null
                    ? noCondition()
                    : EXPERT
                        .NAME
                        .contains(q)
                        .or(EXPERT.ORGANISATION.contains(q))
                        .or(FIELDS.contains(q)));
    List<Expert> rows =
        database
            .selectFrom(EXPERT)
            .where(condition)
            .orderBy(EXPERT.ACTIVE.desc(), EXPERT.NAME.collate(collation("zh-x-icu")), EXPERT.ID)
            .limit(request.size())
            .offset(request.offset())
            .fetch(ExpertStore::read);
    return Page.of(rows, database.fetchCount(EXPERT, condition), request);
  }
}
