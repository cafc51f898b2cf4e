package cn.sunlot.draw.verify;

import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.text.Say;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks that depend on what is drawn, targets or inspectors. */
interface Subjects {

  /** Reads the files of this purpose (V1, V2). */
  void read();

  /** Checks lists, sizes, roots, quotas (V2, V3, V4). */
  void lists();

  /** Number of round inputs that could be read, from 1 without gaps. */
  int inputs();

  /** Public sources that the input of a round declares. */
  List<PublicSource> sources(int r);

  /** The rounds of the result, round 0 first; empty if there is no readable result. */
  Optional<List<Json>> results();

  /** The drawId in the result, if that can be read. */
  Optional<String> resultDraw();

  /** Whether V10 can be made: everything it needs was read. */
  boolean drawable();

  /**
   * Recomputes a round (V10) after checking its input (V11); false if the next rounds make no
   * sense.
   */
  boolean round(int r, Tickets tickets);

  /** Whether an opened token belongs to this draw; empty if that cannot be told. */
  Optional<Boolean> knows(String token);

  /** Warning about slots with one eligible person. */
  Optional<Say> singleChoice();

  /** Number of drawn units that neither these tokens open nor a reason explains. */
  int unopened(Set<String> opened);
}
