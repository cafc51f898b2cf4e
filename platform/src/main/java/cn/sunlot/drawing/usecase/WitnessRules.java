package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.Draws.ProfileVersion;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.WitnessRule;
import cn.sunlot.policy.Notice;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.ReportDrawTo;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the profile that a draw has frozen says of its witnesses and its report. */
@Component
public class WitnessRules {

  private final Policies policies;

  WitnessRules(Policies policies) {
    this.policies = policies;
  }

  /** Who must watch, and what must stay of the draw. */
  public WitnessRule of(Draw draw) {
    return WitnessRule.of(profile(draw).drawWitness());
  }

  /** The clauses that targets and inspectors are drawn by, once and watched. */
  public List<String> drawnOnce(ProfileVersion version) {
    return policies.getVersion(version.id(), version.version()).drawWitness().clauses();
  }

  /** How many witnesses of the public log must have signed a step before the next one. */
  public int cosignatures(ProfileVersion version) {
    Integer demanded =
        policies.getVersion(version.id(), version.version()).draw().value().cosignatures();
    return demanded == null ? 0 : demanded;
  }

  /** The clauses by which a draw is reported. */
  public List<String> report(Draw draw) {
    return profile(draw).reportDrawTo().clauses();
  }

  /** Whether the draw is reported to the regulation section (ZB-9.1). */
  public boolean reportsToRegulationSection(Draw draw) {
    return profile(draw)
        .reportDrawTo()
        .value()
        .receivers()
        .contains(ReportDrawTo.Receiver.REGULATION_SECTION);
  }

  /** Whether whoever was drawn must not be told beforehand. */
  public boolean forbidsNotice(Draw draw) {
    return profile(draw).advanceNotice().value().value() == Notice.Value.FORBIDDEN;
  }

  private Profile profile(Draw draw) {
    return policies.getVersion(draw.profile().id(), draw.profile().version());
  }
}
