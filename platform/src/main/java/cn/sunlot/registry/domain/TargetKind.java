package cn.sunlot.registry.domain;

import cn.sunlot.kernel.Lifecycle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of target (TZ-10), with the words by which spreadsheets mean them. */
public enum TargetKind {
  INDIVIDUAL_BUSINESS("个体"),
  COOPERATIVE("合作社"),
  PUBLIC_INSTITUTION("事业单位", "机关"),
  ASSOCIATION("协会", "社会团体", "社会组织", "民办非企业", "基金会", "社团"),
  CONSTRUCTION_PROJECT("建设项目", "工程项目"),
  EQUIPMENT("设备"),
  PREMISES("场所"),
  PRODUCT("产品"),
  CONDUCT("行为"),
  ENTERPRISE("企业", "公司", "独资", "合伙", "股份", "集体", "国有", "有限责任", "全民所有制", "联营", "外商");

  private final List<String> words;

  TargetKind(String... words) {
    this.words = List.of(words);
  }

  public String wireName() {
    return Lifecycle.wireName(this);
  }

  /** The kind that a text means: its wire name, or a text with one of its words. */
  public static Optional<TargetKind> read(String text) {
    String wire = text.toLowerCase(Locale.ROOT);
    for (TargetKind kind : values()) {
      if (kind.wireName().equals(wire) || kind.words.stream().anyMatch(text::contains)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** What a credit code says about the kind by its first two characters (GB 32100). */
  public static TargetKind of(String unitId) {
    return switch (unitId.length() == 18 ? unitId.substring(0, 2) : "") {
      case "11", "12", "13", "19" -> PUBLIC_INSTITUTION;
      case "51", "52", "53", "59" -> ASSOCIATION;
      case "92" -> INDIVIDUAL_BUSINESS;
      case "93" -> COOPERATIVE;
      default -> ENTERPRISE;
    };
  }
}
