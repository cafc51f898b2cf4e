package cn.sunlot.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the regulations say, read from {@code policy/facts.yaml} in the names of the files. */
final class Facts {

  /**
   * A fact.
   *
   * @param rule name of the rule as in the profile files
   * @param field name of its value, "" for a rule that is one value
   * @param value lists without order, terms by their parts
   */
  record Fact(String rule, String field, Object value, List<String> clauses) {}

  private static final YAMLMapper YAML = new YAMLMapper();

  /** What is said of the regulation itself. */
  private static final Set<String> HEADER =
      Set.of("title", "valid", "authority", "status", "applies_to", "children");

  /** Facts that have another name in the files; the others are the same with hyphens. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("lead_department_min_officers", "team.lead-min"),
          Map.entry("inspector_draw", "inspector-draw.way"),
          Map.entry("inspector_draw.value", "inspector-draw.way"),
          Map.entry("inspectors_must_hold_licence", "inspectors.must-hold-licence"),
          Map.entry("match_qualification_to_item", "inspectors.match-qualification-to-item"),
          Map.entry(
              "inspectors.qualification_for_task_required",
              "inspectors.match-qualification-to-item"),
          Map.entry("inspectors.training_before_joint_inspection", "inspectors.training-first"),
          Map.entry("task_notice_names_targets", "task-notice.names-targets"),
          Map.entry("merged_visit_counts", "merged-visits.count"),
          Map.entry("profile_of_merged_visit", "merged-visits.profile"),
          Map.entry("general_item_ratio_cap_required", "item-list.general-item-ratio-cap-required"),
          Map.entry("item_list.joint_list_approved_by", "item-list.joint-approved-by"),
          Map.entry("plan.joint_plan_approved_by", "plan.joint-approved-by"),
          Map.entry("plan.own_plan_file_by", "plan.own-file-by"),
          Map.entry("ad_hoc.publish", "ad-hoc.published"),
          Map.entry("merge_same_target_in_same_period.value", "merge-same-target-in-same-period."),
          Map.entry(
              "exclude_drawn_by_other_sections_when_not_joint.value",
              "exclude-drawn-by-other-sections.exclude"),
          Map.entry(
              "exclude_drawn_by_other_sections_when_not_joint.as_a_rule",
              "exclude-drawn-by-other-sections.as-a-rule"),
          Map.entry(
              "exclude_drawn_by_other_sections_when_not_joint.not_for",
              "exclude-drawn-by-other-sections.not-for"),
          Map.entry("no_inspection_outside_list.value", "no-inspection-outside-list.forbidden"),
          Map.entry("single_bureau.value", "single-bureau."),
          Map.entry("target_list_immutable.value", "target-list-immutable."),
          Map.entry("credit_rating_module.value", "credit-rating-module."),
          Map.entry("whole_process_recording.value", "whole-process-recording."),
          Map.entry("report_draw_to.values", "report-draw-to.receivers"),
          Map.entry("inspector_shortage.training", "inspector-shortage.training-for"),
          Map.entry("registry_confirmation_before_draw.value", "registry-confirmation.registries"),
          Map.entry("method.default", "method.usual"),
          Map.entry("transfer_within", "transfer.within"),
          Map.entry("publish.collected.mobile", "publish.collected-mobile"),
          Map.entry("publish.collected.otherwise", "publish.collected-otherwise"),
          Map.entry("publish.latest", "publish.within"),
          Map.entry("mobile_share.target", "mobile-share.target-percent"),
          Map.entry("joint_share.min", "joint-share.min-percent"));

  /** Values that are written in another way in the files. */
  private static final Map<String, Object> VALUES =
      Map.of(
          "market-supervision-bureau-with-departments",
          "market-supervision-with-departments",
          "required-for-cross-section",
          Set.of("cross-section-draw"));

  private Facts() {}

