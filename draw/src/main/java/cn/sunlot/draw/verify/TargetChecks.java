package cn.sunlot.draw.verify;

import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Subject.Listed;
import cn.sunlot.draw.Subject.Stratum;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.targets.BadLine;
import cn.sunlot.draw.targets.Drawn;
import cn.sunlot.draw.targets.Exclusions;
import cn.sunlot.draw.targets.Frame;
import cn.sunlot.draw.targets.SubstituteRound;
import cn.sunlot.draw.targets.TargetDraw;
import cn.sunlot.draw.targets.TargetRound;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.draw.text.Say;
import cn.sunlot.draw.transcript.Result;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.transcript.TranscriptFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The checks of a draw of targets. */
final class TargetChecks implements Subjects {

  private static final String FRAME = TranscriptFiles.FRAME;
  private static final String EXCLUDED = TranscriptFiles.EXCLUDED;

  private final Suite suite;
  private final Subject.Targets stated;
  private final TranscriptFiles files;
  private final Inputs documents;
  private final Findings findings;
  private final List<SubstituteRound> inputs = new ArrayList<>();
  private final List<TargetRound> drawn = new ArrayList<>();
  private Optional<Frame> frame = Optional.empty();
  private Optional<Exclusions> excluded = Optional.empty();
  private Optional<Result<TargetRound>> result = Optional.empty();

  TargetChecks(
      Suite suite,
      Subject.Targets stated,
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
    if (files.names().contains(TranscriptFiles.ROSTER)) {
      findings.fail(Check.V1, TranscriptFiles.ROSTER, 0, Say.of("v1.purpose"));
    }
    frame = findings.attempt(Check.V1, FRAME, this::readFrame);
    excluded = findings.attempt(Check.V1, EXCLUDED, this::readExcluded);
    inputs.addAll(documents.read(SubstituteRound::read));
    result =
        findings.attempt(
            Check.V1,
            TranscriptFiles.RESULT,
            () -> Result.read(Transcript.json(files, TranscriptFiles.RESULT), TargetRound::read));
  }

  private Frame readFrame() throws IOException, BadLine {
    try (InputStream in = files.stream(FRAME)) {
      return Frame.readCsv(suite, in, stated.frame().size() + 1L);
    }
  }

  private Exclusions readExcluded() throws IOException, BadLine {
    try (InputStream in = files.stream(EXCLUDED)) {
      return Exclusions.readCsv(suite, in, stated.excluded().list().size() + 1L);
    }
  }

  @Override
  public void lists() {
    frame.ifPresent(f -> listed(FRAME, f.listed(), stated.frame()));
    excluded.ifPresent(e -> listed(EXCLUDED, e.excluded().list(), stated.excluded().list()));
    excluded.ifPresent(this::reasons);
    long sum = (long) stated.frame().size() + stated.excluded().list().size();
    if (stated.pool().size() != sum) {
      commitment(Check.V3, "v3.pool", stated.pool().size(), sum);
    }
    frame.ifPresentOrElse(this::strata, () -> findings.notChecked(Check.V4, needs(FRAME)));
    if (frame.isPresent() && excluded.isPresent()) {
      excluded
          .get()
          .firstAlsoIn(frame.get())
          .ifPresent(i -> findings.fail(Check.V2, EXCLUDED, i + 1, Say.of("v2.both")));
    } else {
      findings.notChecked(Check.V2, needs(frame.isEmpty() ? FRAME : EXCLUDED));
      findings.notChecked(Check.V3, needs(frame.isEmpty() ? FRAME : EXCLUDED));
    }
  }

  private static Say needs(String file) {
    return Say.of("skip.needs", Check.V1 + ", " + Check.V2, file);
  }

  private void commitment(Check check, String key, Object... args) {
    findings.fail(check, TranscriptFiles.COMMITMENT, 1, Say.of(key, args));
  }

  private void listed(String file, Listed found, Listed committed) {
    if (found.size() != committed.size()) {
      int line = Math.min(found.size(), committed.size()) + 1;
      findings.fail(Check.V3, file, line, Say.of("v3.size", found.size(), committed.size()));
    }
    if (!found.root().equals(committed.root())) {
      findings.fail(Check.V3, file, 1, Say.of("v3.root", found.root(), committed.root()));
    }
  }

