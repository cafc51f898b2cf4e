package cn.sunlot.drawing.domain;

import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.PublicSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a draw, step by step; everything in it is append-only.
 *
 * @param parties in the order of the commitment document
 * @param sources public sources, in that order
 * @param values public values so far, by position of their source
 * @param reveals opened nonces, by party
 * @param rounds inputs of substitute rounds, from 1
 * @param outcomes what was drawn, from round 0
 */
public record Ceremony(
    List<Participant> parties,
    List<Source> sources,
    Map<Integer, String> values,
    @Nullable Committed committed,
    Map<String, Revealed> reveals,
    List<Round> rounds,
    List<Outcome> outcomes) {

  public Ceremony {
    parties = List.copyOf(parties);
    sources = List.copyOf(sources);
    values = Map.copyOf(values);
    reveals = Map.copyOf(reveals);
    rounds = List.copyOf(rounds);
    outcomes = List.copyOf(outcomes);
  }

  /**
   * A public source declared before the commitment.
   *
   * @param digits how many decimal digits its value has
   */
  public record Source(int position, String kind, String id, int digits) {
    public PublicSource declared() {
      return new PublicSource(kind, id);
    }
  }

  /** The commitment, canonical JSON, and its deadlines. */
  public record Committed(
      byte[] document, String hash, Instant revealBy, Instant openBy, Instant at) {}

  public record Revealed(String nonce, Instant at) {}

  /** The input of a substitute round, canonical JSON. */
  public record Round(int r, byte[] input, String reason, UUID approverId, Instant at) {}

  /** What a round drew, the member of {@code result.json} as canonical JSON. */
  public record Outcome(int r, String chainValue, byte[] document, Instant at) {}

  public Committed getCommitted() {
    if (committed == null) {
      throw new IllegalStateException("not committed");
    }
    return committed;
  }

  public Optional<Participant> findParty(String party) {
    return parties.stream().filter(p -> p.party().equals(party)).findFirst();
  }

  /** Parties whose nonce is not open, by name. */
  public List<String> silent() {
    return parties.stream().map(Participant::party).filter(p -> !reveals.containsKey(p)).toList();
  }

  /** Positions of the public sources that have no value. */
  public List<Integer> openSources() {
    return sources.stream().map(Source::position).filter(p -> !values.containsKey(p)).toList();
  }

  /** The opened nonces, in the order of the parties. */
  public List<Nonce> nonces() {
    List<Nonce> nonces = new ArrayList<>();
    for (Participant party : parties) {
      Revealed revealed = reveals.get(party.party());
      if (revealed != null) {
        nonces.add(new Nonce(party.party(), revealed.nonce()));
      }
    }
    return nonces;
  }

  /** The public values, in the order of their sources. */
  public List<String> publicValues() {
    return IntStream.range(0, sources.size())
        .filter(values::containsKey)
        .mapToObj(i -> values.get(i))
        .toList();
  }

  /** The substitute round whose input is fixed and that is not drawn yet. */
  public Optional<Round> pendingRound() {
    return rounds.stream().filter(r -> r.r() >= outcomes.size()).findFirst();
  }

  /** Witnesses, that is, everybody but the operator. */
  public List<Participant> witnesses() {
    return parties.stream().filter(p -> !p.isOperator()).toList();
  }
}
