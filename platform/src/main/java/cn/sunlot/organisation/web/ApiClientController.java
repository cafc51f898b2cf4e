package cn.sunlot.organisation.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.kernel.web.SecretAnswer;
import cn.sunlot.organisation.ApiScope;
import cn.sunlot.organisation.domain.ApiClient;
import cn.sunlot.organisation.store.ApiClientSearch;
import cn.sunlot.organisation.store.ApiClientSearch.Listed;
import cn.sunlot.organisation.usecase.AddApiClient;
import cn.sunlot.organisation.usecase.RevokeApiClient;
import cn.sunlot.organisation.usecase.RotateApiSecret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Other systems that are let in, for the security administrator. */
@RestController
@RequestMapping("/api/clients")
class ApiClientController {

  private static final String SCOPE =
      "rules-read|items-read|targets-read|targets-write|inspectors-read|inspectors-write"
          + "|plans-read|tasks-read";
  private static final int WEEK = 168;

  record NewApiClient(
      @NotBlank @Size(max = 100) String name,
      @NotBlank @Size(max = 200) String contact,
      @NotNull UUID departmentId,
      @NotEmpty @Size(max = 8) Set<@NotNull @Pattern(regexp = SCOPE) String> scopes,
      @NotNull @Size(max = 20) List<@NotNull @Size(max = 50) String> addresses,
      @NotNull LocalDate validUntil) {}

  /**
   * A new secret.
   *
   * @param overlapHours how long the present one is good beside it; 0 for no longer
   */
  record Rotation(@Min(0) @Max(WEEK) int overlapHours) {}

  record Revocation(@NotBlank @Size(max = 500) String reason) {}

  /**
   * Another system.
   *
   * @param usedAt when it was last here, to the minute; null for never
   */
  record ApiClientRow(
      UUID id,
      String name,
      String contact,
      NamedId department,
      @OneOf(ApiScope.class) List<String> scopes,
      List<String> addresses,
      LocalDate validUntil,
      Instant addedAt,
      @Nullable Instant usedAt,
      @OneOf(ApiClient.State.class) String state,
      int version,
      List<String> allowedCommands) {}

  /** A client and its secret, which is told this once. */
  record ApiClientSecret(ApiClientRow client, String secret) {
    @Override
    public String toString() {
      return client.toString();
    }
  }

  private final ApiClientSearch search;
  private final AddApiClient add;
  private final RotateApiSecret rotate;
  private final RevokeApiClient revoke;
  private final Clock clock;

  ApiClientController(
      ApiClientSearch search,
      AddApiClient add,
      RotateApiSecret rotate,
      RevokeApiClient revoke,
      Clock clock) {
    this.search = search;
    this.add = add;
    this.rotate = rotate;
    this.revoke = revoke;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Permission.API_CLIENTS_MANAGE)
  List<ApiClientRow> listApiClients() {
    return search.list(SignedIn.get().scope()).stream().map(this::row).toList();
  }

  @PostMapping
  @Requires(Permission.API_CLIENTS_MANAGE)
  @ResponseStatus(HttpStatus.CREATED)
  ApiClientSecret addApiClient(
      @Valid @RequestBody NewApiClient client, HttpServletRequest request) {
    SecretAnswer.mark(request);
    AddApiClient.Added added =
        add.run(
            new AddApiClient.Order(
                client.name().strip(),
                client.contact().strip(),
                client.departmentId(),
                client.scopes().stream()
                    .map(s -> Lifecycle.parse(ApiScope.class, s))
                    .collect(Collectors.toSet()),
                client.addresses().stream().map(String::strip).distinct().toList(),
                client.validUntil()));
    return new ApiClientSecret(row(added.id()), added.secret());
  }

  @PostMapping("/{id}/rotate-secret")
  @Requires(Permission.API_CLIENTS_MANAGE)
  ApiClientSecret rotateSecret(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String version,
      @Valid @RequestBody Rotation rotation,
      HttpServletRequest request) {
    SecretAnswer.mark(request);
    String secret = rotate.run(id, IfMatch.read(version), rotation.overlapHours());
    return new ApiClientSecret(row(id), secret);
  }

  @PostMapping("/{id}/revoke")
  @Requires(Permission.API_CLIENTS_MANAGE)
  ApiClientRow revokeApiClient(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String version,
      @Valid @RequestBody Revocation revocation) {
    revoke.run(id, IfMatch.read(version), revocation.reason().strip());
    return row(id);
  }

  private ApiClientRow row(UUID id) {
    return row(search.get(SignedIn.get().scope(), id));
  }

  private ApiClientRow row(Listed listed) {
    ApiClient client = listed.client();
    return new ApiClientRow(
        client.id(),
        client.name(),
        client.contact(),
        listed.department(),
        client.scopes().stream().sorted().map(Lifecycle::wireName).toList(),
        client.addresses(),
        client.validUntil(),
        client.addedAt(),
        client.usedAt(),
        Lifecycle.wireName(client.state(clock.instant())),
        client.version(),
        client.revokedAt() == null ? List.of("rotate-secret", "revoke") : List.of());
  }
}
