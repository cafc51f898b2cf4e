package cn.sunlot.organisation;

import java.util.List;

/** Which rule profiles there are; told by the module that keeps them. */
public interface KnownProfiles {

  /** Their ids. */
  List<String> ids();
}
