package cn.sunlot.organisation.web;

import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Names of administrative divisions, so that no screen shows or asks for a bare code. */
@RestController
@RequestMapping("/api/regions")
class RegionController {

  /** A division. */
  record RegionView(String code, String name) {}

  private final Organisation organisation;

  RegionController(Organisation organisation) {
    this.organisation = organisation;
  }

  /** The division of the person's authority and all below it, by code. */
  @GetMapping
  @Requires(Permission.SIGNED_IN)
  List<RegionView> listRegions() {
    String own = organisation.getAuthority(SignedIn.get().authorityId()).region();
    return Regions.listWithin(own).entrySet().stream()
        .map(e -> new RegionView(e.getKey(), e.getValue()))
        .toList();
  }
}
