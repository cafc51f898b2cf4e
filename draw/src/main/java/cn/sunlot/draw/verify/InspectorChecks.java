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
import cn.sunlot.draw.matching.Slot;
import cn.sunlot.draw.matching.Standing;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.draw.text.Say;
import cn.sunlot.draw.transcript.Result;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.transcript.TranscriptFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The checks of a matching of inspectors. */
final class InspectorChecks implements Subjects {

  private static final String ROSTER = TranscriptFiles.ROSTER;

  private final Suite suite;
  private final Subject.Inspectors stated;
  private final TranscriptFiles files;
  private final Inputs documents;
  private final Findings findings;
  private final List<InspectorRound> inputs = new ArrayList<>();
  private final Set<String> singles = new TreeSet<>();
  private Optional<Node> document = Optional.empty();
  private Optional<Roster> roster = Optional.empty();
  private Optional<Standing> standing = Optional.empty();
  private Optional<Result<Node>> result = Optional.empty();

  InspectorChecks(
      Suite suite,
      Subject.Inspectors stated,
      TranscriptFiles files,
      Inputs documents,
      Findings findings) {
    this.suite = suite;
    this.stated = stated;
    this.files = files;
    this.documents = documents;
    this.findings = findings;
  }

  @Override
  public void read() {
    for (String other : List.of(TranscriptFiles.FRAME, TranscriptFiles.EXCLUDED)) {
      if (files.names().contains(other)) {
        findings.fail(Check.V1, other, 0, Say.of("v1.purpose"));
      }
    }
    document = findings.attempt(Check.V1, ROSTER, () -> Transcript.json(files, ROSTER));
    roster =
        document.flatMap(d -> findings.attempt(Check.V1, ROSTER, () -> Roster.read(d.value())));
    inputs.addAll(documents.read(node -> InspectorRound.read(node.value())));
    String file = TranscriptFiles.RESULT;
    result =
        findings.attempt(
            Check.V1,
            file,
            () -> Result.read(Transcript.json(files, file), InspectorChecks::shaped));
  }

  /** A round of the result, of which no member is unknown and every name fits. */
  private static Node shaped(Node round) {
    round.only("r", "cap", "slots", "unfilled", "reason");
    round.get("r").integer(0, Integer.MAX_VALUE);
    round.find("cap").ifPresent(cap -> cap.integer(1, Json.Int.LIMIT - 1));
    for (Node slot : round.get("slots").items()) {
      slot.only("group", "role", "person").get("person").text(Names.LABEL);
      named(slot);
    }
    round.get("unfilled").items().forEach(slot -> named(slot.only("group", "role")));
    round
        .find("reason")
        .ifPresent(
            reason -> {
              reason.only("slots", "persons");
              reason.get("slots").items().forEach(slot -> named(slot.only("group", "role")));
              reason.get("persons").items().forEach(person -> person.text(Names.LABEL));
            });
    return round;
  }

  private static void named(Node slot) {
    slot.get("group").text(Names.LABEL);
    slot.get("role").text(Names.CODE);
  }

  @Override
  public void lists() {
    findings.notChecked(Check.V2, Say.of("skip.inspectors"));
    findings.notChecked(Check.V4, Say.of("skip.inspectors"));
    document.ifPresentOrElse(
        d -> hash(Names.hex(suite.hash(Jcs.write(d.value())))),
        () -> findings.notChecked(Check.V3, Say.of("skip.needs", Check.V1, ROSTER)));
  }

  private void hash(String found) {
    if (!found.equals(stated.rosterHash())) {
      findings.fail(Check.V3, ROSTER, 1, Say.of("v3.roster", found, stated.rosterHash()));
    }
  }

  @Override
  public int inputs() {
    return inputs.size();
  }

  @Override
  public List<PublicSource> sources(int r) {
    return inputs.get(r - 1).sources();
  }

  @Override
  public Optional<List<Json>> results() {
    return result.map(r -> r.rounds().stream().map(Node::value).toList());
  }

  @Override
  public Optional<String> resultDraw() {
    return result.map(Result::draw);
  }

  @Override
  public boolean drawable() {
    return roster.isPresent() && result.isPresent() && documents.complete();
  }

  @Override
  public boolean round(int r, Tickets tickets) {
    MatchResult computed;
    if (r == 0) {
      Standing before = Standing.before(roster.orElseThrow());
      single(before, before.roster().slots().keySet());
      computed = Matching.draw(before.roster(), tickets);
      standing = Optional.of(before.with(computed));
    } else {
      InspectorRound input = inputs.get(r - 1);
      try {
        standing = Optional.of(standing.orElseThrow().after(input));
      } catch (Refusal e) {
        findings.fail(Check.V11, TranscriptFiles.round(r), 1, e.say());
        return false;
      }
      Standing after = standing.orElseThrow();
      single(after, input.open());
      computed = Matching.round(after, input.open(), tickets);
      standing = Optional.of(after.with(computed));
    }
    compare(r, computed.json(r));
    return true;
  }

  private void compare(int r, Json computed) {
    List<Node> rounds = result.orElseThrow().rounds();
    if (r < rounds.size()) {
      Difference.first(rounds.get(r).path(), rounds.get(r).value(), computed)
          .map(Difference::say)
          .ifPresent(say -> findings.fail(Check.V10, TranscriptFiles.RESULT, 1, say));
    }
  }

  /** Remembers slots for which chance has nothing to choose. */
  private void single(Standing now, Collection<Slot> open) {
    for (Slot slot : open) {
      String name = now.roster().slots().get(slot);
      List<String> members = now.roster().classes().getOrDefault(name, List.of());
      Set<String> recused = now.recusedFrom(slot.group());
      long eligible =
          members.stream().filter(p -> !recused.contains(p) && !now.isAbsent(p)).count();
      if (eligible == 1) {
        singles.add(slot.label());
      }
    }
  }

  @Override
  public Optional<Boolean> knows(String token) {
    return roster.map(
        r -> {
          Set<String> names = new HashSet<>(r.groups());
          names.addAll(r.persons().keySet());
          r.absent().forEach(absence -> names.add(absence.person()));
          return names.contains(token);
        });
  }

  @Override
  public Optional<Say> singleChoice() {
    return singles.isEmpty()
        ? Optional.empty()
        : Optional.of(Say.of("warn.single", String.join(", ", singles)));
  }

  @Override
  public int unopened(Set<String> opened) {
    return 0;
  }
}
