package cn.sunlot.policy;

import cn.sunlot.policy.profiles.ProfileFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The profiles that come with the program, for tests of rules without a database. */
public final class TestProfiles {

  private TestProfiles() {}

  /** A profile by its id. */
  public static Profile get(String id) {
    return get(id, texts());
  }

  static Profile get(String id, Map<String, String> texts) {
    return ProfileFiles.read(texts).list().stream()
        .map(ProfileFiles.Made::profile)
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The files by name. */
  public static Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    try {
      var places = new PathMatchingResourcePatternResolver();
      for (Resource file : places.getResources("classpath:profiles/*.yaml")) {
        texts.put(
            "profiles/" + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
