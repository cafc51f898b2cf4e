package cn.sunlot.draw.verify;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.matching.InspectorRound;
import cn.sunlot.draw.matching.MatchResult;
import cn.sunlot.draw.matching.Matching;
import cn.sunlot.draw.matching.Roster;
import cn.sunlot.draw.matching.Standing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A vector for inspectors: the roster is read, hashed and matched anew. */
final class InspectorVector implements VectorCheck.Body {

  private final Suite suite;
  private final Roster roster;
  private Standing standing;

  InspectorVector(Suite suite, Node vector) {
    this.suite = suite;
    this.roster = Roster.read(vector.get("roster").value());
    this.standing = Standing.before(roster);
  }

  @Override
  public void recompute(Json.Builder out) {
    out.put("roster", roster.json());
  }

  @Override
  public Subject subject() {
    return new Subject.Inspectors(Names.hex(suite.hash(Jcs.write(roster.json()))));
  }

  @Override
  public Json first(Tickets tickets) {
    MatchResult result = Matching.draw(roster, tickets);
    standing = standing.with(result);
    return withoutNumber(result);
  }

  @Override
  public List<PublicSource> sources(Node input) {
    return InspectorRound.read(input.value()).sources();
  }

  @Override
  public String resultName() {
    return "result";
  }

  @Override
  public Json next(Tickets tickets, Node node) {
    InspectorRound input = InspectorRound.read(node.value());
    standing = standing.after(input);
    MatchResult result = Matching.round(standing, input.open(), tickets);
    standing = standing.with(result);
    return withoutNumber(result);
  }

  private static Json withoutNumber(MatchResult result) {
    Map<String, Json> members = new TreeMap<>(result.json(0).members());
    members.remove("r");
    return new Json.Obj(members);
  }
}
