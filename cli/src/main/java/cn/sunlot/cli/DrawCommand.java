package cn.sunlot.cli;

import cn.sunlot.cli.SeedMaking.Opened;
import cn.sunlot.cli.lists.TargetList;
import cn.sunlot.cli.rules.TargetRules;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.Opening;
import cn.sunlot.draw.Quota;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.targets.Drawn;
import cn.sunlot.draw.targets.Pool;
import cn.sunlot.draw.targets.PoolBuilder;
import cn.sunlot.draw.targets.TargetDraw;
import cn.sunlot.draw.targets.TargetRound;
import cn.sunlot.draw.transcript.Result;
import cn.sunlot.draw.transcript.Transcript;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sunlot draw}: draws targets from a sheet. */
@Command(name = "draw")
final class DrawCommand implements Callable<Integer> {

  private final Console console;

  @Option(names = "--targets", required = true, paramLabel = "FILE")
  Path targets = Path.of("");

  @Option(names = "--rules", required = true, paramLabel = "rules.yaml")
  Path rulesFile = Path.of("");

  @Option(names = "--out", paramLabel = "DIR")
  @Nullable Path out;

  DrawCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    TargetRules rules = TargetRules.read(rulesFile);
    if (rules.ceremony().operatorAlone()) {
      console.say("draw.operator-alone");
    }
    Suite suite = Console.suites().get(rules.ceremony().suite());
    TargetList list = TargetList.read(targets, rules);
    String draw = SeedMaking.drawId(console, rules.ceremony());
    byte[] frameKey = new byte[Suite.LENGTH];
    console.random().nextBytes(frameKey);
    Units units = new Units(suite, draw, frameKey);
    Pool pool = pool(list, units);
    Subject.Targets subject = pool.subject("", quotas(list, rules));
    announce(list, subject);
    Folder folder = Folder.create(Optional.ofNullable(out).orElse(Path.of(draw)));
    SeedMaking seed = new SeedMaking(console, rules.ceremony(), suite, draw, folder);
    String profile = SeedMaking.hash(suite, Files.readAllBytes(rulesFile));
    Opened opened = seed.run(subject, profile, Names.hex(frameKey));
    TargetRound round = new TargetDraw(pool.frame()).first(opened.tickets(), subject.strata());
    write(folder, rules, list, units, pool, opened, round);
    return 0;
  }

  private static Pool pool(TargetList list, Units units) {
    PoolBuilder builder = new PoolBuilder(units);
    for (TargetList.Unit unit : list.units()) {
      if (unit.excluded()) {
        builder.exclude(unit.id(), unit.code());
      } else {
        builder.add(unit.id(), unit.code(), unit.weight());
      }
    }
    return builder.build();
  }

  /** The quotas of strata that have members; the others are named. */
  private Map<String, Quota> quotas(TargetList list, TargetRules rules) {
    Map<String, Quota> quotas = new LinkedHashMap<>();
    rules
        .strata()
        .forEach(
            (name, quota) -> {
              if (list.sizes().containsKey(name)) {
                quotas.put(name, quota);
              } else {
                console.say("draw.empty-stratum", name);
              }
            });
    if (quotas.isEmpty()) {
      throw Trouble.of("draw.nobody", targets.getFileName());
    }
    return quotas;
  }

  private void announce(TargetList list, Subject.Targets subject) {
    if (!list.oddCodes().isEmpty()) {
      List<String> rows = list.oddCodes().stream().limit(10).map(String::valueOf).toList();
      console.say("draw.odd-codes", list.oddCodes().size(), String.join(", ", rows));
    }
    console.say(
        "draw.pool",
        subject.pool().size(),
        subject.frame().size(),
        subject.excluded().list().size());
    subject.strata().forEach((name, s) -> console.say("draw.stratum", name, s.size(), s.quota()));
  }

  private void write(
      Folder folder,
      TargetRules rules,
      TargetList list,
      Units units,
      Pool pool,
      Opened opened,
      TargetRound round)
      throws IOException {
    Map<String, Opening> byToken = openings(list, units, round);
    List<Opening> published = rules.openDrawn() ? new ArrayList<>(byToken.values()) : List.of();
    Transcript transcript =
        new Transcript(
            opened.commitment(),
            new Transcript.Lists.Targets(pool.frame(), pool.excluded()),
            opened.reveals(),
            List.of(),
            new Result<>(opened.commitment().draw(), List.of(round)).json(TargetRound::json),
            published);
    try (OutputStream zip = folder.stream(Folder.TRANSCRIPT)) {
      transcript.writeZip(zip);
    }
    try (OutputStream book = folder.stream(DrawnBook.NAME)) {
      new DrawnBook(console.words(), list, byToken).write(book, round);
    }
    int drawn = round.strata().values().stream().mapToInt(List::size).sum();
    console.say("draw.done", drawn, folder.path(DrawnBook.NAME));
    console.say("draw.verify", folder.path(Folder.TRANSCRIPT));
    console.say("draw.secrets", folder.path(Folder.SECRETS));
  }

  /** The openings of the drawn units, by token, in the order of drawing. */
  private static Map<String, Opening> openings(TargetList list, Units units, TargetRound round) {
    Map<String, Opening> byToken = new LinkedHashMap<>();
    Map<String, String> unitOf = new HashMap<>();
    round.strata().values().forEach(l -> l.forEach(d -> unitOf.put(d.token(), "")));
    for (TargetList.Unit unit : list.units()) {
      unitOf.replace(units.token(unit.id()), unit.id());
    }
    for (List<Drawn> drawn : round.strata().values()) {
      drawn.forEach(d -> byToken.put(d.token(), units.open(unitOf.getOrDefault(d.token(), ""))));
    }
    return byToken;
  }
}
