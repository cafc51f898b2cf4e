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
import cn.sunlot.organisation.store.SessionStore;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is signed in from where; each session can be ended from elsewhere. */
@Component
public class Sessions {

  /**
   * What a session was opened with, kept beside it.
   *
   * @param access count of the person's changes of access at that time
   */
  public record Opened(UUID id, UUID personId, int access) implements Serializable {}

  private final SessionStore store;
  private final PersonStore people;
  private final Organisation organisation;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Duration longest;

  Sessions(
      SessionStore store,
      PersonStore people,
      Organisation organisation,
      AuditLog audit,
      Clock clock,
      TransactionTemplate transaction,
      @Value("${server.servlet.session.timeout}") Duration longest) {
    this.store = store;
    this.people = people;
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
                  int access = people.getAccess(person.personId());
                  return new Opened(session.id(), person.personId(), access);
                }));
  }

  /** Whether a session is good for a further request; one that is not is over from now on. */
  public boolean use(Opened opened) {
    return Boolean.TRUE.equals(
        SystemWork.run(() -> transaction.execute(s -> isGood(opened, clock.instant()))));
  }

  private boolean isGood(Opened opened, Instant now) {
    Session session = store.find(opened.id()).orElse(null);
    if (session == null || !session.isOpen()) {
      return false;
    }
    if (people.getAccess(opened.personId()) != opened.access()) {
      store.end(session.id(), Ending.ACCESS_CHANGED, now);
      return false;
    }
    if (session.isStale(now)) {
      store.touch(session.id(), now);
    }
    return true;
  }

  /** Notes how a session came to its end by itself. */
  public void close(UUID id, Ending ending) {
    SystemWork.run(
        () -> transaction.executeWithoutResult(s -> store.end(id, ending, clock.instant())));
  }

  /** Open sessions of a person of the own authority, the last used first. */
  public List<Session> list(UUID personId) {
    organisation.getPerson(personId);
    return List.copyOf(
        transaction.execute(s -> store.listOpen(personId, clock.instant().minus(longest))));
  }

  /**
   * Ends a session of a person, whoever uses it; nothing happens to one that is over.
   *
   * @throws Refused if the person has no such session
   */
  public void end(UUID personId, UUID id) {
    Organisation.Person person = organisation.getPerson(personId);
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
}
