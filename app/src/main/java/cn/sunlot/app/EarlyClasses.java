package cn.sunlot.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads beside the start what takes long by itself and waits for nothing, so that the start finds
 * it there. Two fifths of a start are spent on finding ten thousand classes in the jars within the
 * jar: the first start of a build keeps a list of them, in their order, and later starts go through
 * it on a second thread. A list that is missing, damaged or of another build costs only the time it
 * would have saved.
 */
final class EarlyClasses {

  private static final Logger LOG = LoggerFactory.getLogger(EarlyClasses.class);

  /** The JVM's line for a class from a jar or a folder; not for its own or generated classes. */
  private static final Pattern LOADED = Pattern.compile("(\\S+) source: (?:jar|file):.*");

  private final Path list;
  private final String build;
  private boolean recording;

  /**
   * @param list where the names are kept, after a first line with the build
   * @param build what tells this build from others
   */
  EarlyClasses(Path list, String build) {
    this.list = list;
    this.build = build;
  }

  /** Begins on threads of its own; nothing waits for them, and nothing fails with them. */
  void load() {
    inBackground("early-classes", () -> known().forEach(EarlyClasses::loadQuietly));
    inBackground("early-types", EarlyClasses::prepareTypes);
  }

  /** Lets the JVM write down what it loads from now on, if no start of this build has done so. */
  void record() {
    if (known().isEmpty()) {
      // What a start that was killed left: the JVM would put it aside and keep it.
      deleteQuietly(log());
      recording = true;
      log("output=" + quoted(log()), "what=class+load", "decorators=none");
    }
  }

  /** Ends the record and makes the list of it; does nothing if nothing was recorded. */
  void keep() {
    if (!recording) {
      return;
    }
    recording = false;
    log("output=" + quoted(log()), "what=all=off");
    try (Stream<String> lines = Files.lines(log())) {
      Stream<String> names =
          lines.map(LOADED::matcher).filter(Matcher::matches).map(m -> m.group(1)).distinct();
      // Moved into place, so that there never is half a list.
      Path whole = beside(".new");
      Files.write(whole, Stream.concat(Stream.of(build), names).toList());
      Files.move(whole, list, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.debug("Later starts will not be quicker", e);
    } finally {
      deleteQuietly(log());
    }
  }

  /** The names that an earlier start of this build has kept. */
  private List<String> known() {
    try {
      List<String> lines = Files.exists(list) ? Files.readAllLines(list) : List.of();
      return !lines.isEmpty() && lines.get(0).equals(build)
          ? lines.subList(1, lines.size())
          : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static void loadQuietly(String name) {
    try {
      // Without its static initialisers: they keep their order and their thread.
      Class.forName(name, false, EarlyClasses.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // Whoever needs it will say so.
    }
  }

  /** jOOQ knows its types only after a third of a second. */
  private static void prepareTypes() {
    var one = DSL.val(1).as("one");
    DSL.using(SQLDialect.POSTGRES).select(one).from(DSL.dual()).where(one.eq(1)).getSQL();
  }

  private static void inBackground(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** The JVM's command VM.log; a JVM that has none starts as it always did. */
  private static void log(String... arguments) {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "vmLog",
              new Object[] {arguments},
              new String[] {String[].class.getName()});
    } catch (JMException e) {
      LOG.debug("This JVM does not tell which classes it loads", e);
    }
  }

  private Path log() {
    return beside(".log");
  }

  private Path beside(String ending) {
    return list.resolveSibling(list.getFileName() + ending);
  }

  private static String quoted(Path file) {
    return "\"" + file.toAbsolutePath() + "\"";
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.debug("{} stays behind", file, e);
    }
  }
}
