package cn.sunlot.cli;

import cn.sunlot.cli.SeedMaking.Opened;
import cn.sunlot.cli.lists.InspectorList;
import cn.sunlot.cli.rules.MatchRules;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.matching.MatchResult;
import cn.sunlot.draw.matching.Matching;
import cn.sunlot.draw.matching.Roster;
import cn.sunlot.draw.matching.Slot;
import cn.sunlot.draw.transcript.Result;
import cn.sunlot.draw.transcript.Transcript;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sunlot match}: matches inspectors to visits, both from sheets. */
@Command(name = "match")
final class MatchCommand implements Callable<Integer> {

  /** Drawn, but not every slot could be filled. */
  static final int UNFILLED = 3;

  private static final int SHOWN = 20;

  private final Console console;

  @Option(names = "--rules", required = true, paramLabel = "rules.yaml")
  Path rulesFile = Path.of("");

  @Option(names = "--inspectors", paramLabel = "FILE")
  @Nullable Path inspectors;

  @Option(names = "--visits", paramLabel = "FILE")
  @Nullable Path visits;

  @Option(names = "--out", paramLabel = "DIR")
  @Nullable Path out;

  MatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    MatchRules rules = MatchRules.read(rulesFile);
    if (rules.ceremony().operatorAlone()) {
      console.say("draw.operator-alone");
    }
    Suite suite = Console.suites().get(rules.ceremony().suite());
    InspectorList list =
        InspectorList.read(
            file(inspectors, rules.inspectors(), "--inspectors"),
            file(visits, rules.visits(), "--visits"),
            rules);
    Roster roster = list.roster();
    String draw = SeedMaking.drawId(console, rules.ceremony());
    console.say(
        "match.roster",
        roster.groups().size(),
        roster.slots().size(),
        roster.persons().size(),
        roster.absent().size());
    Folder folder = Folder.create(Optional.ofNullable(out).orElse(Path.of(draw)));
    Json document = roster.json();
    Subject subject = new Subject.Inspectors(Names.hex(suite.hash(Jcs.write(document))));
    String profile = SeedMaking.hash(suite, Files.readAllBytes(rulesFile));
    Opened opened =
        new SeedMaking(console, rules.ceremony(), suite, draw, folder).run(subject, profile, "");
    MatchResult result = Matching.draw(roster, opened.tickets());
    write(folder, list, opened, document, result);
    unfilled(result);
    return result.unfilled().isEmpty() ? 0 : UNFILLED;
  }

  private Path file(@Nullable Path given, MatchRules.Listed listed, String option) {
    if (given != null) {
      return given;
    }
    String name = listed.file().orElseThrow(() -> listed.entry().wrong("match.no-file", option));
    return rulesFile.toAbsolutePath().resolveSibling(name);
  }

  private void write(
      Folder folder, InspectorList list, Opened opened, Json document, MatchResult result)
      throws IOException {
    Transcript transcript =
        new Transcript(
            opened.commitment(),
            new Transcript.Lists.Roster(document),
            opened.reveals(),
            List.of(),
            new Result<>(opened.commitment().draw(), List.of(result)).json(r -> r.json(0)),
            List.of());
    try (OutputStream zip = folder.stream(Folder.TRANSCRIPT)) {
      transcript.writeZip(zip);
    }
    try (OutputStream book = folder.stream(TeamBook.NAME)) {
      new TeamBook(console.words(), list).write(book, result);
    }
    result.cap().ifPresent(cap -> console.say("match.cap", cap));
    console.say("match.done", result.slots().size(), folder.path(TeamBook.NAME));
    console.say("draw.verify", folder.path(Folder.TRANSCRIPT));
    console.say("draw.secrets", folder.path(Folder.SECRETS));
  }

  private void unfilled(MatchResult result) {
    MatchResult.Reason reason = result.reason();
    if (reason == null) {
      return;
    }
    console.complain(
        Message.of("match.unfilled", result.unfilled().size(), labels(result.unfilled())));
    console.complain(
        Message.of(
            "match.reason",
            reason.slots().size(),
            labels(reason.slots()),
            reason.persons().size(),
            shown(reason.persons())));
  }

  private static String labels(List<Slot> slots) {
    return shown(slots.stream().map(Slot::label).toList());
  }

  private static String shown(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() > SHOWN ? first + ", …" : first;
  }
}
