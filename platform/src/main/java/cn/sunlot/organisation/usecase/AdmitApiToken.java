package cn.sunlot.organisation.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.TimeConfiguration;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.ApiScope;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.ApiClient;
import cn.sunlot.organisation.store.ApiClientStore;
import cn.sunlot.organisation.store.ApiTokenStore;
import cn.sunlot.organisation.store.ApiTokenStore.Token;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Knows another system by its token, with what it may at this moment. */
@Component
public class AdmitApiToken {

  private final ApiClientStore store;
  private final ApiTokenStore tokens;
  private final Access access;
  private final Clock clock;
  private final TransactionTemplate transaction;

  AdmitApiToken(
      ApiClientStore store,
      ApiTokenStore tokens,
      Access access,
      Clock clock,
      TransactionTemplate transaction) {
    this.store = store;
    this.tokens = tokens;
    this.access = access;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * The client behind a token, as somebody who is signed in: of its authority and department, with
   * the permissions of the token's scopes and no role.
   *
   * @param address that the request comes from
   * @throws Refused if the token is none of ours, over, or of a client that is revoked or over; or
   *     if it comes from elsewhere
   */
  public SignedIn run(String token, String address) {
    return Objects.requireNonNull(
        SystemWork.run(() -> transaction.execute(s -> admit(token, address))));
  }

  private SignedIn admit(String text, String address) {
    Instant now = clock.instant();
    Token token =
        tokens
            .findToken(new Secret(text).hash(), now)
            .orElseThrow(() -> Refused.because(OrganisationProblem.API_TOKEN_WRONG));
    ApiClient client =
        store
            .find(token.clientId())
            .filter(c -> c.isOpen(LocalDate.ofInstant(now, TimeConfiguration.ZONE)))
            .orElseThrow(() -> Refused.because(OrganisationProblem.API_TOKEN_WRONG));
    if (!client.addresses().isEmpty() && !ClientAddresses.cover(client.addresses(), address)) {
      throw Refused.because(OrganisationProblem.API_ADDRESS_WRONG, address);
    }
    if (client.isStale(now)) {
      store.touch(client.id(), now);
    }
    return signedIn(client, token.scopes());
  }

  private SignedIn signedIn(ApiClient client, Set<ApiScope> scopes) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    scopes.stream()
        .filter(client.scopes()::contains)
        .forEach(s -> permissions.addAll(s.permissions()));
    return new SignedIn(
        client.id(),
        client.name(),
        "api:" + client.id(),
        client.departmentId(),
        access.scope(client.authorityId(), client.departmentId(), Set.of()),
        Set.of(),
        permissions);
  }
}
