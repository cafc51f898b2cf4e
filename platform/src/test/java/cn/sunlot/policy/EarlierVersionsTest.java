package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.policy.profiles.ProfileFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Files as they were before joint inspections had rules: a task that froze such a version still
 * reads it, and what was not asked then says so.
 */
class EarlierVersionsTest {

  private static Profile restore(String id) {
    Map<String, String> chain = new LinkedHashMap<>();
    chain.put("profiles/base.yaml", text("base"));
    chain.put("profiles/" + id + ".yaml", text(id));
    return ProfileFiles.restore(id, chain);
  }

  private static String text(String id) {
    String name = "/policy/earlier/" + id + ".yaml";
    try (var in = Objects.requireNonNull(EarlierVersionsTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void an_earlier_version_is_read_with_its_own_values() {
    Profile zibo = restore("zibo_miit");
    assertThat(zibo.version()).isEqualTo("3");
    assertThat(zibo.annualCap().value().scope())
        .isEqualTo(AnnualCap.CountedOver.SAME_ITEM_SAME_YEAR);
    assertThat(zibo.plan().value().unless()).hasSize(4);
    assertThat(restore("pingdingshan").directResults().value().open()).isFalse();
  }

  @Test
  void what_was_not_asked_then_is_not_laid_down() {
    Profile zibo = restore("zibo_miit");
    assertThat(zibo.plan().value().submitBy(2026)).isEmpty();
    assertThat(zibo.plan().value().publishBy(2026)).isEmpty();
    assertThat(zibo.plan().value().fileWith()).isEmpty();
    assertThat(zibo.plan().value().isPublished()).isFalse();
    assertThat(zibo.itemList().value().publishAt()).isEmpty();
    assertThat(zibo.adHoc().value()).isEqualTo(AdHocRules.UNSAID);
    assertThat(zibo.initiationDuty().value()).isEqualTo(InitiationDuty.NOBODY);
    assertThat(zibo.targetListImmutable().value()).isFalse();
    assertThat(zibo.transfer().value().within()).isNull();
    assertThat(zibo.mobileShare().value().targetPercent()).isNull();
    assertThat(zibo.jointShare().value().minPercent()).isNull();
    assertThat(zibo.advanceNotice().value().ways()).isEmpty();
    assertThat(zibo.method().value().mayAdd()).isEmpty();
    assertThat(zibo.method().value().needsVisitOnSite()).isFalse();
    assertThat(zibo.inspectors().value().isLimitedToLicenceRegion()).isFalse();
    assertThat(zibo.team().value().leaderFrom()).isNull();
    assertThat(zibo.followUp().value().enterWithin()).isNull();
    assertThat(zibo.registryConfirmation().value()).isEqualTo(RegistryConfirmation.NONE);
    assertThat(zibo.isLimited("A", Set.of())).isTrue();
    assertThat(zibo.isLimited("A", Set.of("dishonesty"))).isFalse();
    assertThat(zibo.isFavoured("A", Set.of())).isFalse();
    assertThat(zibo.adHoc().clauses()).isEmpty();
  }

  @Test
  void a_version_from_before_registries_were_confirmed_is_read_as_well() {
    Map<String, String> chain = new LinkedHashMap<>();
    String base = text("base");
    chain.put("profiles/base.yaml", base.substring(0, base.indexOf("  registry-confirmation:")));
    chain.put("profiles/zibo_miit.yaml", text("zibo_miit"));
    assertThat(ProfileFiles.restore("zibo_miit", chain).registryConfirmation().value())
        .isEqualTo(RegistryConfirmation.NONE);
  }
}
