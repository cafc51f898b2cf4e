package cn.sunlot.drawing.web;

import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Ceremony.Committed;
import cn.sunlot.drawing.domain.Ceremony.Revealed;
import cn.sunlot.drawing.domain.Ceremony.Source;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.domain.Voidance;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.usecase.CommitWitness;
import cn.sunlot.drawing.web.DrawResponses.AwaitedView;
import cn.sunlot.drawing.web.DrawResponses.CommitmentView;
import cn.sunlot.drawing.web.DrawResponses.PartyName;
import cn.sunlot.drawing.web.DrawResponses.PartyView;
import cn.sunlot.drawing.web.DrawResponses.RoundView;
import cn.sunlot.drawing.web.DrawResponses.SourceView;
import cn.sunlot.drawing.web.DrawResponses.StepView;
import cn.sunlot.drawing.web.DrawResponses.VoidView;
import cn.sunlot.intake.Intake;
import cn.sunlot.kernel.Lifecycle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps of a draw as screens show them. */
@Component
class CeremonyViews {

  private final CeremonyStore ceremonies;
  private final People people;
  private final Intake intake;
  private final LogPlaces places;

  CeremonyViews(CeremonyStore ceremonies, People people, Intake intake, LogPlaces places) {
    this.ceremonies = ceremonies;
    this.people = people;
    this.intake = intake;
    this.places = places;
  }

  List<PartyView> parties(Ceremony ceremony, Set<String> signed) {
    return ceremony.parties().stream()
        .map(p -> party(p, ceremony.reveals().get(p.party()), signed.contains(p.party())))
        .toList();
  }

  List<AwaitedView> awaited(Ceremony ceremony) {
    return ceremony.awaited().stream()
        .map(
            i ->
                new AwaitedView(
                    i.party(),
                    i.kind(),
                    i.kindText(),
                    i.name(),
                    i.unit(),
                    i.supervises(),
                    intake.hasCode(CommitWitness.PURPOSE, i.id())))
        .toList();
  }

  private static PartyView party(Participant party, @Nullable Revealed revealed, boolean signed) {
    return new PartyView(
        party.party(),
        party.kind(),
        party.kindText(),
        party.name(),
        party.unit(),
        Lifecycle.wireName(party.way()),
        party.commitment(),
        revealed == null ? null : revealed.nonce(),
        revealed == null ? null : revealed.at(),
        party.supervises(),
        signed);
  }

  /** Sources; what somebody typed stays hidden until a second person typed the same. */
  List<SourceView> sources(Draw draw, Ceremony ceremony) {
    return ceremony.sources().stream()
        .map(
            source ->
                source(source, ceremonies.listLastEntries(draw.id(), source.place()), ceremony))
        .toList();
  }

  private SourceView source(Source source, Map<UUID, String> typed, Ceremony ceremony) {
    String value = ceremony.values().get(source.place());
    return new SourceView(
        source.place().r(),
        source.place().position(),
        source.kind(),
        source.id(),
        source.form(),
        source.expectedAt(),
        value,
        typed.keySet().stream().map(id -> people.person(id).name()).toList(),
        value == null && new HashSet<>(typed.values()).size() > 1);
  }

  @Nullable CommitmentView commitment(Ceremony ceremony) {
    Committed committed = ceremony.committed();
    return committed == null
        ? null
        : new CommitmentView(
            committed.hash(),
            new String(committed.document(), StandardCharsets.UTF_8),
            committed.at(),
            committed.revealBy(),
            committed.openBy());
  }

  List<StepView> steps(Draw draw, Ceremony ceremony) {
    List<StepView> steps = new ArrayList<>();
    steps.add(new StepView("draw-prepared", "", draw.preparedAt()));
    Committed committed = ceremony.committed();
    if (committed != null) {
      steps.add(new StepView("draw-committed", "", committed.at()));
    }
    ceremony
        .reveals()
        .forEach(
            (party, revealed) -> steps.add(new StepView("draw-revealed", party, revealed.at())));
    ceremony.rounds().forEach(r -> steps.add(new StepView("draw-round", "" + r.r(), r.at())));
    ceremony.outcomes().forEach(o -> steps.add(new StepView("draw-drawn", "" + o.r(), o.at())));
    Voidance voidance = draw.voidance();
    if (voidance != null) {
      steps.add(new StepView("draw-void", "", voidance.at()));
    }
    steps.sort(Comparator.comparing(StepView::at));
    return places.with(draw, steps);
  }

  List<RoundView> rounds(Ceremony ceremony) {
    return ceremony.rounds().stream()
        .map(
            round ->
                new RoundView(
                    round.r(),
                    round.reason(),
                    people.person(round.approverId()),
                    round.at(),
                    round.r() < ceremony.outcomes().size()
                        ? ceremony.outcomes().get(round.r()).at()
                        : null))
        .toList();
  }

  @Nullable VoidView voided(Draw draw, Ceremony ceremony) {
    Voidance why = draw.voidance();
    return why == null
        ? null
        : new VoidView(
            Lifecycle.wireName(why.cause()),
            why.reason(),
            why.failed().stream().map(party -> name(ceremony, party)).toList(),
            people.personOrNull(why.approverId()),
            why.at());
  }

  private static PartyName name(Ceremony ceremony, String party) {
    return new PartyName(party, ceremony.findParty(party).map(Participant::name).orElse(party));
  }
}
