package cn.sunlot.policy.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.policy.ClauseWords;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.domain.KnownVersion;
import cn.sunlot.policy.profiles.ProfileFile;
import cn.sunlot.policy.profiles.ProfileFiles;
import cn.sunlot.policy.profiles.ProfileFiles.Made;
import cn.sunlot.policy.store.ProfileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the profile files at the start, before any request: those of the program and, where {@code
 * sunlot.profiles} names others as well, those. Loading again changes nothing; a version whose
 * content changed ends the start.
 */
@Component
public class LoadProfiles implements SmartInitializingSingleton {

  private final ProfileStore store;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final ClauseWords words;
  private final List<String> places;

  LoadProfiles(
      ProfileStore store,
      AuditLog audit,
      Clock clock,
      TransactionTemplate transaction,
      ClauseWords words,
      @Value("${sunlot.profiles:classpath*:profiles/*.yaml}") List<String> places) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
    this.words = words;
    this.places = List.copyOf(places);
  }

  @Override
  public void afterSingletonsInstantiated() {
    Map<String, String> texts = texts();
    SystemWork.run(() -> transaction.executeWithoutResult(status -> run(texts)));
  }

  /**
   * Keeps every profile of these files that is not kept yet, in the transaction that is under way.
   *
   * @param texts the files by name
   */
  public void run(Map<String, String> texts) {
    ProfileFiles.read(texts).list().forEach(this::keep);
  }

  private void keep(Made made) {
    Profile profile = made.profile();
    words.learn(profile);
    Map<String, String> files = new LinkedHashMap<>();
    for (ProfileFile file : made.files()) {
      files.put(file.name(), file.text());
    }
    var valid = profile.header().valid();
    var version =
        new KnownVersion(
            profile.id(),
            profile.version(),
            valid == null ? null : valid.from(),
            valid == null ? null : valid.to());
    if (store.add(version, profile.hash(), files, clock.instant())) {
      audit.record(
          "profile-loaded",
          profile.id(),
          Map.of("version", profile.version(), "hash", profile.hash()));
    } else {
      demandUnchanged(profile, List.copyOf(files.keySet()));
    }
  }

  private void demandUnchanged(Profile profile, List<String> files) {
    String before = store.findHash(profile.id(), profile.version()).orElseThrow();
    if (!before.equals(profile.hash())) {
      throw new IllegalStateException(
          ("Rule profile %s version %s was loaded before with other content (SHA-256 %s, now %s)."
                  + " Tasks have frozen that version, so it cannot change. Raise version in the file"
                  + " of %s and of every profile that inherits from a changed file (files: %s), or put"
                  + " the former content back.")
              .formatted(
                  profile.id(), profile.version(), before, profile.hash(), profile.id(), files));
    }
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    try {
      for (String place : places) {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(place)) {
          texts.put(
              "profiles/" + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Rule profiles at " + places + " cannot be read", e);
    }
    if (texts.isEmpty()) {
      throw new IllegalStateException("No rule profile at " + places + " (sunlot.profiles).");
    }
    return texts;
  }
}
