package cn.sunlot.tasking.domain;

import cn.sunlot.burden.RiskRules;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.Regions;
import cn.sunlot.policy.Favoured;
import cn.sunlot.policy.Profile;
import cn.sunlot.tasking.domain.PoolNote.Kind;
import cn.sunlot.tasking.domain.Strata.Stratum;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is to know of a pool before it is frozen: whether rates follow risk and credit
 * (TZ-18), whether every class has a random floor (N-14), whether a general item keeps to its cap
 * (TZ-8).
 */
public final class PoolNotes {

  /** What a random floor rests on. */
  static final List<String> FLOOR = List.of("N-14");

  private final PoolFacts facts;
  private final DrawTerms terms;
  private final RiskRules risk;
  private final List<String> itemClauses;
  private final List<String> capClauses;
  private final List<ItemVersion> items;
  private final List<PoolNote> notes = new ArrayList<>();

  private PoolNotes(PoolFacts facts, DrawTerms terms, Profile profile, List<ItemVersion> items) {
    this.facts = facts;
    this.terms = terms;
    this.risk = RiskRules.of(profile);
    this.itemClauses = profile.itemList().clauses();
    this.capClauses = profile.annualCap().clauses();
    this.items = items;
  }

  /** All there is to know. */
  public static List<PoolNote> of(
      PoolFacts facts, DrawTerms terms, Profile profile, List<ItemVersion> items) {
    PoolNotes all = new PoolNotes(facts, terms, profile, items);
    all.caps();
    all.rates();
    all.keyTargets();
    facts
        .notInPlan()
        .forEach((c, members) -> all.note(Kind.CLASS_WITHOUT_FLOOR, FLOOR, c, members));
    if (facts.beyondCap() > 0) {
      all.note(Kind.BEYOND_CAP, all.capClauses, facts.beyondCap());
    }
    return all.notes;
  }

  private void note(Kind kind, List<String> clauses, Object... arguments) {
    notes.add(PoolNote.of(kind, clauses, arguments));
  }

  /** TZ-8, ZB-5: in every stratum, so that no split over regions goes beyond the cap. */
  private void caps() {
    for (ItemVersion item : items) {
      Integer cap = item.ratioCapBp();
      if (item.category() != Category.GENERAL || cap == null) {
        continue;
      }
      for (Stratum stratum : Strata.of(facts, terms)) {
        long most = ((long) stratum.members() * cap + 9_999) / 10_000;
        if (stratum.quota() > most) {
          note(
              Kind.OVER_CAP,
              itemClauses,
              item.code() + " " + item.name(),
              percent(Share.of(cap)),
              inWords(stratum),
              stratum.quota(),
              most);
        }
      }
    }
  }

  private static String inWords(Stratum stratum) {
    String region = stratum.region();
    return region.isEmpty()
        ? stratum.ofClass()
        : stratum.ofClass() + " " + Regions.findName(region).orElse(region);
  }

  /** TZ-18: low risk and high credit lower the rate, key targets raise it. */
  private void rates() {
    SortedMap<String, Share> shares = shares();
    Share key = shares.remove(DrawTerms.KEY);
    if (key != null) {
      notRaised(key, shares);
    }
    if (risk.lowersRates()) {
      shares.forEach(
          (low, share) -> {
            if (Favoured.LOW_RISK_AND_HIGH_CREDIT.includes(low)) {
              notLowered(low, share, shares);
            }
          });
    }
  }

  private void notRaised(Share key, SortedMap<String, Share> shares) {
    shares.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(other -> key.compareTo(other.getValue()) <= 0 && !other.getValue().isAll())
        .ifPresent(
            other ->
                note(
                    Kind.KEY_RATE_NOT_RAISED,
                    risk.keyClauses(),
                    percent(key),
                    other.getKey(),
                    percent(other.getValue())));
  }

  private void notLowered(String low, Share share, SortedMap<String, Share> shares) {
    shares.entrySet().stream()
        .filter(other -> !other.getKey().equals(low) && !other.getValue().isAll())
        .filter(other -> share.compareTo(other.getValue()) >= 0)
        .findFirst()
        .ifPresent(
            other ->
                note(
                    Kind.LOW_RATE_NOT_LOWERED,
                    risk.lowerClauses(),
                    low,
                    percent(share),
                    other.getKey(),
                    percent(other.getValue())));
  }

  private void keyTargets() {
    count(Treatment.KEY_THOUGH_LOW, Kind.KEY_THOUGH_LOW);
    count(Treatment.LOW_THOUGH_KEY, Kind.LOW_THOUGH_KEY);
    int key =
        facts.treatments().entrySet().stream()
            .filter(e -> e.getKey().isKey())
            .mapToInt(Map.Entry::getValue)
            .sum();
    if (key > 0 && !terms.draws(DrawTerms.KEY)) {
      note(Kind.KEY_WITHOUT_OWN_RATE, risk.keyClauses(), key);
    }
  }

  private void count(Treatment treatment, Kind kind) {
    int members = facts.treatments().getOrDefault(treatment, 0);
    if (members > 0) {
      note(kind, risk.keyClauses(), members);
    }
  }

  /** The share that is planned of each class, over all regions. */
  private SortedMap<String, Share> shares() {
    SortedMap<String, Integer> members = new TreeMap<>();
    facts.groups().forEach(g -> members.merge(g.ofClass(), g.members(), Integer::sum));
    SortedMap<String, Share> shares = new TreeMap<>();
    members.forEach(
        (c, some) -> {
          Integer count = terms.counts().get(c);
          shares.put(
              c,
              count == null
                  ? Share.of(terms.ratesBp().getOrDefault(c, 0))
                  : new Share(Math.min(count, some), some));
        });
    return shares;
  }

  private static String percent(Share share) {
    return BigDecimal.valueOf(share.part())
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(share.whole()), 2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /** A fraction, compared without rounding. */
  private record Share(long part, long whole) implements Comparable<Share> {

    static Share of(int basisPoints) {
      return new Share(basisPoints, 10_000);
    }

    /** Of a class of which all are drawn, nobody can be drawn more often. */
    boolean isAll() {
      return part >= whole;
    }

    @Override
    public int compareTo(Share other) {
      return Comparator.<BigInteger>naturalOrder()
          .compare(
              BigInteger.valueOf(part).multiply(BigInteger.valueOf(other.whole)),
              BigInteger.valueOf(other.part).multiply(BigInteger.valueOf(whole)));
    }
  }
}
