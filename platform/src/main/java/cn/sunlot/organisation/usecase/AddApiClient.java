package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.TimeConfiguration;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.ApiScope;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.domain.ApiClient;
import cn.sunlot.organisation.store.ApiClientStore;
import cn.sunlot.organisation.store.ApiTokenStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The security administrator lets another system in. */
@Component
@Transactional
public class AddApiClient {

  /**
   * A client to be.
   *
   * @param contact who answers for it
   * @param addresses that it comes from; none for anywhere
   * @param validUntil the last day
   */
  public record Order(
      String name,
      String contact,
      UUID departmentId,
      Set<ApiScope> scopes,
      List<String> addresses,
      LocalDate validUntil) {}

  /** A client and its secret, told once. */
  public record Added(UUID id, String secret) {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  /** Longer than that nobody remembers why it is let in. */
  private static final int YEARS = 2;

  private final ApiClientStore store;
  private final ApiTokenStore tokens;
  private final Organisation organisation;
  private final AuditLog audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  AddApiClient(
      ApiClientStore store,
      ApiTokenStore tokens,
      Organisation organisation,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.tokens = tokens;
    this.organisation = organisation;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Lets it in.
   *
   * @throws Refused if the name is taken, the department not of the own authority, or an address or
   *     the last day wrong
   */
  public Added run(Order order) {
    Instant now = clock.instant();
    demandRight(order, LocalDate.ofInstant(now, TimeConfiguration.ZONE));
    var department = organisation.getDepartment(order.departmentId());
    ApiClient client =
        new ApiClient(
            Ids.next(),
            SignedIn.get().authorityId(),
            department.id(),
            order.name(),
            order.contact(),
            order.scopes(),
            order.addresses(),
            order.validUntil(),
            now,
            null,
            null,
            0,
            null,
            1);
    store.add(client);
    Secret secret = Secret.fresh(Secret.CLIENT, random);
    tokens.addSecret(client, secret.hash(), now, null);
    audit.record(
        "api-client-added",
        client.name(),
        Map.of(
            "client", client.id().toString(),
            "department", department.name(),
            "contact", client.contact(),
            "scopes", client.scopes().stream().map(Lifecycle::wireName).sorted().toList(),
            "addresses", client.addresses(),
            "until", client.validUntil().toString()));
    return new Added(client.id(), secret.text());
  }

  private static void demandRight(Order order, LocalDate today) {
    List<WrongValue> wrong = new ArrayList<>();
    for (String address : order.addresses()) {
      if (!ClientAddresses.isOne(address)) {
        wrong.add(WrongValue.of("addresses", address, "organisation.field.address-shape"));
      }
    }
    LocalDate last = today.plusYears(YEARS);
    if (order.validUntil().isBefore(today) || order.validUntil().isAfter(last)) {
      wrong.add(
          WrongValue.of(
              "validUntil",
              order.validUntil().toString(),
              "organisation.field.valid-until",
              last.toString()));
    }
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
    }
  }
}
