package cn.sunlot.registry.web;

import cn.sunlot.registry.domain.TargetContent;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What screens send about targets. */
final class TargetRequests {

  private TargetRequests() {}

  /**
   * What is known of a target.
   *
   * @param details what only its kind has, field → value
   */
  record TargetContentRequest(
      @NotNull @Size(max = 1000) String name,
      @NotNull String kind,
      @Nullable String regionCode,
      @Nullable @Size(max = 1000) String address,
      @Nullable String riskClass,
      @Nullable @Size(max = 50) List<@NotNull @Size(max = 50) String> tags,
      @Nullable @Size(max = 200) String responsiblePerson,
      @Nullable @Size(max = 200) String contact,
      @Nullable @Size(max = 50) Map<@NotNull String, @NotNull String> details) {

    TargetContent read() {
      return new TargetContent(
          name,
          kind,
          Objects.requireNonNullElse(regionCode, ""),
          Objects.requireNonNullElse(address, ""),
          Objects.requireNonNullElse(riskClass, "N"),
          Objects.requireNonNullElse(tags, List.of()),
          responsiblePerson,
          contact,
          Objects.requireNonNullElse(details, Map.of()));
    }
  }

  record AddRequest(
      @NotNull @Size(max = 100) String unitId, @NotNull TargetContentRequest content) {}

  record TargetChangeRequest(
      @NotNull TargetContentRequest content, @NotNull @Size(max = 1000) String reason) {}

  record ReasonRequest(@NotNull @Size(max = 1000) String reason) {}

  /**
   * What a target belongs to.
   *
   * @param unitId the other's number
   */
  record RelateRequest(
      @NotNull @Size(max = 50) String relation,
      @NotNull @Size(max = 100) String unitId,
      @NotNull @Size(max = 1000) String reason) {}

  record UnrelateRequest(
      @NotNull @Size(max = 50) String relation, @NotNull @Size(max = 1000) String reason) {}

  record TagRequest(
      @NotEmpty @Size(max = 10_000) List<@NotNull UUID> ids,
      @NotNull @Size(max = 50) String tag,
      @NotNull @Size(max = 1000) String reason) {}
}
