package cn.sunlot.organisation.web;

import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.domain.Township;
import cn.sunlot.organisation.store.OrganisationSearch;
import cn.sunlot.organisation.usecase.KeepTownships;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

/**
 * Names of administrative divisions, so that no screen shows or asks for a bare code, and the towns
 * and streets that an authority keeps.
 */
@RestController
@RequestMapping("/api")
class RegionController {

  /** A division; towns and streets have nine digits. */
  record RegionView(String code, String name) {}

  record NewTownship(
      @NotNull @Pattern(regexp = "[0-9]{9}") String code,
      @NotBlank @Size(max = 50) String name,
      @NotNull LocalDate from) {}

  record TownshipChange(
      @NotBlank @Size(max = 50) String name,
      @Nullable LocalDate until,
      @Nullable @Pattern(regexp = "[0-9]{9}") String successor) {}

  private final Organisation organisation;
  private final OrganisationSearch search;
  private final KeepTownships keepTownships;

  RegionController(
      Organisation organisation, OrganisationSearch search, KeepTownships keepTownships) {
    this.organisation = organisation;
    this.search = search;
    this.keepTownships = keepTownships;
  }

  /** The division of the person's authority and all below it, by code. */
  @GetMapping("/regions")
  @Requires(Permission.SIGNED_IN)
  List<RegionView> listRegions() {
    String own = organisation.getAuthority(SignedIn.get().authorityId()).region();
    List<RegionView> regions = new ArrayList<>();
    Regions.listWithin(own).forEach((code, name) -> regions.add(new RegionView(code, name)));
    return regions;
  }

  /** Towns and streets of the authority, also those whose code ended. */
  @GetMapping("/townships")
  @Requires(Permission.SIGNED_IN)
  List<Township> listTownships() {
    return search.listTownships(SignedIn.get().scope());
  }

  @PostMapping("/townships")
  @Requires(Permission.ORGANISATION_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  Township addTownship(@Valid @RequestBody NewTownship township) {
    keepTownships.add(township.code(), township.name().strip(), township.from());
    return get(township.code());
  }

  @PostMapping("/townships/{code}/change")
  @Requires(Permission.ORGANISATION_EDIT)
  Township changeTownship(
      @PathVariable @Pattern(regexp = "[0-9]{9}") String code,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String version,
      @Valid @RequestBody TownshipChange change) {
    keepTownships.change(
        code, IfMatch.read(version), change.name().strip(), change.until(), change.successor());
    return get(code);
  }

  private Township get(String code) {
    return listTownships().stream().filter(t -> t.code().equals(code)).findFirst().orElseThrow();
  }
}