  /** The facts of a profile. */
  static List<Fact> of(String profile) {
    List<Fact> facts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> rule : read().get(profile).properties()) {
      if (!HEADER.contains(rule.getKey())) {
        addRule(facts, rule.getKey(), rule.getValue());
      }
    }
    return facts;
  }

  /** What is said of the regulation itself. */
  static JsonNode header(String profile, String key) {
    return read().get(profile).path(key);
  }

  private static void addRule(List<Fact> facts, String rule, JsonNode said) {
    List<String> clauses = said.path("clause").valueStream().map(JsonNode::stringValue).toList();
    if (!said.isObject() || said.has("from") && said.has("days")) {
      add(facts, rule, said, clauses);
      return;
    }
    for (Map.Entry<String, JsonNode> field : said.properties()) {
      if (!field.getKey().equals("clause")) {
        addField(facts, rule, said, field, clauses);
      }
    }
  }

  private static void addField(
      List<Fact> facts,
      String rule,
      JsonNode said,
      Map.Entry<String, JsonNode> field,
      List<String> clauses) {
    String name = rule + "." + field.getKey();
    JsonNode value = field.getValue();
    switch (name) {
      case "publish.collected" ->
          value
              .properties()
              .forEach(e -> add(facts, name + "." + e.getKey(), e.getValue(), clauses));
      case "plan.must_contain_every_inspection" -> {
        facts.add(new Fact("plan", "nothing-outside-plan", true, clauses));
        facts.add(new Fact("plan", "unless", plain(value.get("unless")), clauses));
      }
      case "plan.to" ->
          facts.add(
              new Fact(
                  "plan",
                  said.has("own_plan_file_by") ? "own-file-to" : "submit-to",
                  plain(value),
                  clauses));
      case "plan.publish", "item_list.publish" -> {
        String kebab = rule.replace('_', '-');
        facts.add(new Fact(kebab, "publish", true, clauses));
        if (!value.isBoolean()) {
          facts.add(new Fact(kebab, "publish-at", list(plain(value)), clauses));
        }
      }
      case "ad_hoc.file_with", "replacement.needs", "recusal.needs", "inspector_shortage.needs" ->
          facts.add(
              new Fact(
                  rule.replace('_', '-'),
                  field.getKey().replace('_', '-'),
                  list(plain(value)),
                  clauses));
      case "registry_confirmation_before_draw.value" ->
          facts.add(
              new Fact(
                  "registry-confirmation", "registries", Set.of("targets", "inspectors"), clauses));
      default -> add(facts, name, value, clauses);
    }
  }

  private static void add(List<Fact> facts, String name, JsonNode value, List<String> clauses) {
    String there = NAMES.getOrDefault(name, name.replace('_', '-'));
    int dot = there.indexOf('.');
    facts.add(new Fact(there.substring(0, dot), there.substring(dot + 1), plain(value), clauses));
  }

  private static Object list(Object value) {
    return value instanceof Set<?> ? value : Set.of(value);
  }

  /** A value of a file, to be compared with a fact. */
  static Object comparable(String json) {
    return plain(YAML.readTree(json));
  }

  private static Object plain(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().map(Facts::plain).collect(Collectors.toSet());
    }
    if (value.isObject()) {
      Map<String, Object> parts = new TreeMap<>();
      value.properties().forEach(e -> parts.put(e.getKey(), plain(e.getValue())));
      parts.remove("clause");
      return parts;
    }
    if (value.isString()) {
      String kebab = value.stringValue().replace('_', '-');
      return VALUES.getOrDefault(kebab, kebab);
    }
    if (value.isFloatingPointNumber()) {
      return (int) Math.round(value.doubleValue() * 100);
    }
    return value.isNull() ? "nothing" : value.isBoolean() ? value.booleanValue() : value.intValue();
  }

  private static JsonNode read() {
    try (InputStream in =
        Objects.requireNonNull(Facts.class.getResourceAsStream("/policy/facts.yaml"))) {
      return YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
