package cn.sunlot.draw.verify;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.Quota;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.targets.Pool;
import cn.sunlot.draw.targets.PoolBuilder;
import cn.sunlot.draw.targets.SubstituteRound;
import cn.sunlot.draw.targets.TargetDraw;
import cn.sunlot.draw.targets.TargetRound;
import cn.sunlot.draw.text.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A vector for targets: the whole pool is built anew from units and frame key. */
final class TargetVector implements VectorCheck.Body {

  private final Units units;
  private final Node vector;
  private final Subject.Targets stated;
  private final List<String> drawable;
  private final List<String> excluded;
  private final Pool pool;
  private final List<TargetRound> rounds = new ArrayList<>();
  private final List<SubstituteRound> inputs = new ArrayList<>();

  TargetVector(Suite suite, Commitment commitment, Subject.Targets stated, Node vector) {
    this.vector = vector;
    this.stated = stated;
    byte[] key = Names.bytes32("frame_key", vector.get("frame_key").text());
    units = new Units(suite, commitment.draw(), key);
    drawable = vector.get("units").items().stream().map(Node::text).toList();
    excluded = vector.get("excluded_units").items().stream().map(Node::text).toList();
    pool = pool();
  }

  /** Which stratum, weight or reason a unit has is given only by its line. */
  private Pool pool() {
    Map<String, String[]> byToken = new HashMap<>();
    for (String list : List.of("frame", "excluded")) {
      for (Node line : vector.get(list).items()) {
        String[] parts = line.text().split(",", -1);
        byToken.put(list + parts[0], parts);
      }
    }
    PoolBuilder builder = new PoolBuilder(units);
    for (String unit : drawable) {
      String[] line = line(byToken, "frame", unit, 3);
      builder.add(unit, line[1], Integer.parseInt(line[2]));
    }
    for (String unit : excluded) {
      builder.exclude(unit, line(byToken, "excluded", unit, 2)[1]);
    }
    return builder.build();
  }

  private String[] line(Map<String, String[]> byToken, String list, String unit, int parts) {
    String[] line = byToken.get(list + units.token(unit));
    if (line == null || line.length != parts) {
      throw Refusal.of("vector.no-line", list, unit, units.token(unit));
    }
    return line;
  }

  @Override
  public void recompute(Json.Builder out) {
    String first = vector.get("first_unit").get("unit").text();
    out.put("frame_key", vector.get("frame_key").text())
        .put("units", Json.texts(drawable))
        .put("excluded_units", Json.texts(excluded))
        .put(
            "first_unit",
            Json.object()
                .put("unit", first)
                .put("salt", units.salt(first))
                .put("token", units.token(first))
                .build())
        .put("frame", lines(pool.frame().size(), true))
        .put("excluded", lines(pool.excluded().size(), false));
  }

  private Json lines(int size, boolean frame) {
    return Json.texts(
        IntStream.range(0, size)
            .mapToObj(i -> frame ? pool.frame().line(i) : pool.excluded().line(i))
            .toList());
  }

  @Override
  public Subject subject() {
    List<String> all = new ArrayList<>(drawable);
    all.addAll(excluded);
    Map<String, Quota> rules = new TreeMap<>();
    stated.strata().forEach((name, stratum) -> rules.put(name, stratum.rule()));
    return pool.subject(Pool.snapshot(all), rules);
  }

  @Override
  public Json first(Tickets tickets) {
    TargetDraw draw = new TargetDraw(pool.frame());
    rounds.add(draw.first(tickets, stated.strata()));
    return rounds.get(0).strataJson();
  }

  @Override
  public List<PublicSource> sources(Node input) {
    return SubstituteRound.read(input).sources();
  }

  @Override
  public String resultName() {
    return "drawn";
  }

  @Override
  public Json next(Tickets tickets, Node node) {
    SubstituteRound input = SubstituteRound.read(node);
    input.requireConsistent(stated.strata().keySet(), rounds, inputs);
    TargetRound round = new TargetDraw(pool.frame()).next(tickets, input, rounds);
    rounds.add(round);
    inputs.add(input);
    return round.strataJson();
  }
}
