package cn.sunlot.organisation;

import java.util.List;
import java.util.UUID;

/** Which rule profiles there are; told by the module that keeps them. */
public interface KnownProfiles {

  /**
   * A profile.
   *
   * @param zh the regulation, in Chinese
   * @param en the regulation, in English
   * @param draft true for a draft, which must be named as one by whoever chooses it
   */
  record KnownProfile(String id, String zh, String en, boolean draft) {}

  /** All of them, by id. */
  List<KnownProfile> list();

  /** Id of the one by which an authority works today. */
  String getBinding(UUID authorityId);
}
