package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.ApiClient;
import cn.sunlot.organisation.store.ApiClientStore;
import cn.sunlot.organisation.store.ApiTokenStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The security administrator gives another system a new secret. */
@Component
@Transactional
public class RotateApiSecret {

  private final ApiClientStore store;
  private final ApiTokenStore tokens;
  private final AuditLog audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  RotateApiSecret(ApiClientStore store, ApiTokenStore tokens, AuditLog audit, Clock clock) {
    this.store = store;
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes it, and opens a locked client.
   *
   * @param overlapHours how long the present one is good beside it; 0 ends it, with its tokens, at
   *     once, because somebody else may know it
   * @return the new secret, told once
   * @throws Refused if the row has moved on or the client is revoked
   */
  public String run(UUID id, IfMatch seen, int overlapHours) {
    ApiClient client = store.lock(id);
    seen.check(client.version());
    if (client.revokedAt() != null) {
      throw Refused.because(OrganisationProblem.API_CLIENT_REVOKED);
    }
    Instant now = clock.instant();
    Secret secret = Secret.fresh(Secret.CLIENT, random);
    Instant ends = overlapHours == 0 ? null : now.plus(Duration.ofHours(overlapHours));
    tokens.addSecret(client, secret.hash(), now, ends);
    store.bump(id);
    audit.record(
        "api-secret-rotated",
        client.name(),
        Map.of("client", id.toString(), "overlapHours", overlapHours));
    return secret.text();
  }
}
