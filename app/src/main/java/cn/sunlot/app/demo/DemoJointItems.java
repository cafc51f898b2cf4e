package cn.sunlot.app.demo;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.checklist.Definition;
import cn.sunlot.checklist.DefinitionJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Joint items with whole checklists, as several departments would write them together: conditions,
 * tables, photos, what follows from each answer. The names are made up, the laws are not.
 */
final class DemoJointItems {

  private final DemoItems items;

  DemoJointItems(DemoItems items) {
    this.items = items;
  }

  void make() {
    publish(
        "LH-01",
        "加油站联合检查",
        "gas-station",
        "成品油零售加油站",
        "计量器具、油品质量、消防和安全生产、油气回收",
        "市场监督管理局（牵头）、应急管理局、生态环境局",
        "《中华人民共和国计量法》第九条",
        "《中华人民共和国产品质量法》第三十九条",
        "《中华人民共和国安全生产法》第四十一条",
        "《中华人民共和国大气污染防治法》第四十七条");
    publish(
        "LH-02",
        "学校食堂食品安全检查",
        "school-canteen",
        "中小学、幼儿园食堂",
        "许可、从业人员、原料、加工和留样、供餐单位",
        "市场监督管理局（牵头）、教育局",
        "《中华人民共和国食品安全法》第五十七条",
        "《学校食品安全与营养健康管理规定》");
    publish(
        "LH-03",
        "机动车检验机构联合检查",
        "vehicle-inspection",
        "机动车检验机构",
        "资质、安全技术检验、排放检验、收费公示",
        "市场监督管理局（牵头）、公安局、生态环境局",
        "《中华人民共和国道路交通安全法》第十三条",
        "《中华人民共和国大气污染防治法》第五十四条");
  }

  private void publish(
      String code,
      String name,
      String file,
      String kind,
      String content,
      String body,
      String... basis) {
    Definition checklist = read(file);
    var item =
        new ItemContent(
            name,
            Category.KEY,
            null,
            1,
            kind,
            content,
            List.of(basis),
            List.of("on-site", "documents"),
            body);
    items.publish(DemoPerson.SAFETY, code, item, checklist.title(), checklist.sections());
  }

  private static Definition read(String name) {
    String file = "/demo/checklists/" + name + ".json";
    try (InputStream in =
        Objects.requireNonNull(DemoJointItems.class.getResourceAsStream(file), file)) {
      var parsed = DefinitionJson.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Definition definition = parsed.definition();
      if (definition == null || !parsed.errors().isEmpty()) {
        throw new IllegalStateException(file + ": " + parsed.errors());
      }
      return definition;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
