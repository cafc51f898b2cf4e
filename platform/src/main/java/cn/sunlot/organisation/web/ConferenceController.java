package cn.sunlot.organisation.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.domain.JointConference;
import cn.sunlot.organisation.domain.JointConference.Part;
import cn.sunlot.organisation.domain.JointConference.Seat;
import cn.sunlot.organisation.store.OrganisationSearch;
import cn.sunlot.organisation.usecase.SaveConference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Joint conferences: who convenes, which departments are members, which one is the office. */
@RestController
@RequestMapping("/api/conferences")
class ConferenceController {

  record SeatView(
      @OneOf(Part.class) String part,
      @Nullable NamedId department,
      String personName,
      String title) {}

  record ConferenceView(UUID id, String region, String name, List<SeatView> seats, int version) {}

  record SeatRequest(
      @OneOf(Part.class) @NotNull @Pattern(regexp = "convenor|deputy|member|office") String part,
      @Nullable UUID departmentId,
      @NotNull @Size(max = 50) String personName,
      @NotNull @Size(max = 50) String title) {}

  record ConferenceRequest(
      @NotBlank @Size(max = 100) String name,
      @NotNull @Size(max = 200) List<@NotNull @Valid SeatRequest> seats) {}

  private final OrganisationSearch search;
  private final Organisation organisation;
  private final SaveConference saveConference;

  ConferenceController(
      OrganisationSearch search, Organisation organisation, SaveConference saveConference) {
    this.search = search;
    this.organisation = organisation;
    this.saveConference = saveConference;
  }

  @GetMapping
  @Requires(Permission.SIGNED_IN)
  List<ConferenceView> listConferences() {
    return search.listConferences(SignedIn.get().scope()).stream().map(this::view).toList();
  }

  /** Saves the conference of a region with all its seats; version 0 makes it. */
  @PostMapping("/{region}")
  @Requires(Permission.ORGANISATION_EDIT)
  ConferenceView saveConference(
      @PathVariable @Pattern(regexp = "[0-9]{6}") String region,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String version,
      @Valid @RequestBody ConferenceRequest request) {
    saveConference.run(
        region,
        IfMatch.read(version),
        request.name().strip(),
        request.seats().stream().map(ConferenceController::seat).toList());
    return listConferences().stream()
        .filter(c -> c.region().equals(region))
        .findFirst()
        .orElseThrow();
  }

  private ConferenceView view(JointConference conference) {
    return new ConferenceView(
        conference.id(),
        conference.region(),
        conference.name(),
        conference.seats().stream().map(this::view).toList(),
        conference.version());
  }

  private SeatView view(Seat seat) {
    UUID id = seat.departmentId();
    return new SeatView(
        Lifecycle.wireName(seat.part()),
        id == null ? null : new NamedId(id, organisation.getDepartment(id).name()),
        seat.personName(),
        seat.title());
  }

  private static Seat seat(SeatRequest request) {
    return new Seat(
        Lifecycle.parse(Part.class, request.part()),
        request.departmentId(),
        request.personName().strip(),
        request.title().strip());
  }
}
