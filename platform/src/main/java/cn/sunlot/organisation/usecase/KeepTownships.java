package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Authority;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.Township;
import cn.sunlot.organisation.store.PersonStore;
import cn.sunlot.organisation.store.TownshipStore;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The system administrator keeps the towns and streets, whose codes come and go. */
@Component
@Transactional
public class KeepTownships {

  private final TownshipStore store;
  private final PersonStore people;
  private final Organisation organisation;
  private final AuditLog audit;

  KeepTownships(
      TownshipStore store, PersonStore people, Organisation organisation, AuditLog audit) {
    this.store = store;
    this.people = people;
    this.organisation = organisation;
    this.audit = audit;
  }

  /**
   * Adds one.
   *
   * @throws Refused {@code REGION_OUTSIDE} if its county is not of the authority, {@code
   *     TOWNSHIP_THERE} if the code is there
   */
  public void add(String code, String name, LocalDate from) {
    Authority authority = authority();
    var township = new Township(code, name, from, null, null, 1);
    if (!Regions.isKnown(township.county())
        || !Regions.isWithin(township.county(), authority.region())) {
      throw Refused.because(OrganisationProblem.REGION_OUTSIDE, code, authority.name());
    }
    demandAdministered(township);
    if (!store.add(township, authority.id())) {
      throw Refused.because(OrganisationProblem.TOWNSHIP_THERE, code);
    }
    note(authority.id(), "township-added", township);
  }

  /**
   * Renames it, or says when its code ended and where its ground belongs since; targets keep the
   * code until they are entered anew.
   *
   * @throws Refused if the row has moved on, the last day is before the first, or the successor is
   *     not there
   */
  public void change(
      String code,
      IfMatch seen,
      String name,
      @Nullable LocalDate until,
      @Nullable String successor) {
    Authority authority = authority();
    Township before = store.lock(authority.id(), code);
    demandAdministered(before);
    seen.check(before.version());
    if (until != null && until.isBefore(before.from())) {
      throw Refused.because(OrganisationProblem.DAYS_REVERSED, before.from(), until);
    }
    if (successor != null) {
      store.lock(authority.id(), successor);
    }
    var after = new Township(code, name, before.from(), until, successor, before.version() + 1);
    store.save(after, authority.id());
    note(authority.id(), "township-changed", after);
  }

  private static void demandAdministered(Township township) {
    if (!SignedIn.get().scope().area().covers(township.county())) {
      throw Refused.because(OrganisationProblem.NOT_ADMINISTERED, township.name());
    }
  }

  private Authority authority() {
    return organisation.getAuthority(SignedIn.get().authorityId());
  }

  private void note(UUID authorityId, String type, Township township) {
    people.noteStructure(authorityId);
    audit.record(
        type,
        township.code(),
        Map.of(
            "name",
            township.name(),
            "from",
            township.from().toString(),
            "until",
            township.until() == null ? "" : township.until().toString(),
            "successor",
            township.successor() == null ? "" : township.successor()));
  }
}
