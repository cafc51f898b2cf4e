package cn.sunlot.drawlog;

import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.transcript.Reveals;
import cn.sunlot.draw.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What is entered into a log for a draw, act by act, and when the log is published. Tests change
 * it.
 */
final class Script {

  /** An entry, or the publication of what was entered so far. */
  record Act(Optional<StepType> type, String at, Json payload) {
    static final Act PUBLISH = new Act(Optional.empty(), "", Json.of(""));

    static Act of(StepType type, String at, Json payload) {
      return new Act(Optional.of(type), at, payload);
    }

    /** The same at another time. */
    Act at(String time) {
      return new Act(type, time, payload);
    }

    /** The same with another value of one member. */
    Act with(String member, Json value) {
      Map<String, Json> members = new TreeMap<>(((Json.Obj) payload).members());
      members.put(member, value);
      return new Act(type, at, new Json.Obj(members));
    }
  }

  final List<Act> acts = new ArrayList<>();
  private final Transcript transcript;

  /** As a draw should go: each step is published before the next. */
  Script(Transcript transcript) {
    this.transcript = transcript;
    step(StepType.COMMITTED, "09:00:00", StepPayload.committed(transcript.commitment()));
    publish();
    Reveals reveals = transcript.reveals();
    for (Nonce nonce : reveals.nonces()) {
      step(StepType.REVEALED, "09:30:00", StepPayload.revealed(nonce));
    }
    publish();
    values(0, transcript.commitment().sources(), reveals.values());
    round(0);
    for (int r = 1; r <= transcript.rounds().size(); r++) {
      Json input = transcript.rounds().get(r - 1);
      step(StepType.ROUND, "1" + r + ":40:00", StepPayload.round(input));
      publish();
      List<PublicSource> sources =
          Node.root(input).get("public").items().stream().map(PublicSource::read).toList();
      values(r, sources, reveals.rounds().get(r - 1).values());
      round(r);
    }
  }

  private void values(int r, List<PublicSource> sources, List<String> values) {
    for (int i = 0; i < sources.size(); i++) {
      Json payload = StepPayload.value(r, sources.get(i), values.get(i));
      step(StepType.PUBLIC, r == 0 ? "09:45:00" : "1" + r + ":45:00", payload);
    }
    publish();
  }

  private void round(int r) {
    String hour = r == 0 ? "10" : "1" + r;
    String opened = transcript.reveals().chain().get(r);
    step(StepType.OPENED, r == 0 ? "10:30:00" : hour + ":50:00", StepPayload.opened(r, opened));
    publish();
    Json rounds = Node.root(transcript.result()).get("rounds").items().get(r).value();
    step(StepType.DRAWN, hour + ":51:00", StepPayload.drawn(rounds));
    publish();
  }

  private void step(StepType type, String time, Json payload) {
    acts.add(Act.of(type, "2026-11-20T" + time + "Z", payload));
  }

  private void publish() {
    acts.add(Act.PUBLISH);
  }

  /** Where the n-th act of this type is, counted from 0. */
  int find(StepType type, int n) {
    Predicate<Integer> is = i -> acts.get(i).type().equals(Optional.of(type));
    int found = -1;
    for (int i = 0, seen = 0; i < acts.size(); i++) {
      if (is.test(i) && seen++ == n) {
        found = i;
      }
    }
    return found;
  }

  /** Enters everything into a log, with things of other kinds in between. */
  void into(SampleLog log) {
    String draw = transcript.commitment().draw();
    for (Act act : acts) {
      if (act.type().isPresent()) {
        log.add(act.type().get().type(), act.at(), draw, act.payload());
        if (log.size() % 3 == 0) {
          log.other(act.at());
        }
      } else {
        log.publish();
      }
    }
    log.publish();
  }

  /** The transcript with what the log has of it. */
  Transcript logged(SampleLog log) {
    into(log);
    return transcript.logged(log.of(transcript.commitment().draw()).files(log.tree()));
  }
}
