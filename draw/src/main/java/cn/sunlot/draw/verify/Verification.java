package cn.sunlot.draw.verify;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Opening;
import cn.sunlot.draw.Party;
import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.Seed;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.text.Say;
import cn.sunlot.draw.transcript.Reveals;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.transcript.TranscriptFiles;
import cn.sunlot.draw.verify.LogCheck.LogFindings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** One run of the verifier over one transcript. */
final class Verification {

  private final Suites suites;
  private final TranscriptFiles files;
  private final Optional<LogCheck> log;
  private final Optional<String> expectedHash;
  private final Findings findings = new Findings();
  private final Inputs inputs;

  Verification(
      Suites suites, TranscriptFiles files, Optional<LogCheck> log, Optional<String> expectedHash) {
    this.suites = suites;
    this.files = files;
    this.log = log;
    this.expectedHash = expectedHash;
    this.inputs = new Inputs(files, findings);
  }

  Report run() {
    Optional<Commitment> commitment =
        document(TranscriptFiles.COMMITMENT)
            .flatMap(n -> v1(TranscriptFiles.COMMITMENT, () -> Commitment.read(n)));
    Optional<Suite> suite =
        commitment.flatMap(c -> v1(TranscriptFiles.COMMITMENT, () -> suites.get(c.suite())));
    if (commitment.isEmpty() || suite.isEmpty()) {
      for (Check check : Check.values()) {
        if (check != Check.V1) {
          findings.notChecked(check, Say.of("skip.needs", Check.V1, TranscriptFiles.COMMITMENT));
        }
      }
      return new Report(findings.outcomes(), List.of());
    }
    return check(commitment.get(), suite.get());
  }

  private Report check(Commitment commitment, Suite suite) {
    Optional<Reveals> reveals =
        document(TranscriptFiles.REVEALS)
            .flatMap(n -> v1(TranscriptFiles.REVEALS, () -> Reveals.read(n)));
    Optional<List<Opening>> openings =
        document(TranscriptFiles.OPENINGS)
            .flatMap(n -> v1(TranscriptFiles.OPENINGS, () -> Transcript.openings(n)));
    Subjects subjects = subjects(commitment, suite);
    subjects.read();
    subjects.lists();
    hash(commitment, suite);
    reveals.ifPresentOrElse(
        r -> revealed(commitment, suite, subjects, r),
        () -> skip(TranscriptFiles.REVEALS, Check.V7, Check.V8, Check.V9, Check.V10, Check.V11));
    openings.ifPresentOrElse(
        o -> opened(commitment, suite, subjects, o),
        () -> skip(TranscriptFiles.OPENINGS, Check.V12));
    int cosignatures = logged(commitment, suite, subjects, reveals);
    List<Say> warnings = warnings(commitment, subjects, openings.orElse(List.of()), cosignatures);
    return new Report(findings.outcomes(), warnings);
  }

  private Subjects subjects(Commitment commitment, Suite suite) {
    if (commitment.subject() instanceof Subject.Targets targets) {
      return new TargetChecks(suite, targets, files, inputs, findings);
    }
    return new InspectorChecks(
        suite, (Subject.Inspectors) commitment.subject(), files, inputs, findings);
  }

  private Optional<Node> document(String name) {
    return v1(name, () -> Transcript.json(files, name));
  }

  private <T> Optional<T> v1(String file, Findings.Step<T> step) {
    return findings.attempt(Check.V1, file, step);
  }

  private void skip(String file, Check... checks) {
    for (Check check : checks) {
      findings.notChecked(check, Say.of("skip.needs", Check.V1, file));
    }
  }

  private void hash(Commitment commitment, Suite suite) {
    String hash = commitment.hash(suite);
    findings.note(Check.V5, Say.of("v5.hash", hash));
    if (expectedHash.isEmpty()) {
      findings.note(Check.V5, Say.of("v5.compare"));
    } else if (!expectedHash.get().equals(hash)) {
      findings.fail(
          Check.V5, TranscriptFiles.COMMITMENT, 1, Say.of("v5.other", expectedHash.get(), hash));
    }
  }

  private void revealed(Commitment commitment, Suite suite, Subjects subjects, Reveals reveals) {
    boolean complete = nonces(commitment, suite, reveals);
    complete &= values(commitment, subjects, reveals);
    complete &= new ChainCheck(findings).check(commitment, suite, reveals, subjects.inputs());
    if (!complete || !subjects.drawable()) {
      findings.notChecked(Check.V10, Say.of("skip.seed"));
      findings.notChecked(Check.V11, Say.of("skip.seed"));
      return;
    }
    Seed seed = Seed.of(suite, commitment, reveals.nonces(), reveals.values());
    subjects
        .resultDraw()
        .filter(draw -> !draw.equals(commitment.draw()))
        .ifPresent(d -> v10("v10.draw", d, commitment.draw()));
    int rounds = subjects.inputs() + 1;
    int results = subjects.results().orElse(List.of()).size();
    if (results != rounds) {
      v10("v10.rounds", results, rounds);
    }
    for (int r = 0; r < rounds; r++) {
      if (!subjects.round(r, tickets(suite, seed, subjects, reveals, r))) {
        return;
      }
    }
  }

  private void v10(String key, Object... args) {
    findings.fail(Check.V10, TranscriptFiles.RESULT, 1, Say.of(key, args));
  }

