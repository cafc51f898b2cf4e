package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.API_CLIENT;
import static cn.sunlot.organisation.store.jooq.Tables.DEPARTMENT;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.organisation.domain.ApiClient;
import cn.sunlot.organisation.store.jooq.tables.records.ApiClientRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Other systems that are let in, as the security administrator sees them. */
@Repository
@Transactional(readOnly = true)
public class ApiClientSearch {

  /** A client and the department that it belongs to. */
  public record Listed(ApiClient client, NamedId department) {}

  private final DSLContext database;

  ApiClientSearch(DSLContext database) {
    this.database = database;
  }

  /** All of the authority, by name; those that were revoked last. */
  public List<Listed> list(Scope scope) {
    return database
        .select(API_CLIENT.asterisk(), DEPARTMENT.NAME)
        .from(API_CLIENT)
        .join(DEPARTMENT)
        .on(DEPARTMENT.ID.eq(API_CLIENT.DEPARTMENT_ID))
        .where(scope.shares(API_CLIENT.AUTHORITY_ID))
        .orderBy(API_CLIENT.REVOKED_AT.isNotNull(), API_CLIENT.NAME)
        .fetch(
            r -> {
              ApiClientRecord row = r.into(API_CLIENT);
              return new Listed(
                  ApiClientStore.client(row),
                  new NamedId(row.getDepartmentId(), r.get(DEPARTMENT.NAME)));
            });
  }

  public Listed get(Scope scope, UUID id) {
    return list(scope).stream()
        .filter(l -> l.client().id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** Names of these clients, as far as they are of the authority. */
  public Map<UUID, String> listNames(Scope scope, Collection<UUID> clients) {
    return database
        .select(API_CLIENT.ID, API_CLIENT.NAME)
        .from(API_CLIENT)
        .where(scope.shares(API_CLIENT.AUTHORITY_ID).and(API_CLIENT.ID.in(clients)))
        .fetchMap(API_CLIENT.ID, API_CLIENT.NAME);
  }

  /** Clients of the authority whose name holds this text. */
  public Set<UUID> find(Scope scope, String text) {
    return database
        .select(API_CLIENT.ID)
        .from(API_CLIENT)
        .where(scope.shares(API_CLIENT.AUTHORITY_ID))
        .and(API_CLIENT.NAME.containsIgnoreCase(text))
        .fetchSet(API_CLIENT.ID);
  }
}
