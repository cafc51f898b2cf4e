package cn.sunlot.drawing.domain;

import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.PublicSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a draw, step by step; everything in it is append-only.
 *
 * @param parties in the order of the commitment document
 * @param invitations of witnesses who commit on their own phones, those too who have
 * @param sources public sources of the draw and of its rounds, in the order of their documents
 * @param values public values so far, by the place of their source
 * @param reveals opened nonces, by party
 * @param rounds inputs of substitute rounds, from 1
 * @param outcomes what was drawn, from round 0
 */
public record Ceremony(
    List<Participant> parties,
    List<Invitation> invitations,
    List<Source> sources,
    Map<Place, String> values,
    @Nullable Committed committed,
    Map<String, Revealed> reveals,
    List<Round> rounds,
    List<Outcome> outcomes) {

  public Ceremony {
    parties = List.copyOf(parties);
    invitations = List.copyOf(invitations);
    sources = List.copyOf(sources);
    values = Map.copyOf(values);
    reveals = Map.copyOf(reveals);
    rounds = List.copyOf(rounds);
    outcomes = List.copyOf(outcomes);
  }

  /** Where a public source stands: of which round, 0 for the draw, and at which position there. */
  public record Place(int r, int position) {}

  /**
   * A public source, declared before its value can be known.
   *
   * @param id fixes source, issue and way of writing
   * @param form what the kind needs to know of the value
   * @param expectedAt when the value is to be published
   */
  public record Source(
      Place place, String kind, String id, String form, @Nullable Instant expectedAt) {
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

  /** Witnesses who were named and have not committed yet. */
  public List<Invitation> awaited() {
    return invitations.stream().filter(i -> findParty(i.party()).isEmpty()).toList();
  }

  /** The position of the next party: after the last, since one in the midst may have left. */
  public int nextPosition() {
    return 1
        + Stream.concat(
                parties.stream().map(Participant::position),
                invitations.stream().map(Invitation::position))
            .mapToInt(Integer::intValue)
            .max()
            .orElse(-1);
  }

  /** The party that keeps the secret of the chain; without one the platform keeps it. */
  public Optional<Participant> supervisor() {
    return parties.stream().filter(Participant::supervises).findFirst();
  }

  /** The public sources of a round, 0 for the draw. */
  public List<Source> sourcesOf(int r) {
    return sources.stream().filter(s -> s.place().r() == r).toList();
  }

  /** Those of them that have no value. */
  public List<Source> openSources(int r) {
    return sourcesOf(r).stream().filter(s -> !values.containsKey(s.place())).toList();
  }

  /** The round whose chain value is opened next: 0 for the draw. */
  public int nextRound() {
    return outcomes.size();
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

  /** The public values of a round, in the order of their sources. */
  public List<String> publicValues(int r) {
    return sourcesOf(r).stream()
        .filter(source -> values.containsKey(source.place()))
        .map(source -> values.get(source.place()))
        .toList();
  }

  /** The public values of the substitute rounds whose inputs are fixed, from 1. */
  public List<List<String>> roundValues() {
    return rounds.stream().map(round -> publicValues(round.r())).toList();
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
