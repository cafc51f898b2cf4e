package cn.sunlot.policy.store;

import static cn.sunlot.policy.store.jooq.Tables.EXPIRED_CONFIRMATION;
import static cn.sunlot.policy.store.jooq.Tables.PROFILE_VERSION;
import static java.util.stream.Collectors.toList;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.policy.domain.Confirmation;
import cn.sunlot.policy.domain.Confirmation.Ground;
import cn.sunlot.policy.domain.KnownVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Versions of profiles as they were loaded, and who confirmed expired ones. Both only grow. */
@Repository
public class ProfileStore {

  private record StoredFile(String name, String text) {}

  private final DSLContext database;
  private final ObjectMapper json;

  ProfileStore(DSLContext database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * Keeps a version.
   *
   * @param files the files it is made of, in the order of the chain, by name
   * @return false if a version with this id and number is there already
   */
  public boolean add(
      KnownVersion version, String hash, Map<String, String> files, Instant loadedAt) {
    List<StoredFile> stored =
        files.entrySet().stream().map(f -> new StoredFile(f.getKey(), f.getValue())).toList();
    return database
            .insertInto(PROFILE_VERSION)
            .set(PROFILE_VERSION.PROFILE_ID, version.profileId())
            .set(PROFILE_VERSION.VERSION, version.version())
            .set(PROFILE_VERSION.HASH, hash)
            .set(PROFILE_VERSION.VALID_FROM, version.from())
            .set(PROFILE_VERSION.VALID_TO, version.to())
            .set(PROFILE_VERSION.FILES, JSONB.valueOf(json.writeValueAsString(stored)))
            .set(PROFILE_VERSION.LOADED_AT, loadedAt)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  public Optional<String> findHash(String profileId, String version) {
    return database
        .select(PROFILE_VERSION.HASH)
        .from(PROFILE_VERSION)
        .where(PROFILE_VERSION.PROFILE_ID.eq(profileId))
        .and(PROFILE_VERSION.VERSION.eq(version))
        .fetchOptional(PROFILE_VERSION.HASH);
  }

  /** The files of a version in the order of the chain, by name. */
  public Optional<Map<String, String>> findFiles(String profileId, String version) {
    return database
        .select(PROFILE_VERSION.FILES)
        .from(PROFILE_VERSION)
        .where(PROFILE_VERSION.PROFILE_ID.eq(profileId))
        .and(PROFILE_VERSION.VERSION.eq(version))
        .fetchOptional(PROFILE_VERSION.FILES)
        .map(this::files);
  }

  private Map<String, String> files(JSONB stored) {
    Map<String, String> files = new LinkedHashMap<>();
    for (StoredFile file :
        json.readValue(stored.data(), new TypeReference<List<StoredFile>>() {})) {
      files.put(file.name(), file.text());
    }
    return files;
  }

  /** Ids of all profiles that were ever loaded. */
  public List<String> listIds() {
    return database
        .selectDistinct(PROFILE_VERSION.PROFILE_ID)
        .from(PROFILE_VERSION)
        .orderBy(PROFILE_VERSION.PROFILE_ID)
        .fetch(PROFILE_VERSION.PROFILE_ID);
  }

  /** Versions of a profile, the first loaded first. */
  public List<KnownVersion> listVersions(String profileId) {
    return versions(PROFILE_VERSION.PROFILE_ID.eq(profileId));
  }

  /** Of every profile that had begun on a day the version that speaks for it, by id. */
  public List<KnownVersion> listLatest(LocalDate day) {
    Map<String, List<KnownVersion>> byId =
        versions(DSL.noCondition()).stream()
            .collect(Collectors.groupingBy(KnownVersion::profileId, TreeMap::new, toList()));
    return byId.values().stream()
        .flatMap(versions -> KnownVersion.of(versions, day).stream())
        .toList();
  }

  private List<KnownVersion> versions(Condition which) {
    return database
        .select(
            PROFILE_VERSION.PROFILE_ID,
            PROFILE_VERSION.VERSION,
            PROFILE_VERSION.VALID_FROM,
            PROFILE_VERSION.VALID_TO)
        .from(PROFILE_VERSION)
        .where(which)
        .orderBy(PROFILE_VERSION.LOADED)
        .fetch(r -> new KnownVersion(r.value1(), r.value2(), r.value3(), r.value4()));
  }

  /** When a version was loaded first. */
  public Instant getLoadedAt(String profileId, String version) {
    return database
        .select(PROFILE_VERSION.LOADED_AT)
        .from(PROFILE_VERSION)
        .where(PROFILE_VERSION.PROFILE_ID.eq(profileId))
        .and(PROFILE_VERSION.VERSION.eq(version))
        .fetchSingle(PROFILE_VERSION.LOADED_AT);
  }

  public void add(Confirmation confirmation) {
    database
        .insertInto(EXPIRED_CONFIRMATION)
        .set(EXPIRED_CONFIRMATION.ID, confirmation.id())
        .set(EXPIRED_CONFIRMATION.AUTHORITY_ID, confirmation.authorityId())
        .set(EXPIRED_CONFIRMATION.PROFILE_ID, confirmation.profileId())
        .set(EXPIRED_CONFIRMATION.PROFILE_VERSION, confirmation.version())
        .set(EXPIRED_CONFIRMATION.GROUND, Lifecycle.wireName(confirmation.ground()))
        .set(EXPIRED_CONFIRMATION.UNTIL, confirmation.until())
        .set(EXPIRED_CONFIRMATION.REASON, confirmation.reason())
        .set(EXPIRED_CONFIRMATION.PERSON_ID, confirmation.personId())
        .set(EXPIRED_CONFIRMATION.PERSON_NAME, confirmation.personName())
        .set(EXPIRED_CONFIRMATION.AT, confirmation.at())
        .execute();
  }

  /** Confirmations of an authority for a version, the one that reaches furthest first. */
  public List<Confirmation> listConfirmations(UUID authorityId, String profileId, String version) {
    return database
        .selectFrom(EXPIRED_CONFIRMATION)
        .where(EXPIRED_CONFIRMATION.AUTHORITY_ID.eq(authorityId))
        .and(EXPIRED_CONFIRMATION.PROFILE_ID.eq(profileId))
        .and(EXPIRED_CONFIRMATION.PROFILE_VERSION.eq(version))
        .orderBy(EXPIRED_CONFIRMATION.UNTIL.desc(), EXPIRED_CONFIRMATION.AT.desc())
        .fetch(
            r ->
                new Confirmation(
                    r.getId(),
                    r.getAuthorityId(),
                    r.getProfileId(),
                    r.getProfileVersion(),
                    Lifecycle.parse(Ground.class, r.getGround()),
                    r.getUntil(),
                    r.getReason(),
                    r.getPersonId(),
                    r.getPersonName(),
                    r.getAt()));
  }
}
