package cn.sunlot.app.demo;

import cn.sunlot.kernel.Ids;
import cn.sunlot.registry.domain.Expert;
import cn.sunlot.registry.domain.Expert.Kind;
import cn.sunlot.registry.usecase.SaveExpert;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Experts and agencies who assist; one accreditation has run out, one person left (TZ-12). */
final class DemoExperts {

  private final DemoBureau bureau;

  DemoExperts(DemoBureau bureau) {
    this.bureau = bureau;
  }

  void make() {
    LocalDate today = bureau.today();
    person("许明远", "示范理工大学能源学院", "教授", "能源审计", today.plusMonths(20), true);
    person("田秀兰", "示范市节能监察支队（退休）", "高级工程师", "节能监察", today.plusMonths(5), true);
    person("丁海波", "示范陶瓷研究院", "正高级工程师", "窑炉热工", today.plusMonths(31), true);
    person("方晓东", "示范民爆安全评价中心", "注册安全工程师", "民爆安全", today.plusMonths(14), true);
    person("崔国庆", "示范化工设计院", "高级工程师", "化工工艺", null, false);
    agency("示范市特种设备检验研究院", "CMA 211500010001", "特种设备检验", today.plusMonths(9));
    agency("示范能源检测有限公司", "CMA 211500010002", "能源计量", today.plusMonths(26));
    agency("示范安全评价有限公司", "APJ-（鲁）-001", "安全评价", today.minusDays(36));
    agency("示范会计师事务所", "鲁财会协字 001 号", "财务审计", null);
  }

  private void person(
      String name,
      String organisation,
      String title,
      String field,
      @Nullable LocalDate until,
      boolean active) {
    add(Kind.PERSON, name, organisation, title, field, until, active);
  }

  private void agency(String name, String accreditation, String field, @Nullable LocalDate until) {
    add(Kind.AGENCY, name, "", accreditation, field, until, true);
  }

  private void add(
      Kind kind,
      String name,
      String organisation,
      String qualification,
      String field,
      @Nullable LocalDate until,
      boolean active) {
    var session = bureau.session(DemoPerson.SECTION);
    var expert =
        new Expert(
            Ids.next(),
            session.authorityId(),
            session.departmentId(),
            kind,
            name,
            organisation,
            qualification,
            List.of(field),
            until,
            active,
            1);
    bureau.as(DemoPerson.SECTION, () -> bureau.use(SaveExpert.class).add(expert));
  }
}