  private void reasons(Exclusions list) {
    if (!list.reasons().equals(stated.excluded().reasons())) {
      commitment(Check.V3, "v3.reasons", stated.excluded().reasons(), list.reasons());
    }
  }

  private void strata(Frame list) {
    Map<String, Integer> sizes = list.sizes();
    Set<String> names = new TreeSet<>(sizes.keySet());
    names.addAll(stated.strata().keySet());
    for (String name : names) {
      Stratum stratum = stated.strata().get(name);
      int size = sizes.getOrDefault(name, 0);
      if (stratum == null) {
        commitment(Check.V4, "v4.unknown", name, size);
      } else if (stratum.size() != size) {
        commitment(Check.V4, "v4.size", name, stratum.size(), size);
      } else if (stratum.quota() != stratum.rule().of(size)) {
        commitment(Check.V4, "v4.quota", name, stratum.quota(), stratum.rule().of(size));
      }
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
    return result.map(r -> r.rounds().stream().map(TargetRound::json).toList());
  }

  @Override
  public Optional<String> resultDraw() {
    return result.map(Result::draw);
  }

  @Override
  public boolean drawable() {
    return frame.isPresent()
        && result.isPresent()
        && documents.complete()
        && !findings.failed(Check.V4);
  }

  @Override
  public boolean round(int r, Tickets tickets) {
    TargetDraw draw = new TargetDraw(frame.orElseThrow());
    if (r == 0) {
      drawn.add(draw.first(tickets, stated.strata()));
    } else {
      SubstituteRound input = inputs.get(r - 1);
      try {
        input.requireConsistent(stated.strata().keySet(), drawn, inputs.subList(0, r - 1));
        drawn.add(draw.next(tickets, input, drawn));
      } catch (Refusal e) {
        findings.fail(Check.V11, TranscriptFiles.round(r), 1, e.say());
        return false;
      }
    }
    List<TargetRound> rounds = result.orElseThrow().rounds();
    if (r < rounds.size()) {
      compare(r, rounds.get(r), drawn.get(r));
    }
    return true;
  }

  private void compare(int r, TargetRound stands, TargetRound computed) {
    String path = "$.rounds[" + r + "]";
    if (stands.r() != r) {
      differs(path + ".r", stands.r(), r);
    }
    Set<String> names = new TreeSet<>(stands.strata().keySet());
    names.addAll(computed.strata().keySet());
    for (String name : names) {
      List<Drawn> a = stands.strata().get(name);
      List<Drawn> b = computed.strata().get(name);
      if (a == null || b == null) {
        differs(path + ".strata." + name, a == null ? "–" : "[…]", b == null ? "–" : "[…]");
      } else {
        compare(path + ".strata." + name, a, b);
      }
    }
  }

  private void compare(String path, List<Drawn> stands, List<Drawn> computed) {
    if (stands.size() != computed.size()) {
      differs(path + ".length", stands.size(), computed.size());
    }
    for (int i = 0; i < Math.min(stands.size(), computed.size()); i++) {
      if (!Objects.equals(stands.get(i), computed.get(i))) {
        differs(path + "[" + i + "]", stands.get(i), computed.get(i));
        return;
      }
    }
  }

  private void differs(String path, Object stands, Object computed) {
    findings.fail(
        Check.V10, TranscriptFiles.RESULT, 1, Say.of("differs.value", path, stands, computed));
  }

  @Override
  public Optional<Boolean> knows(String token) {
    if (frame.isEmpty() || excluded.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(frame.get().contains(token) || excluded.get().contains(token));
  }

  @Override
  public Optional<Say> singleChoice() {
    return Optional.empty();
  }

  @Override
  public int unopened(Set<String> opened) {
    Set<String> tokens = new HashSet<>();
    drawn.forEach(
        round -> round.strata().values().forEach(l -> l.forEach(d -> tokens.add(d.token()))));
    inputs.forEach(input -> input.dropped().forEach(d -> tokens.remove(d.token())));
    tokens.removeAll(opened);
    return tokens.size();
  }
}
