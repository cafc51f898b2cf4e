package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.ApiClient;
import cn.sunlot.organisation.store.ApiClientStore;
import cn.sunlot.organisation.store.ApiTokenStore;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The security administrator lets another system in no more, from this moment on. */
@Component
@Transactional
public class RevokeApiClient {

  private final ApiClientStore store;
  private final ApiTokenStore tokens;
  private final AuditLog audit;
  private final Clock clock;

  RevokeApiClient(ApiClientStore store, ApiTokenStore tokens, AuditLog audit, Clock clock) {
    this.store = store;
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Ends it for good; its secrets and tokens are gone.
   *
   * @throws Refused if the row has moved on or it is revoked already
   */
  public void run(UUID id, IfMatch seen, String reason) {
    ApiClient client = store.lock(id);
    seen.check(client.version());
    if (client.revokedAt() != null) {
      throw Refused.because(OrganisationProblem.API_CLIENT_REVOKED);
    }
    store.revoke(id, clock.instant());
    tokens.removeSecrets(id);
    audit.record(
        "api-client-revoked", client.name(), Map.of("client", id.toString(), "reason", reason));
  }
}
