package cn.sunlot.credit.domain;

import cn.sunlot.credit.Credit;
import cn.sunlot.credit.domain.Indicator.Band;
import cn.sunlot.credit.domain.Indicator.Source;
import cn.sunlot.credit.domain.Scorecard.CutOffs;
import cn.sunlot.credit.domain.Scorecard.Floor;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.WrongValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a scorecard must be like before anything is computed with it. */
public final class ScorecardRules {

  private static final String CODE = "[a-z0-9][a-z0-9-]{0,39}";
  private static final int LONGEST_MONTHS = 120;

  private final List<WrongValue> wrong = new ArrayList<>();

  private ScorecardRules() {}

  /** What is wrong; fields as {@code indicators.3.weight}, counted from 0. */
  public static List<WrongValue> wrong(Scorecard card) {
    var rules = new ScorecardRules();
    rules.check(card);
    return List.copyOf(rules.wrong);
  }

  private void check(Scorecard card) {
    demand(!card.title().isBlank(), "title", card.title(), "required");
    months("refreshMonths", card.refreshMonths(), 1);
    demand(!card.indicators().isEmpty(), "indicators", "", "required");
    Set<String> codes = new HashSet<>();
    int weights = 0;
    for (int i = 0; i < card.indicators().size(); i++) {
      Indicator indicator = card.indicators().get(i);
      weights += indicator.weight();
      String at = "indicators." + i + ".";
      demand(codes.add(indicator.code()), at + "code", indicator.code(), "code-twice");
      check(at, indicator);
    }
    demand(weights == 100, "weights", String.valueOf(weights), "weights");
    CutOffs cut = card.cutOffs();
    demand(
        0 < cut.b() && cut.b() < cut.c() && cut.c() < cut.d() && cut.d() <= 100,
        "cutOffs",
        cut.b() + ", " + cut.c() + ", " + cut.d(),
        "cut-offs");
    for (int i = 0; i < card.floors().size(); i++) {
      Floor floor = card.floors().get(i);
      demand(known(ListKind.values(), floor.list()), "floors." + i + ".list", floor.list(), "list");
      demand(
          Arrays.stream(RiskClass.values()).anyMatch(c -> c.name().equals(floor.atLeast())),
          "floors." + i + ".atLeast",
          floor.atLeast(),
          "risk-class");
    }
    if (card.rating() != null) {
      demand(card.rating().code().matches(CODE), "rating.code", card.rating().code(), "code");
      months("rating.months", card.rating().months(), 1);
    }
    if (card.complaints() != null) {
      demand(card.complaints().count() > 0, "complaints.count", "", "positive");
      months("complaints.months", card.complaints().months(), 1);
    }
  }

  private void check(String at, Indicator indicator) {
    demand(indicator.code().matches(CODE), at + "code", indicator.code(), "code");
    demand(!indicator.name().isBlank(), at + "name", indicator.name(), "required");
    demand(
        known(IndicatorGroup.values(), indicator.group()),
        at + "group",
        indicator.group(),
        "group");
    demand(
        indicator.weight() >= 0 && indicator.weight() <= 100,
        at + "weight",
        String.valueOf(indicator.weight()),
        "percent");
    points(at + "otherwise", indicator.otherwise());
    check(at + "source", indicator.source());
    for (int i = 0; i < indicator.bands().size(); i++) {
      check(at + "bands." + i, indicator.bands().get(i), indicator.readsText());
    }
  }

  private void check(String at, Source source) {
    if (!known(SourceKind.values(), source.kind())) {
      demand(false, at, source.kind(), "source");
      return;
    }
    boolean named =
        switch (Lifecycle.parse(SourceKind.class, source.kind())) {
          case FIELD -> known(RegistryField.values(), source.name());
          case LIST -> known(ListKind.values(), source.name());
          case TAG -> !source.name().isBlank();
          case GIVEN -> source.name().matches(CODE);
          case COUNT ->
              !source.observations().isEmpty()
                  && source.observations().stream().allMatch(o -> known(Credit.Kind.values(), o));
        };
    demand(named, at, source.name(), "source");
    if (source.kind().equals("count") || source.kind().equals("given")) {
      months(at + ".months", source.months(), 1);
    }
  }

  private void check(String at, Band band, boolean text) {
    points(at + ".points", band.points());
    boolean right =
        text
            ? !band.texts().isEmpty() && band.from() == null && band.below() == null
            : band.texts().isEmpty()
                && (band.from() != null || band.below() != null)
                && (band.from() == null || band.below() == null || band.from() < band.below());
    demand(right, at, band.from() + " – " + band.below(), text ? "band-text" : "band-number");
  }

  private void points(String at, int points) {
    demand(points >= 0 && points <= 100, at, String.valueOf(points), "percent");
  }

  private void months(String at, int months, int least) {
    demand(months >= least && months <= LONGEST_MONTHS, at, String.valueOf(months), "months");
  }

  private void demand(boolean right, String field, String value, String key) {
    if (!right) {
      wrong.add(WrongValue.of(field, value, "credit.wrong." + key, value));
    }
  }

  private static boolean known(Enum<?>[] values, String wireName) {
    return Arrays.stream(values).anyMatch(v -> Lifecycle.wireName(v).equals(wireName));
  }
}
