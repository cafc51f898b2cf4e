package cn.sunlot.drawing.web;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.Occasions;
import cn.sunlot.drawing.Occasions.Occasion;
import cn.sunlot.drawing.usecase.Seeds;
import cn.sunlot.drawing.usecase.Standings.HeldSlot;
import cn.sunlot.drawing.usecase.Transcripts;
import cn.sunlot.drawing.web.DrawPaper.Attached;
import cn.sunlot.drawing.web.DrawPaper.Place;
import cn.sunlot.drawing.web.DrawPaper.Round;
import cn.sunlot.drawing.web.DrawPaper.Team;
import cn.sunlot.drawing.web.DrawPaper.Voided;
import cn.sunlot.drawing.web.DrawResponses.AttachmentView;
import cn.sunlot.drawing.web.DrawResponses.DrawDetail;
import cn.sunlot.drawing.web.DrawResponses.ProfileView;
import cn.sunlot.drawing.web.DrawResponses.StepView;
import cn.sunlot.drawing.web.DrawResponses.VoidView;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.papers.Paper;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Record sheets of draws, from the commitment on: with the list once it is drawn. */
@Component
@Transactional(readOnly = true)
class DrawPapers {

  private static final String LEADER = "a-leader";

  private final DrawViews views;
  private final Transcripts transcripts;
  private final Seeds seeds;
  private final Occasions occasions;
  private final Organisation organisation;
  private final Policies policies;
  private final Files files;
  private final ProblemTexts texts;

  DrawPapers(
      DrawViews views,
      Transcripts transcripts,
      Seeds seeds,
      Occasions occasions,
      Organisation organisation,
      Policies policies,
      Files files,
      ProblemTexts texts) {
    this.views = views;
    this.transcripts = transcripts;
    this.seeds = seeds;
    this.occasions = occasions;
    this.organisation = organisation;
    this.policies = policies;
    this.files = files;
    this.texts = texts;
  }

  /**
   * The record sheet.
   *
   * @throws Refused if nothing is committed yet, so that there is nothing to sign
   */
  Paper sheet(UUID id, Locale locale) {
    DrawDetail draw = views.detail(id);
    if (draw.commitment() == null && draw.voided() == null) {
      throw Refused.because(DrawingProblem.RECORD_SHEET_TOO_EARLY, draw.number())
          .by(profile(draw.profile()).drawWitness().clauses());
    }
    Instant last = draw.steps().get(draw.steps().size() - 1).at();
    return new Paper(
        "draw-record",
        locale,
        texts.text("drawing.paper.name", locale, draw.number()),
        organisation.getAuthority(SignedIn.get().authorityId()).name(),
        draw.number(),
        last,
        content(draw, locale));
  }

  private DrawPaper content(DrawDetail draw, Locale locale) {
    Occasion occasion =
        occasions.find(draw.taskId()).orElseGet(() -> new Occasion("", "", Map.of()));
    var commitment = draw.commitment();
    return new DrawPaper(
        draw.purpose(),
        draw.drawId(),
        draw.taskNumber(),
        occasion.title(),
        occasion.line(),
        draw.department().name(),
        draw.preparedBy().name(),
        rules(draw.profile(), locale),
        drawnAt(draw),
        draw.pool().size(),
        draw.pool().frame(),
        draw.pool().excluded(),
        drawn(draw),
        draw.pool().strata(),
        draw.pool().reasons(),
        draw.parties(),
        draw.sources(),
        commitment == null ? null : commitment.hash(),
        seeds.find(draw.id()).orElse(null),
        draw.result().targets(),
        teams(draw.result().slots(), occasion.targets()),
        draw.rounds().stream()
            .map(r -> new Round(r.round(), r.reason(), r.approver().name(), r.drawnAt()))
            .toList(),
        signatures(draw.attachments()),
        voided(draw),
        name(draw.previous()),
        name(draw.successor()),
        drawnAt(draw) == null ? null : attached(draw.id()));
  }

  private Profile profile(ProfileView frozen) {
    return policies.getVersion(frozen.id(), frozen.version());
  }

  private String rules(ProfileView profile, Locale locale) {
    var chain = profile(profile).chain();
    String cited = chain.get(chain.size() - 1).citedAs().in(locale);
    return cited + " (" + profile.id() + " " + profile.version() + ")";
  }

  private static @Nullable Instant drawnAt(DrawDetail draw) {
    return draw.steps().stream()
        .filter(s -> s.type().equals("draw-drawn"))
        .map(StepView::at)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Long drawn(DrawDetail draw) {
    if (drawnAt(draw) == null) {
      return null;
    }
    return draw.result().targets().stream().filter(t -> t.dropped() == null).count()
        + draw.result().slots().stream().filter(s -> s.inspectorId() != null).count();
  }

  private static List<Team> teams(List<HeldSlot> slots, Map<UUID, String> targets) {
    Map<String, List<HeldSlot>> visits =
        slots.stream()
            .collect(
                Collectors.groupingBy(HeldSlot::visitNumber, TreeMap::new, Collectors.toList()));
    return visits.entrySet().stream()
        .map(
            visit ->
                new Team(
                    visit.getKey(),
                    targets.getOrDefault(visit.getValue().get(0).visitId(), ""),
                    visit.getValue().stream()
                        .map(s -> new Place(s.inspectorName(), s.role().equals(LEADER), s.round()))
                        .toList()))
        .toList();
  }

  private Map<String, String> signatures(List<AttachmentView> attachments) {
    Map<String, String> pictures = new TreeMap<>();
    for (AttachmentView attachment : attachments) {
      String party = attachment.party();
      if (party != null) {
        try (InputStream in = files.open(attachment.sha256())) {
          pictures.put(party, Base64.getEncoder().encodeToString(in.readAllBytes()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return pictures;
  }

  private static @Nullable Voided voided(DrawDetail draw) {
    VoidView why = draw.voided();
    return why == null
        ? null
        : new Voided(
            !draw.state().equals("void"),
            why.cause(),
            why.reason(),
            name(why.approver()),
            why.at());
  }

  private Attached attached(UUID id) {
    Transcripts.Named named = transcripts.get(id);
    try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256())) {
      named.transcript().writeZip(out);
      return new Attached(
          named.ref() + ".zip", HexFormat.of().formatHex(out.getMessageDigest().digest()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable String name(@Nullable NamedId named) {
    return named == null ? null : named.name();
  }
}
