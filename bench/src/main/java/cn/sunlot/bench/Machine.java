package cn.sunlot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the benchmarks run on. */
final class Machine {
  private Machine() {}

  static String describe() throws IOException {
    return "%d cores (%s), %s memory, %s %s, %s %s; load at the start %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            value("/proc/cpuinfo", "model name"),
            memory(),
            System.getProperty("java.vm.name"),
            System.getProperty("java.vm.version"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
  }

  private static String memory() throws IOException {
    long kib = Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("\\D", ""));
    return String.format(Locale.ROOT, "%.0f GiB", kib / 1048576.0);
  }

  private static String value(String file, String name) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
