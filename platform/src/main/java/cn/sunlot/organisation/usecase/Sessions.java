package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.domain.Session;
import cn.sunlot.organisation.domain.Session.Ending;
import cn.sunlot.organisation.store.PersonStore;
import cn.sunlot.organisation.store.PersonStore.Counts;
import cn.sunlot.organisation.store.SessionStore;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is signed in from where; each session can be ended from elsewhere. */
@Component
public class Sessions {

  /**
   * What a session was opened with, kept beside it.
   *
   * @param postId in which the person acts
   * @param access count of the person's changes of access at that time
   * @param structure count of the changes of departments when the scope was worked out
   * @param day when it was, as posts begin and end by days
   */
  public record Opened(
      UUID id, UUID personId, UUID postId, int access, int structure, LocalDate day)
      implements Serializable {}

  /**
   * Whether a session is good, and for whom.
   *
   * @param opened null where it is over
   * @param person who it is now, where the scope was worked out anew; otherwise null
   */
  public record Use(@Nullable Opened opened, @Nullable SignedIn person) {
    static final Use OVER = new Use(null, null);
  }

  private final SessionStore store;
  private final PersonStore people;
  private final TakePost posts;
  private final Administered administered;
  private final Organisation organisation;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Duration longest;

  Sessions(
      SessionStore store,
      PersonStore people,
      TakePost posts,
      Administered administered,
      Organisation organisation,
      AuditLog audit,
      Clock clock,
      TransactionTemplate transaction,
      @Value("${server.servlet.session.timeout}") Duration longest) {
    this.store = store;
    this.people = people;
    this.posts = posts;
    this.administered = administered;
    this.organisation = organisation;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
    this.longest = longest;
  }

  /** Notes a session that begins now. */
  public Opened open(SignedIn person, String address, String agent) {
    Instant now = clock.instant();
    Session session = new Session(Ids.next(), person.personId(), now, now, address, agent, null);
    return SystemWork.run(
        () ->
            transaction.execute(
                s -> {
                  store.add(session, person.authorityId());
                  UUID main = organisation.listPosts(person.personId()).get(0).id();
                  return opened(session.id(), person.personId(), main);
                }));
  }

  /** The same session in another post of the person. */
  public Opened take(Opened before, UUID postId) {
    return SystemWork.run(
        () -> transaction.execute(s -> opened(before.id(), before.personId(), postId)));
  }

  private Opened opened(UUID id, UUID personId, UUID postId) {
    Counts counts = people.getCounts(personId);
    return new Opened(
        id, personId, postId, counts.access(), counts.structure(), LocalDate.now(clock));
  }

  /** Whether a session is good for a further request; one that is not is over from now on. */
  public Use use(Opened opened, SignedIn person) {
    return SystemWork.run(() -> transaction.execute(s -> use(opened, person, clock.instant())));
  }

  private Use use(Opened opened, SignedIn person, Instant now) {
    Session session = store.find(opened.id()).orElse(null);
    if (session == null || !session.isOpen()) {
      return Use.OVER;
    }
    Counts counts = people.getCounts(opened.personId());
    if (counts.access() != opened.access()) {
      store.end(session.id(), Ending.ACCESS_CHANGED, now);
      return Use.OVER;
    }
    if (session.isStale(now)) {
      store.touch(session.id(), now);
    }
    LocalDate today = LocalDate.now(clock);
    if (counts.structure() == opened.structure() && today.equals(opened.day())) {
      return new Use(opened, null);
    }
    SignedIn again = posts.again(person, opened.postId()).orElse(null);
    if (again == null) {
      store.end(session.id(), Ending.ACCESS_CHANGED, now);
      return Use.OVER;
    }
    return new Use(opened(opened.id(), opened.personId(), opened.postId()), again);
  }

  /** Notes how a session came to its end by itself. */
  public void close(UUID id, Ending ending) {
    SystemWork.run(
        () -> transaction.executeWithoutResult(s -> store.end(id, ending, clock.instant())));
  }

  /** Open sessions of oneself or of a person whom one administers, the last used first. */
  public List<Session> list(UUID personId) {
    demandOwnOrAdministered(personId);
    return List.copyOf(
        transaction.execute(s -> store.listOpen(personId, clock.instant().minus(longest))));
  }

  /**
   * Ends a session of a person, whoever uses it; nothing happens to one that is over.
   *
   * @throws Refused if the person has no such session
   */
  public void end(UUID personId, UUID id) {
    Organisation.Person person = demandOwnOrAdministered(personId);
    transaction.executeWithoutResult(
        s -> {
          if (store.find(id).filter(o -> o.personId().equals(personId)).isEmpty()) {
            throw Refused.because(KernelProblem.NOT_FOUND, id);
          }
          if (store.end(id, Ending.ENDED, clock.instant())) {
            audit.record("session-ended", person.login(), Map.of("session", id.toString()));
          }
        });
  }

  private Organisation.Person demandOwnOrAdministered(UUID personId) {
    return personId.equals(SignedIn.get().personId())
        ? organisation.getPerson(personId)
        : administered.getPerson(personId);
  }
}
