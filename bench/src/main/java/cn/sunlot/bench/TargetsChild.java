package cn.sunlot.bench;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Area;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.Contacts;
import cn.sunlot.registry.store.TargetSearch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * The platform on a durable database with a city's targets; twenty people look at lists. Arguments:
 * how many targets, how many lists each person looks at, the file for the plans.
 */
final class TargetsChild {

  static final int USERS = 20;

  /** All kinds of lists, as people of a county see them. */
  static final String COUNTY = "county";

  private static final Queue<Long> EMPTY = new ConcurrentLinkedQueue<>();
  private static final UUID AUTHORITY = new UUID(7, 1);
  private static final int COPIED_AT_ONCE = 20_000;

  private final PlatformUnderTest platform;
  private final TargetSearch search;
  private final int size;
  private final int each;
  private final Map<String, Queue<Long>> nanos = new ConcurrentHashMap<>();

  private TargetsChild(PlatformUnderTest platform, int size, int each) {
    this.platform = platform;
    this.search = platform.bean(TargetSearch.class);
    this.size = size;
    this.each = each;
  }

  public static void main(String... arguments) throws Exception {
    // What is printed by others must not be taken for an answer.
    PrintStream answers = System.out;
    System.setOut(System.err);
    try (PlatformUnderTest platform = PlatformUnderTest.start("targets", c -> {})) {
      var child =
          new TargetsChild(
              platform, Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
      child.load();
      var plain = new PlainLists(platform, AUTHORITY, child.size);
      Map<String, Callable<Long>> numbers = new HashMap<>();
      long built = child.build();
      numbers.put("built", () -> built);
      numbers.put("bytes", child::bytes);
      numbers.put("measure", child::measure);
      numbers.put("plans", () -> plain.plans(Path.of(arguments[2])));
      Stream.concat(Stream.of(ListKind.values()).map(ListKind::name), Stream.of(COUNTY))
          .forEach(
              name -> {
                numbers.put("p50 " + name, () -> child.at(name, 0.5));
                numbers.put("p95 " + name, () -> child.at(name, 0.95));
                numbers.put("max " + name, () -> child.at(name, 1));
              });
      for (ListKind kind : ListKind.values()) {
        numbers.put("plain " + kind, () -> plain.median(kind));
      }
      System.setOut(answers);
      Child.serve(numbers);
    }
  }

  private long at(String name, double share) {
    List<Long> sorted = nanos.getOrDefault(name, EMPTY).stream().sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
  }

  private void load() throws Exception {
    Contacts contacts = platform.bean(Contacts.class);
    try (var connection = platform.owner().connect()) {
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (int from = 0; from < size; from += COPIED_AT_ONCE) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < Math.min(size, from + COPIED_AT_ONCE); i++) {
          lines.append(new TargetMaker(i).line(AUTHORITY.toString(), contacts)).append('\n');
        }
        copy.copyIn(
            "COPY registry.target (id, authority_id, unit_id, name, kind, region_code, address,"
                + " risk_class, tags, status, responsible_person, contact, warnings, created_at,"
                + " updated_at) FROM STDIN",
            new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
      }
    }
    platform.learnSizes();
  }

  /** How long the index takes from nothing. */
  private long build() {
    long begin = System.nanoTime();
    PlatformUnderTest.signIn(person(0));
    while (known() < size) {
      LockSupport.parkNanos(10_000_000);
    }
    return System.nanoTime() - begin;
  }

  private long known() {
    try {
      return search.count(person(0).scope(), TargetListFilter.ALL);
    } catch (Refused notYet) {
      return 0;
    }
  }

  private long bytes() throws IOException {
    try (Stream<Path> files = Files.walk(platform.folder().resolve("index"))) {
      return files.filter(Files::isRegularFile).mapToLong(TargetsChild::length).sum();
    }
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All people at once, each list as soon as the one before is there. */
  private long measure() throws Exception {
    lists(Math.max(5, each / 5), 1);
    lists(each, 2);
    return 0;
  }

  private void lists(int times, int seed) throws Exception {
    nanos.clear();
    ExecutorService people = Executors.newFixedThreadPool(USERS);
    List<Callable<Void>> work = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      SignedIn person = person(user);
      Random random = new Random(1_000L * seed + user);
      work.add(() -> look(person, random, times));
    }
    for (Future<Void> done : people.invokeAll(work)) {
      done.get();
    }
    people.shutdown();
  }

  private Void look(SignedIn person, Random random, int times) {
    PlatformUnderTest.signIn(person);
    ListKind[] kinds = ListKind.values();
    for (int i = 0; i < times; i++) {
      ListKind kind = kinds[random.nextInt(kinds.length)];
      ListKind.Asked asked = kind.ask(random, size);
      long begin = System.nanoTime();
      search.page(person.scope(), asked.filter(), new Page.Request(asked.page(), 20), asked.sort());
      long time = System.nanoTime() - begin;
      String name = person.scope().area().whole() ? kind.name() : COUNTY;
      nanos.computeIfAbsent(name, n -> new ConcurrentLinkedQueue<>()).add(time);
    }
    return null;
  }

  /** Every fourth person is of a county. */
  private static SignedIn person(int number) {
    UUID id = new UUID(2, number);
    Area area =
        number % 4 == 3
            ? Area.of(Set.of(TargetMaker.COUNTIES.get(number % TargetMaker.COUNTIES.size())))
            : Area.WHOLE;
    Scope scope = new Scope(AUTHORITY, Set.of(id), Set.of(id), area);
    return new SignedIn(id, "张三", "zhangsan", id, scope, Set.of(), Set.of());
  }
}
