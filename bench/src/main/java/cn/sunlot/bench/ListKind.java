package cn.sunlot.bench;

import cn.sunlot.registry.domain.TargetListFilter;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What people ask of a list of targets. */
enum ListKind {
  EVERYTHING("everything, by id") {
    @Override
    Asked ask(Random random, int size) {
      return of(null, "unitId");
    }
  },
  BY_NAME("everything, by pinyin") {
    @Override
    Asked ask(Random random, int size) {
      return of(null, random.nextBoolean() ? "name" : "-name");
    }
  },
  NEWEST("everything, newest change first") {
    @Override
    Asked ask(Random random, int size) {
      return of(null, "-updatedAt");
    }
  },
  ONE_FREQUENT("one frequent character (公, 店, 化 …)") {
    @Override
    Asked ask(Random random, int size) {
      return of(pick(random, List.of("公", "店", "化", "张", "市", "工")), sort(random));
    }
  },
  TWO_FREQUENT("a frequent word (公司, 有限 …)") {
    @Override
    Asked ask(Random random, int size) {
      return of(pick(random, List.of("公司", "有限", "商贸", "超市", "张店")), sort(random));
    }
  },
  MANY_FREQUENT("many frequent characters (有限公司 …)") {
    @Override
    Asked ask(Random random, int size) {
      return of(pick(random, List.of("有限公司", "商贸有限公司", "示范市张店", "科技 有限公司")), sort(random));
    }
  },
  PIECE("one to six characters of some name") {
    @Override
    Asked ask(Random random, int size) {
      String name = TargetMaker.nameOf(random.nextInt(size));
      int from = random.nextInt(name.length());
      int to = from + 1 + random.nextInt(Math.min(6, name.length() - from));
      return of(name.substring(from, to), sort(random));
    }
  },
  NOTHING("characters that no name has in this order") {
    @Override
    Asked ask(Random random, int size) {
      return of(pick(random, List.of("公司有限", "店超市市", "限有公司", "化工工化")), sort(random));
    }
  },
  INITIALS("first letters of pinyin (yxgs, zdhd …)") {
    @Override
    Asked ask(Random random, int size) {
      return of(
          pick(random, List.of("yxgs", "gs", "zdhd", "smyxgs", "hdkj", "z", "cs", "sfszd")),
          sort(random));
    }
  },
  CODE("credit code, its beginning or all of it") {
    @Override
    Asked ask(Random random, int size) {
      String code = TargetMaker.unitIdOf(random.nextInt(size));
      int[] lengths = {4, 8, 10, 12, 14, 18};
      return of(code.substring(0, lengths[random.nextInt(lengths.length)]), sort(random));
    }
  },
  FILTERS("two to five filters together") {
    @Override
    Asked ask(Random random, int size) {
      return new Asked(filters(random, null), sort(random), 1);
    }
  },
  FILTERS_AND_WORD("a frequent word and filters") {
    @Override
    Asked ask(Random random, int size) {
      String word = pick(random, List.of("有限公司", "公司", "店", "化工", "阳", "hd"));
      return new Asked(filters(random, word), sort(random), 1);
    }
  },
  LATER_PAGE("pages 2 to 100") {
    @Override
    Asked ask(Random random, int size) {
      String word = pick(random, List.of("公司", "店", "商贸"));
      return new Asked(q(word), sort(random), 2 + random.nextInt(99));
    }
  };

  /** A question. */
  record Asked(TargetListFilter filter, String sort, int page) {}

  private final String words;

  ListKind(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /**
   * Makes a question of this kind.
   *
   * @param size how many targets there are
   */
  abstract Asked ask(Random random, int size);

  private static Asked of(@Nullable String q, String sort) {
    return new Asked(q(q), sort, 1);
  }

  private static TargetListFilter q(@Nullable String q) {
    return new TargetListFilter(q, null, null, null, null, null, null, null);
  }

  private static String sort(Random random) {
    return pick(random, List.of("unitId", "unitId", "name", "-name", "riskClass", "-updatedAt"));
  }

  private static TargetListFilter filters(Random random, @Nullable String q) {
    return new TargetListFilter(
        q,
        random.nextInt(3) == 0 ? pick(random, TargetMaker.KINDS) : null,
        random.nextInt(2) == 0 ? pick(random, TargetMaker.COUNTIES) : null,
        random.nextInt(2) == 0 ? pick(random, List.of("A", "B", "C", "D")) : null,
        random.nextInt(3) == 0 ? pick(random, TargetMaker.TAGS) : null,
        random.nextInt(2) == 0 ? pick(random, List.of("active", "active", "closed")) : null,
        random.nextInt(3) == 0 ? random.nextBoolean() : null,
        random.nextInt(5) == 0 ? random.nextBoolean() : null);
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
