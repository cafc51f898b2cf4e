package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.API_FAILURE;
import static cn.sunlot.organisation.store.jooq.Tables.API_SECRET;
import static cn.sunlot.organisation.store.jooq.Tables.API_TOKEN;

import cn.sunlot.kernel.Ids;
import cn.sunlot.organisation.ApiScope;
import cn.sunlot.organisation.domain.ApiClient;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Secrets and tokens of other systems, as hashes alone. */
@Repository
@Transactional
public class ApiTokenStore {

  /** A token that is good as far as secret and time go. */
  public record Token(UUID clientId, Set<ApiScope> scopes) {}

  private final DSLContext database;

  ApiTokenStore(DSLContext database) {
    this.database = database;
  }

  /** The secret of a client with this hash, unless it was replaced. */
  public Optional<UUID> findSecret(UUID clientId, String hash, Instant now) {
    return database
        .select(API_SECRET.ID)
        .from(API_SECRET)
        .where(API_SECRET.CLIENT_ID.eq(clientId), API_SECRET.HASH.eq(hash), isGood(now))
        .fetchOptional(API_SECRET.ID);
  }

  /**
   * Adds a secret; the one before it ends then, those before that now.
   *
   * @param ends when the one before it ends; null for at once
   */
  public void addSecret(ApiClient client, String hash, Instant now, @Nullable Instant ends) {
    var last =
        database
            .select(API_SECRET.ID)
            .from(API_SECRET)
            .where(API_SECRET.CLIENT_ID.eq(client.id()), isGood(now))
            .orderBy(API_SECRET.MADE_AT.desc(), API_SECRET.ID.desc())
            .limit(ends == null ? 0 : 1)
            .fetch(API_SECRET.ID);
    database
        .deleteFrom(API_SECRET)
        .where(API_SECRET.CLIENT_ID.eq(client.id()).and(API_SECRET.ID.notIn(last)))
        .execute();
    database
        .update(API_SECRET)
        .set(API_SECRET.ENDS_AT, ends)
        .where(API_SECRET.CLIENT_ID.eq(client.id()))
        .execute();
    database
        .insertInto(API_SECRET)
        .set(API_SECRET.ID, Ids.next())
        .set(API_SECRET.CLIENT_ID, client.id())
        .set(API_SECRET.AUTHORITY_ID, client.authorityId())
        .set(API_SECRET.HASH, hash)
        .set(API_SECRET.MADE_AT, now)
        .execute();
  }

  /** Takes all secrets of a client away, and its tokens with them. */
  public void removeSecrets(UUID clientId) {
    database.deleteFrom(API_SECRET).where(API_SECRET.CLIENT_ID.eq(clientId)).execute();
  }

  public void addToken(
      ApiClient client, UUID secretId, String hash, Set<ApiScope> scopes, Instant now) {
    database
        .insertInto(API_TOKEN)
        .set(API_TOKEN.HASH, hash)
        .set(API_TOKEN.SECRET_ID, secretId)
        .set(API_TOKEN.CLIENT_ID, client.id())
        .set(API_TOKEN.AUTHORITY_ID, client.authorityId())
        .set(API_TOKEN.SCOPES, ApiClientStore.wireNames(scopes))
        .set(API_TOKEN.GIVEN_AT, now)
        .set(API_TOKEN.ENDS_AT, now.plus(ApiClient.TOKEN))
        .execute();
  }

  /** A token that has not ended, and whose secret was not replaced. */
  public Optional<Token> findToken(String hash, Instant now) {
    return database
        .select(API_TOKEN.CLIENT_ID, API_TOKEN.SCOPES)
        .from(API_TOKEN)
        .join(API_SECRET)
        .on(API_SECRET.ID.eq(API_TOKEN.SECRET_ID))
        .where(API_TOKEN.HASH.eq(hash), API_TOKEN.ENDS_AT.gt(now), isGood(now))
        .fetchOptional(r -> new Token(r.value1(), ApiClientStore.scopes(r.value2())));
  }

  /** Tokens that a client was given after this time. */
  public int countTokens(UUID clientId, Instant after) {
    return database.fetchCount(
        API_TOKEN, API_TOKEN.CLIENT_ID.eq(clientId).and(API_TOKEN.GIVEN_AT.gt(after)));
  }

  public void addFailure(String address, Instant now) {
    database
        .insertInto(API_FAILURE)
        .set(API_FAILURE.ADDRESS, address)
        .set(API_FAILURE.AT, now)
        .execute();
  }

  /** Wrong attempts from an address after this time. */
  public int countFailures(String address, Instant after) {
    return database.fetchCount(
        API_FAILURE, API_FAILURE.ADDRESS.eq(address).and(API_FAILURE.AT.gt(after)));
  }

  /** Deletes what no longer counts. */
  public void forget(Instant tokensBefore, Instant failuresBefore) {
    database.deleteFrom(API_TOKEN).where(API_TOKEN.ENDS_AT.lt(tokensBefore)).execute();
    database.deleteFrom(API_FAILURE).where(API_FAILURE.AT.lt(failuresBefore)).execute();
  }

  private static Condition isGood(Instant now) {
    return API_SECRET.ENDS_AT.isNull().or(API_SECRET.ENDS_AT.gt(now));
  }
}