  private Tickets tickets(Suite suite, Seed seed, Subjects subjects, Reveals reveals, int r) {
    byte[] chain = Names.bytes32("chain", reveals.chain().get(r));
    if (r == 0) {
      return seed.tickets(chain);
    }
    Json input = inputs.document(r).value();
    String ikm = seed.ikm(r, input, subjects.sources(r), reveals.rounds().get(r - 1).values());
    return suite.tickets(seed.prk(chain, ikm));
  }

  private boolean nonces(Commitment commitment, Suite suite, Reveals reveals) {
    List<Party> parties = commitment.parties();
    List<Nonce> nonces = reveals.nonces();
    for (int i = 0; i < parties.size(); i++) {
      String path = "$.nonces[" + i + "]";
      if (i >= nonces.size()) {
        v7("v7.missing", parties.get(i).party());
      } else if (!nonces.get(i).party().equals(parties.get(i).party())) {
        v7("v7.order", path, nonces.get(i).party(), parties.get(i).party());
      } else if (!nonces.get(i).opens(parties.get(i), suite, commitment.draw())) {
        v7("v7.nonce", parties.get(i).party());
      }
    }
    if (nonces.size() > parties.size()) {
      v7("v7.extra", nonces.size(), parties.size());
    }
    return !findings.failed(Check.V7);
  }

  private void v7(String key, Object... args) {
    findings.fail(Check.V7, TranscriptFiles.REVEALS, 1, Say.of(key, args));
  }

  private boolean values(Commitment commitment, Subjects subjects, Reveals reveals) {
    values("$.public", commitment.sources(), reveals.values());
    int rounds = subjects.inputs();
    if (reveals.rounds().size() != rounds) {
      v8("v8.rounds", reveals.rounds().size(), rounds);
    }
    for (int i = 0; i < Math.min(rounds, reveals.rounds().size()); i++) {
      Reveals.RoundValues round = reveals.rounds().get(i);
      if (round.r() != i + 1) {
        v8("v8.number", "$.rounds[" + i + "].r", round.r(), i + 1);
      }
      values("$.rounds[" + i + "].public", subjects.sources(i + 1), round.values());
    }
    return !findings.failed(Check.V8);
  }

  private void values(String path, List<PublicSource> sources, List<String> values) {
    if (sources.size() != values.size()) {
      v8("v8.count", path, values.size(), sources.size());
    }
    for (int i = 0; i < values.size(); i++) {
      if (!Names.VALUE.matcher(values.get(i)).matches()) {
        v8("v8.value", path + "[" + i + "]", values.get(i));
      }
    }
  }

  private void v8(String key, Object... args) {
    findings.fail(Check.V8, TranscriptFiles.REVEALS, 1, Say.of(key, args));
  }

  private void opened(
      Commitment commitment, Suite suite, Subjects subjects, List<Opening> openings) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < openings.size(); i++) {
      Opening opening = openings.get(i);
      String path = "$[" + i + "]";
      if (!seen.add(opening.token())) {
        v12("v12.twice", path, opening.token());
      }
      if (!opening.holds(suite, commitment.draw())) {
        v12("v12.token", path, opening.unit());
      } else if (!subjects.knows(opening.token()).orElse(true)) {
        v12("v12.unknown", path, opening.unit());
      }
    }
  }

  private void v12(String key, Object... args) {
    findings.fail(Check.V12, TranscriptFiles.OPENINGS, 1, Say.of(key, args));
  }

  private int logged(
      Commitment commitment, Suite suite, Subjects subjects, Optional<Reveals> reveals) {
    LogCheck.Stated stated =
        new LogCheck.Stated(
            files,
            commitment,
            commitment.hash(suite),
            reveals,
            inputs.documents(),
            subjects.results());
    LogFindings found = log.map(check -> check.check(stated)).orElse(LogFindings.NO_LOG);
    found.findings().forEach(findings::add);
    found.notes().forEach(note -> findings.note(note.check(), note.say()));
    found.notChecked().forEach(skip -> findings.notChecked(skip.check(), skip.say()));
    return found.cosignatures();
  }

  private static List<Say> warnings(
      Commitment commitment, Subjects subjects, List<Opening> openings, int cosignatures) {
    List<Say> warnings = new ArrayList<>();
    if (commitment.operatorAlone()) {
      warnings.add(Say.of("warn.operator"));
    }
    if (!commitment.supervised()) {
      warnings.add(Say.of("warn.supervisor"));
    }
    List<String> foreseeable =
        IntStream.rangeClosed(1, subjects.inputs())
            .filter(r -> subjects.sources(r).isEmpty())
            .mapToObj(Integer::toString)
            .toList();
    if (!foreseeable.isEmpty()) {
      warnings.add(Say.of("warn.foreseeable", String.join(", ", foreseeable)));
    }
    subjects.singleChoice().ifPresent(warnings::add);
    Set<String> opened = new HashSet<>(openings.stream().map(Opening::token).toList());
    int unopened = subjects.unopened(opened);
    if (unopened > 0) {
      warnings.add(Say.of("warn.unopened", unopened));
    }
    if (cosignatures == 0) {
      warnings.add(Say.of("warn.cosignature"));
    }
    return warnings;
  }
}
