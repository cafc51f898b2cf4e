package cn.sunlot.draw;

import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.text.Refusal;

/** How many of a stratum are drawn (section 4). */
public sealed interface Quota {

  /** The number drawn of this many members. */
  int of(int members);

  /** Adds the member {@code rate_bp} or {@code count}. */
  void writeTo(Json.Builder stratum);

  /**
   * A share, rounded up, so that a plan's "not less than" holds.
   *
   * @param basisPoints ten-thousandths, 1 to 10000
   */
  record Rate(int basisPoints) implements Quota {
    public Rate {
      if (basisPoints < 1 || basisPoints > 10_000) {
        throw Refusal.of("quota.rate", basisPoints);
      }
    }

    @Override
    public int of(int members) {
      return (int) Math.min(members, ((long) members * basisPoints + 9_999) / 10_000);
    }

    @Override
    public void writeTo(Json.Builder stratum) {
      stratum.put("rate_bp", basisPoints);
    }
  }

  /**
   * A number, or all where there are fewer.
   *
   * @param count 0 or more
   */
  record Count(int count) implements Quota {
    public Count {
      if (count < 0) {
        throw Refusal.of("quota.count", count);
      }
    }

    @Override
    public int of(int members) {
      return Math.min(members, count);
    }

    @Override
    public void writeTo(Json.Builder stratum) {
      stratum.put("count", count);
    }
  }

  /** Reads {@code rate_bp} or {@code count}, exactly one of them. */
  static Quota read(Node stratum) {
    if (stratum.find("rate_bp").isPresent() == stratum.find("count").isPresent()) {
      throw Refusal.of("quota.which", stratum.path());
    }
    return stratum
        .find("rate_bp")
        .<Quota>map(rate -> new Rate((int) rate.integer(1, 10_000)))
        .orElseGet(() -> new Count((int) stratum.get("count").integer(0, Integer.MAX_VALUE)));
  }
}
