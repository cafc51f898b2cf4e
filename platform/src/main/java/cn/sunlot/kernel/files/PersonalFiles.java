package cn.sunlot.kernel.files;

import java.util.Collection;
import java.util.Set;

/** A module whose files hold personal data says which they are. */
public interface PersonalFiles {

  /** Those of these SHA-256 that it names. */
  Set<String> among(Collection<String> sha256s);
}
