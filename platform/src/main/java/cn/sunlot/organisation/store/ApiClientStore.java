package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.API_CLIENT;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.organisation.ApiScope;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.ApiClient;
import cn.sunlot.organisation.domain.LockOut;
import cn.sunlot.organisation.store.jooq.tables.records.ApiClientRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Other systems that are let in. */
@Repository
@Transactional
public class ApiClientStore {

  private final DSLContext database;

  ApiClientStore(DSLContext database) {
    this.database = database;
  }

  /**
   * Adds a client.
   *
   * @throws Refused {@code API_CLIENT_NAME_TAKEN} if the authority has one of this name
   */
  public void add(ApiClient client) {
    ApiClientRecord row = new ApiClientRecord();
    row.setId(client.id());
    row.setAuthorityId(client.authorityId());
    row.setDepartmentId(client.departmentId());
    row.setName(client.name());
    row.setContact(client.contact());
    row.setScopes(wireNames(client.scopes()));
    row.setAddresses(client.addresses().toArray(String[]::new));
    row.setValidUntil(client.validUntil());
    row.setAddedAt(client.addedAt());
    int added =
        database
            .insertInto(API_CLIENT)
            .set(row)
            .onConflict(API_CLIENT.AUTHORITY_ID, API_CLIENT.NAME)
            .doNothing()
            .execute();
    if (added == 0) {
      throw Refused.because(OrganisationProblem.API_CLIENT_NAME_TAKEN, client.name());
    }
  }

  /** A client, locked against other changes until the transaction ends. */
  public ApiClient lock(UUID id) {
    return findLocked(id).orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  public Optional<ApiClient> findLocked(UUID id) {
    return database
        .selectFrom(API_CLIENT)
        .where(API_CLIENT.ID.eq(id))
        .forUpdate()
        .fetchOptional(ApiClientStore::client);
  }

  public Optional<ApiClient> find(UUID id) {
    return database
        .selectFrom(API_CLIENT)
        .where(API_CLIENT.ID.eq(id))
        .fetchOptional(ApiClientStore::client);
  }

  /** One more wrong secret, which may lock it; whether it is locked now. */
  public boolean fail(ApiClient client, LockOut lockOut, Instant now) {
    boolean locks = client.failures() + 1 >= lockOut.failures();
    database
        .update(API_CLIENT)
        .set(API_CLIENT.FAILURES, locks ? 0 : client.failures() + 1)
        .set(API_CLIENT.LOCKED_UNTIL, locks ? now.plus(lockOut.lasting()) : null)
        .where(API_CLIENT.ID.eq(client.id()))
        .execute();
    return locks;
  }

  /** The right secret was shown. */
  public void succeed(UUID id) {
    database
        .update(API_CLIENT)
        .set(API_CLIENT.FAILURES, 0)
        .setNull(API_CLIENT.LOCKED_UNTIL)
        .where(API_CLIENT.ID.eq(id))
        .execute();
  }

  /** Notes that a token was used. */
  public void touch(UUID id, Instant now) {
    database.update(API_CLIENT).set(API_CLIENT.USED_AT, now).where(API_CLIENT.ID.eq(id)).execute();
  }

  /** Notes a change of its secrets. */
  public void bump(UUID id) {
    database
        .update(API_CLIENT)
        .set(API_CLIENT.VERSION, API_CLIENT.VERSION.plus(1))
        .set(API_CLIENT.FAILURES, 0)
        .setNull(API_CLIENT.LOCKED_UNTIL)
        .where(API_CLIENT.ID.eq(id))
        .execute();
  }

  public void revoke(UUID id, Instant now) {
    database
        .update(API_CLIENT)
        .set(API_CLIENT.REVOKED_AT, now)
        .set(API_CLIENT.VERSION, API_CLIENT.VERSION.plus(1))
        .where(API_CLIENT.ID.eq(id))
        .execute();
  }

  static ApiClient client(ApiClientRecord row) {
    return new ApiClient(
        row.getId(),
        row.getAuthorityId(),
        row.getDepartmentId(),
        row.getName(),
        row.getContact(),
        scopes(row.getScopes()),
        List.of(row.getAddresses()),
        row.getValidUntil(),
        row.getAddedAt(),
        row.getUsedAt(),
        row.getRevokedAt(),
        row.getFailures(),
        row.getLockedUntil(),
        row.getVersion());
  }

  static Set<ApiScope> scopes(String[] names) {
    return Stream.of(names)
        .map(n -> Lifecycle.parse(ApiScope.class, n))
        .collect(Collectors.toUnmodifiableSet());
  }

  static String[] wireNames(Collection<ApiScope> scopes) {
    return scopes.stream().sorted().map(Lifecycle::wireName).toArray(String[]::new);
  }
}
