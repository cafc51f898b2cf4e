package cn.sunlot.kernel;

import cn.sunlot.kernel.access.SignedIn;
import java.util.List;

/** What a module has waiting for a person; the home page collects all beans of this kind. */
public interface TodoSource {

  /** What waits for this person now, what is due first at the top. */
  List<Todo> todo(SignedIn person);
}
