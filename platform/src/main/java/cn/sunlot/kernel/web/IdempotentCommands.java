package cn.sunlot.kernel.web;

import static cn.sunlot.kernel.store.jooq.Tables.COMMAND;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.secrets.Secrets;
import cn.sunlot.kernel.store.jooq.tables.records.CommandRecord;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.ObjectMapper;

/**
 * Makes every command idempotent by the client's key: the key, the change and the answer are one
 * transaction, so that a repeated request gets the first answer and changes nothing. Two at once:
 * the second waits for the first.
 *
 * <p>Only answers of commands that changed something are kept; a refused command may be sent again.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class IdempotentCommands extends OncePerRequestFilter {

  static final String HEADER = "Idempotency-Key";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final DSLContext database;
  private final TransactionTemplate transaction;
  private final ProblemTexts texts;
  private final ObjectMapper json;
  private final Clock clock;
  private final Secrets secrets;

  IdempotentCommands(
      DSLContext database,
      PlatformTransactionManager transactions,
      ProblemTexts texts,
      ObjectMapper json,
      Clock clock,
      Secrets secrets) {
    this.secrets = secrets;
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.texts = texts;
    this.json = json;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return READING.contains(request.getMethod())
        || !request.getRequestURI().startsWith("/api/")
        || request.getRequestURI().equals("/api/session")
        || SignedIn.find().isEmpty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    UUID key = readKey(request.getHeader(HEADER));
    if (key == null) {
      refuse(Refused.because(KernelProblem.IDEMPOTENCY_KEY_MISSING), request, response);
      return;
    }
    var kept = new ContentCachingResponseWrapper(response);
    transaction.executeWithoutResult(
        status -> {
          try {
            if (firstTime(key, request)) {
              chain.doFilter(request, kept);
              if (kept.getStatus() >= 400) {
                status.setRollbackOnly();
              } else if (SecretAnswer.isMarked(request)) {
                database.deleteFrom(COMMAND).where(COMMAND.KEY.eq(key)).execute();
              } else {
                keep(key, kept);
              }
            } else {
              repeat(key, request, kept);
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (ServletException e) {
            throw new IllegalStateException(e);
          }
        });
    // After the commit, so that nobody is told of a change that did not happen.
    kept.copyBodyToResponse();
  }

  private boolean firstTime(UUID key, HttpServletRequest request) {
    return database
            .insertInto(COMMAND)
            .set(COMMAND.KEY, key)
            .set(COMMAND.PERSON_ID, SignedIn.get().personId())
            .set(COMMAND.METHOD, request.getMethod())
            .set(COMMAND.PATH, request.getRequestURI())
            .set(COMMAND.AT, clock.instant())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  private void keep(UUID key, ContentCachingResponseWrapper response) {
    database
        .update(COMMAND)
        .set(COMMAND.STATUS, response.getStatus())
        .set(COMMAND.CONTENT_TYPE, response.getContentType())
        .set(COMMAND.BODY, secrets.seal(words(key), response.getContentAsByteArray()))
        .where(COMMAND.KEY.eq(key))
        .execute();
  }

  private void repeat(UUID key, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CommandRecord earlier = database.selectFrom(COMMAND).where(COMMAND.KEY.eq(key)).fetchSingle();
    if (!request.getMethod().equals(earlier.getMethod())
        || !request.getRequestURI().equals(earlier.getPath())
        || !SignedIn.get().personId().equals(earlier.getPersonId())) {
      refuse(Refused.because(KernelProblem.IDEMPOTENCY_KEY_REUSED), request, response);
      return;
    }
    response.setStatus(earlier.getStatus());
    response.setContentType(earlier.getContentType());
    response.getOutputStream().write(answer(key, earlier.getBody()));
  }

  /** Answers may name people; those from before they were sealed begin with the brace of JSON. */
  private byte[] answer(UUID key, byte[] kept) {
    return Secrets.looksSealed(kept) ? secrets.open(words(key), kept) : kept;
  }

  private static String words(UUID key) {
    return "kernel/command/" + key;
  }

  private void refuse(Refused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(refused.problem().status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.writeValueAsBytes(texts.of(refused, request.getLocale())));
  }

  private static @Nullable UUID readKey(@Nullable String header) {
    try {
      return header == null ? null : UUID.fromString(header);
    } catch (IllegalArgumentException notOne) {
      return null;
    }
  }
}
