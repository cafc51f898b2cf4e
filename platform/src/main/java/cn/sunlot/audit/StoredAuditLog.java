package cn.sunlot.audit;

import static cn.sunlot.audit.store.jooq.Tables.ACTOR;

import cn.sunlot.audit.usecase.Sequencer;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.SystemWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jooq.DSLContext;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.ObjectMapper;

/** Entries as rows; a sequencer numbers them once they are committed. */
@Component
class StoredAuditLog implements AuditLog {

  /** The actor of what the platform does by itself. */
  static final String PLATFORM = "platform";

  /**
   * The one statement that every change runs: as a constant, rather than put together each time.
   */
  private static final String INSERT =
      "INSERT INTO audit.entry (type, ref, at, org, actor, payload, salt, hash)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

  private static final int BATCH = 1_000;

  private final DSLContext database;
  private final JdbcOperations statements;
  private final ObjectMapper json;
  private final Clock clock;
  private final Sequencer sequencer;
  private final SecureRandom random = new SecureRandom();

  /** Of people; a name is given once and kept. */
  private final Map<UUID, String> pseudonyms = new ConcurrentHashMap<>();

  StoredAuditLog(
      DSLContext database,
      JdbcOperations statements,
      ObjectMapper json,
      Clock clock,
      Sequencer sequencer) {
    this.database = database;
    this.statements = statements;
    this.json = json;
    this.clock = clock;
    this.sequencer = sequencer;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(String type, String ref, Map<String, ?> payload) {
    write(org(), type, ref, payload);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void recordAll(List<Entry> entries) {
    String org = org();
    for (int from = 0; from < entries.size(); from += BATCH) {
      statements.batchUpdate(
          INSERT,
          entries.subList(from, Math.min(from + BATCH, entries.size())).stream()
              .map(e -> row(org, e.type(), e.ref(), e.payload()))
              .toList());
      sequencer.wakeAfterCommit();
    }
  }

  private static String org() {
    return SignedIn.find()
        .map(SignedIn::authorityId)
        .or(SystemWork::findAuthority)
        .map(UUID::toString)
        .orElse("");
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(UUID authorityId, String type, String ref, Map<String, ?> payload) {
    write(authorityId.toString(), type, ref, payload);
  }

  private void write(String org, String type, String ref, Map<String, ?> payload) {
    statements.update(INSERT, row(org, type, ref, payload));
    sequencer.wakeAfterCommit();
  }

  private Object[] row(String org, String type, String ref, Map<String, ?> payload) {
    byte[] canonical = canonical(payload);
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    Optional<SignedIn> person = SignedIn.find();
    return new Object[] {
      type,
      ref,
      // Whole seconds: log.md, format of "at".
      clock.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC),
      org,
      person.map(this::pseudonym).orElse(PLATFORM),
      canonical,
      salt,
      hash(salt, canonical)
    };
  }

  private byte[] canonical(Map<String, ?> payload) {
    try {
      return new JsonCanonicalizer(json.writeValueAsBytes(payload)).getEncodedUTF8();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The person under a name that only the database resolves, so that the public log names nobody.
   */
  private String pseudonym(SignedIn person) {
    String known = pseudonyms.get(person.personId());
    if (known != null) {
      return known;
    }
    database
        .insertInto(ACTOR)
        .set(ACTOR.PERSON_ID, person.personId())
        .set(ACTOR.PSEUDONYM, "a-" + Ids.next())
        .onConflictDoNothing()
        .execute();
    String stored =
        database
            .select(ACTOR.PSEUDONYM)
            .from(ACTOR)
            .where(ACTOR.PERSON_ID.eq(person.personId()))
            .fetchSingle()
            .value1();
    rememberAfterCommit(person.personId(), stored);
    return stored;
  }

  /** Not before: it may be this transaction that gives the name, and it may fail yet. */
  private void rememberAfterCommit(UUID personId, String pseudonym) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            pseudonyms.put(personId, pseudonym);
          }
        });
  }

  private static String hash(byte[] salt, byte[] payload) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return HexFormat.of().formatHex(digest.digest(payload));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
