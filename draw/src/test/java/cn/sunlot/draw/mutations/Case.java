package cn.sunlot.draw.mutations;

import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.draw.verify.Finding;
import cn.sunlot.draw.verify.Outcome.Status;
import cn.sunlot.draw.verify.Report;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mutation with what a verifier must say of it.
 *
 * @param sample name of the transcript that is changed
 * @param mutation the change
 * @param guard the check that must find it; none if it is free
 * @param why no check finds it, if none does
 * @param failed all checks that fail
 * @param chinese the first finding
 * @param english the first finding
 */
public record Case(
    String sample,
    Mutation mutation,
    Optional<Check> guard,
    Optional<String> why,
    List<Check> failed,
    String chinese,
    String english) {

  /** What a report says of a mutation. */
  public static Case of(String sample, Mutation mutation, Report report) {
    List<Check> failed =
        report.outcomes().stream()
            .filter(o -> o.status() == Status.FAILED)
            .map(o -> o.check())
            .toList();
    Optional<Finding> first = report.findings().stream().findFirst();
    Optional<String> why = Guards.free(mutation);
    return new Case(
        sample,
        mutation,
        why.isEmpty() ? Optional.of(Guards.of(mutation)) : Optional.empty(),
        why,
        failed,
        first.map(f -> f.in(Locale.CHINESE)).orElse(""),
        first.map(f -> f.in(Locale.ENGLISH)).orElse(""));
  }

  /** Whether it is found by the check that must find it, or is free and not found. */
  public boolean sound() {
    return guard.map(failed::contains).orElse(failed.isEmpty());
  }

  /** One line of the list. */
  Json json() {
    Json.Builder out =
        Json.object()
            .put("sample", sample)
            .put("what", mutation.what())
            .put("file", mutation.file())
            .put("op", mutation.op().word())
            .put("at", mutation.at())
            .put("with", mutation.with())
            .put("failed", Json.texts(failed.stream().map(Check::name).toList()));
    guard.ifPresent(check -> out.put("guard", check.name()));
    why.ifPresent(text -> out.put("why", text));
    return out.put("zh", chinese).put("en", english).build();
  }

  static Case read(Node node) {
    Mutation mutation =
        new Mutation(
            node.get("what").text(),
            node.get("file").text(),
            Op.of(node.get("op").text()),
            node.get("at").text(),
            node.get("with").value());
    return new Case(
        node.get("sample").text(),
        mutation,
        node.find("guard").map(n -> Check.valueOf(n.text())),
        node.find("why").map(Node::text),
        node.get("failed").items().stream().map(n -> Check.valueOf(n.text())).toList(),
        node.get("zh").text(),
        node.get("en").text());
  }

  /** A line of the report. */
  @Override
  public String toString() {
    return String.join(
        "\t",
        sample,
        mutation.file(),
        mutation.at(),
        mutation.what(),
        guard.map(Check::name).orElse("free"),
        failed.toString(),
        why.orElse(english));
  }
}
