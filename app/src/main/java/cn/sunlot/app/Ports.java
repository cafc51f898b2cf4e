package cn.sunlot.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says clearly that a port is taken, before anything is started, and by whom where Linux tells. */
final class Ports {
  private static final String LISTENING = "0A";

  private Ports() {}

  /**
   * Demands that the port can be listened on.
   *
   * @param setting the variable that sets it
   * @param port the port; 0 is any free one
   * @throws StartProblem naming the process that has it, where it can be found
   */
  static void demandFree(String setting, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw new StartProblem(
          "Port %d is taken%s. Stop that program, or set %s to another port."
              .formatted(
                  port, owner(port).map(o -> " by " + o).orElse(" by another program"), setting),
          e);
    }
  }

  /** The process that listens on the port, e.g. {@code process 4711 (nginx)}. */
  private static Optional<String> owner(int port) {
    try {
      Set<String> sockets = new HashSet<>();
      sockets.addAll(listening(Path.of("/proc/net/tcp"), port));
      sockets.addAll(listening(Path.of("/proc/net/tcp6"), port));
      if (sockets.isEmpty()) {
        return Optional.empty();
      }
      try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
        for (Path process : processes) {
          if (holdsOne(process, sockets)) {
            return Optional.of(
                "process %s (%s)"
                    .formatted(
                        process.getFileName(), Files.readString(process.resolve("comm")).strip()));
          }
        }
      }
    } catch (IOException e) {
      // Not on Linux, or the process ended meanwhile: the message does without a name.
    }
    return Optional.empty();
  }

  /** The sockets listening on the port: column 10 is the inode, column 4 the state. */
  private static Set<String> listening(Path table, int port) throws IOException {
    Set<String> sockets = new HashSet<>();
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    for (String line : Files.readAllLines(table)) {
      String[] columns = line.strip().split("\\s+", -1);
      if (columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTENING)) {
        sockets.add("socket:[" + columns[9] + "]");
      }
    }
    return sockets;
  }

  private static boolean holdsOne(Path process, Set<String> sockets) {
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : descriptors) {
        if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
          return true;
        }
      }
    } catch (IOException e) {
      // Somebody else's process, or one that has ended.
    }
    return false;
  }
}
