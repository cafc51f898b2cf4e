package cn.sunlot.organisation.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.domain.Session;
import cn.sunlot.organisation.usecase.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Open sessions: everybody's own, and those of others for the security administrator. */
@RestController
@RequestMapping("/api")
class SessionsController {

  /**
   * An open session.
   *
   * @param seenAt when it was last used, to the minute
   * @param address that it was opened from
   * @param agent what the browser calls itself
   * @param current whether it is the one that asks
   */
  record SessionView(
      UUID id, Instant openedAt, Instant seenAt, String address, String agent, boolean current) {}

  private final Sessions sessions;

  SessionsController(Sessions sessions) {
    this.sessions = sessions;
  }

  @GetMapping("/sessions")
  @Requires(Permission.SIGNED_IN)
  List<SessionView> listOwnSessions(HttpServletRequest request) {
    return list(SignedIn.get().personId(), request);
  }

  @PostMapping("/sessions/{id}/end")
  @Requires(Permission.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endOwnSession(@PathVariable UUID id) {
    sessions.end(SignedIn.get().personId(), id);
  }

  @GetMapping("/people/{id}/sessions")
  @Requires(Permission.SESSIONS_VIEW)
  List<SessionView> listSessions(@PathVariable UUID id, HttpServletRequest request) {
    return list(id, request);
  }

  @PostMapping("/people/{id}/sessions/{sessionId}/end")
  @Requires(Permission.SESSIONS_END)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endSession(@PathVariable UUID id, @PathVariable UUID sessionId) {
    sessions.end(id, sessionId);
  }

  private List<SessionView> list(UUID personId, HttpServletRequest request) {
    UUID own = CurrentAccess.find(request).orElse(null);
    return sessions.list(personId).stream().map(s -> view(s, s.id().equals(own))).toList();
  }

  private static SessionView view(Session session, boolean current) {
    return new SessionView(
        session.id(),
        session.openedAt(),
        session.seenAt(),
        session.address(),
        session.agent(),
        current);
  }
}
