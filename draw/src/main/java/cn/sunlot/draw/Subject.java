package cn.sunlot.draw;

import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.text.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is drawn from: the members of the commitment document that depend on its purpose (section
 * 5).
 */
public sealed interface Subject {

  /** Members that every commitment document has. */
  List<String> COMMON =
      List.of(
          "v",
          "suite",
          "draw",
          "purpose",
          "task",
          "profile",
          "chain",
          "parties",
          "public",
          "revealBy",
          "openBy",
          "previous");

  /** Adds the members that belong to this purpose. */
  void writeTo(Json.Builder commitment);

  /**
   * Targets of inspections.
   *
   * @param pool size and registry snapshot of what the lists were filtered from
   * @param frame the units that can be drawn
   * @param excluded the units that cannot, with reasons
   * @param strata size and quota of each stratum
   */
  record Targets(PoolSize pool, Listed frame, Excluded excluded, Map<String, Stratum> strata)
      implements Subject {

    public Targets {
      strata = Collections.unmodifiableMap(new TreeMap<>(strata));
      strata.keySet().forEach(name -> Names.require(Names.CODE, "stratum", name));
    }

    @Override
    public void writeTo(Json.Builder out) {
      Json.Builder perStratum = Json.object();
      strata.forEach((name, stratum) -> perStratum.put(name, stratum.json()));
      out.put("purpose", "targets")
          .put("pool", pool.json())
          .put("frame", frame.json().build())
          .put("excluded", excluded.json())
          .put("strata", perStratum.build());
    }
  }

  /**
   * Inspectors for visits.
   *
   * @param rosterHash hex H of the JCS of the roster document
   */
  record Inspectors(String rosterHash) implements Subject {

    public Inspectors {
      Names.require(Names.HEX32, "roster.hash", rosterHash);
    }

    @Override
    public void writeTo(Json.Builder out) {
      out.put("purpose", "inspectors");
      out.put("roster", Json.object().put("hash", rosterHash).build());
    }
  }

  /**
   * All units, drawable or not.
   *
   * @param size number of units
   * @param snapshot SHA-256 Merkle root over the registry's unitIds, or ""
   */
  record PoolSize(int size, String snapshot) {
    public PoolSize {
      Names.require(Names.HEX32_OR_NONE, "pool.snapshot", snapshot);
    }

    Json json() {
      return Json.object().put("size", size).put("snapshot", snapshot).build();
    }
  }

  /**
   * A published list.
   *
   * @param size number of lines
   * @param root Merkle root of the lines
   */
  record Listed(int size, String root) {
    public Listed {
      Names.require(Names.HEX32, "root", root);
    }

    Json.Builder json() {
      return Json.object().put("size", size).put("root", root);
    }
  }

  /**
   * The published list of excluded units.
   *
   * @param list size and root
   * @param reasons how many units for each reason
   */
  record Excluded(Listed list, Map<String, Integer> reasons) {
    public Excluded {
      reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
      reasons.keySet().forEach(reason -> Names.require(Names.CODE, "reason", reason));
    }

    Json json() {
      Json.Builder counts = Json.object();
      reasons.forEach(counts::put);
      return list.json().put("reasons", counts.build()).build();
    }
  }

  /**
   * A stratum of the frame.
   *
   * @param size number of members
   * @param rule rate or count
   * @param quota how many are drawn
   */
  record Stratum(int size, Quota rule, int quota) {

    /** The stratum of this many members under this rule. */
    public static Stratum of(int size, Quota rule) {
      return new Stratum(size, rule, rule.of(size));
    }

    Json json() {
      Json.Builder out = Json.object().put("size", size);
      rule.writeTo(out);
      return out.put("quota", quota).build();
    }
  }

  /** Reads the members that the purpose asks for, and refuses all that does not belong to it. */
  static Subject read(Node node) {
    String purpose = node.get("purpose").text();
    switch (purpose) {
      case "targets":
        return targets(only(node, "pool", "frame", "excluded", "strata"));
      case "inspectors":
        Node roster = only(node, "roster").get("roster").only("hash");
        return new Inspectors(roster.get("hash").text(Names.HEX32));
      default:
        throw Refusal.of("commitment.purpose", purpose);
    }
  }

  private static Node only(Node node, String... ofPurpose) {
    List<String> known = new ArrayList<>(COMMON);
    known.addAll(List.of(ofPurpose));
    return node.only(known.toArray(String[]::new));
  }

  private static Targets targets(Node node) {
    Node pool = node.get("pool").only("size", "snapshot");
    Node excluded = node.get("excluded").only("size", "root", "reasons");
    Map<String, Integer> reasons = new TreeMap<>();
    excluded.get("reasons").members().forEach((reason, n) -> reasons.put(reason, size(n)));
    Map<String, Stratum> strata = new TreeMap<>();
    node.get("strata").members().forEach((name, s) -> strata.put(name, stratum(s)));
    return new Targets(
        new PoolSize(size(pool.get("size")), pool.get("snapshot").text(Names.HEX32_OR_NONE)),
        listed(node.get("frame").only("size", "root")),
        new Excluded(listed(excluded), reasons),
        strata);
  }

  private static Listed listed(Node node) {
    return new Listed(size(node.get("size")), node.get("root").text(Names.HEX32));
  }

  private static Stratum stratum(Node node) {
    node.only("size", "rate_bp", "count", "quota");
    return new Stratum(size(node.get("size")), Quota.read(node), size(node.get("quota")));
  }

  private static int size(Node node) {
    return (int) node.integer(0, Integer.MAX_VALUE);
  }
}
