package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.TimeConfiguration;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.ApiScope;
import cn.sunlot.organisation.domain.ApiClient;
import cn.sunlot.organisation.domain.LockOut;
import cn.sunlot.organisation.store.ApiClientStore;
import cn.sunlot.organisation.store.ApiTokenStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives another system a token for its secret (RFC 6749, 4.4). Why one is refused is told no closer
 * than the standard has words for: whoever tries out secrets learns nothing.
 */
@Component
public class GiveApiToken {

  /** What the standard calls it. */
  public enum Error {
    INVALID_CLIENT,
    INVALID_SCOPE,
    /** Not of the standard: too many attempts or tokens. */
    SLOW_DOWN
  }

  /** A token, or why there is none. */
  public record Given(@Nullable String token, Set<ApiScope> scopes, @Nullable Error error) {

    public Given {
      scopes = Set.copyOf(scopes);
    }

    static Given refused(Error error) {
      return new Given(null, Set.of(), error);
    }

    @Override
    public String toString() {
      return error == null ? "token" : error.toString();
    }
  }

  private final ApiClientStore store;
  private final ApiTokenStore tokens;
  private final LockOut lockOut;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final SecureRandom random = new SecureRandom();

  GiveApiToken(
      ApiClientStore store,
      ApiTokenStore tokens,
      LockOut lockOut,
      AuditLog audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.store = store;
    this.tokens = tokens;
    this.lockOut = lockOut;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Gives a token.
   *
   * @param scope names with blanks between, of those that the client has; empty for all of them
   * @param address that the request comes from
   */
  public Given run(String clientId, String secret, String scope, String address) {
    return Objects.requireNonNull(
        SystemWork.run(() -> transaction.execute(s -> attempt(clientId, secret, scope, address))));
  }

  private Given attempt(String clientId, String secret, String scope, String address) {
    Instant now = clock.instant();
    if (tokens.countFailures(address, now.minus(ApiClient.FAILURES_COUNT))
        >= ApiClient.FAILURES_OF_ADDRESS) {
      return Given.refused(Error.SLOW_DOWN);
    }
    ApiClient client = id(clientId).flatMap(store::findLocked).orElse(null);
    if (client == null) {
      tokens.addFailure(address, now);
      return Given.refused(Error.INVALID_CLIENT);
    }
    if (client.isLocked(now)) {
      return Given.refused(Error.SLOW_DOWN);
    }
    UUID secretId = tokens.findSecret(client.id(), new Secret(secret).hash(), now).orElse(null);
    if (secretId == null) {
      return failed(client, address, now);
    }
    if (!client.isOpen(LocalDate.ofInstant(now, TimeConfiguration.ZONE))
        || !client.addresses().isEmpty() && !ClientAddresses.cover(client.addresses(), address)) {
      record(client, "api-token-refused", Map.of("address", address));
      return Given.refused(Error.INVALID_CLIENT);
    }
    if (tokens.countTokens(client.id(), now.minus(Duration.ofMinutes(1)))
        >= ApiClient.TOKENS_A_MINUTE) {
      return Given.refused(Error.SLOW_DOWN);
    }
    Set<ApiScope> scopes = scopes(scope, client);
    if (scopes.isEmpty()) {
      return Given.refused(Error.INVALID_SCOPE);
    }
    return give(client, secretId, scopes, now);
  }

  private Given give(ApiClient client, UUID secretId, Set<ApiScope> scopes, Instant now) {
    store.succeed(client.id());
    Secret token = Secret.fresh(Secret.TOKEN, random);
    tokens.addToken(client, secretId, token.hash(), scopes, now);
    record(
        client,
        "api-token-given",
        Map.of("scopes", scopes.stream().map(Lifecycle::wireName).sorted().toList()));
    return new Given(token.text(), scopes, null);
  }

  private Given failed(ApiClient client, String address, Instant now) {
    tokens.addFailure(address, now);
    boolean locked = store.fail(client, lockOut, now);
    record(client, "api-token-refused", Map.of("address", address, "locked", locked));
    return Given.refused(locked ? Error.SLOW_DOWN : Error.INVALID_CLIENT);
  }

  private void record(ApiClient client, String type, Map<String, ?> payload) {
    audit.record(client.authorityId(), type, client.name(), payload);
  }

  /** Those asked for; none if any of them is not the client's. */
  private static Set<ApiScope> scopes(String asked, ApiClient client) {
    if (asked.isBlank()) {
      return client.scopes();
    }
    Set<ApiScope> scopes = EnumSet.noneOf(ApiScope.class);
    for (String name : asked.strip().split(" +")) {
      Optional<ApiScope> scope =
          Stream.of(ApiScope.values()).filter(s -> Lifecycle.wireName(s).equals(name)).findFirst();
      if (scope.isEmpty() || !client.scopes().contains(scope.get())) {
        return Set.of();
      }
      scopes.add(scope.get());
    }
    return scopes;
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }
}
