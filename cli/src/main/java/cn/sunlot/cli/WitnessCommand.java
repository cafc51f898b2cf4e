package cn.sunlot.cli;

import cn.sunlot.cli.log.WitnessFolder;
import cn.sunlot.cli.log.WitnessServer;
import cn.sunlot.translog.Unsound;
import cn.sunlot.translog.note.KeyType;
import cn.sunlot.translog.note.SignerKey;
import cn.sunlot.translog.note.VerifierKey;
import cn.sunlot.translog.proof.Policy;
import cn.sunlot.translog.witness.Witness;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sunlot witness}: cosigns the checkpoints of a log that only ever grows. */
@Command(name = "witness")
final class WitnessCommand implements Callable<Integer> {

  private final Console console;

  @Option(names = "--folder", paramLabel = "DIR", required = true)
  Path folder = Path.of("");

  @Option(names = "--name", paramLabel = "NAME")
  @Nullable String name;

  @Option(names = "--log-key", paramLabel = "KEY", required = true)
  List<String> logs = List.of();

  @Option(names = "--bind", paramLabel = "ADDRESS")
  String bind = "127.0.0.1";

  @Option(names = "--port", paramLabel = "PORT")
  int port = 8090;

  WitnessCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SignerKey key = key();
    Witness witness =
        new Witness(policies(), List.of(key), new WitnessFolder(folder), console.clock());
    try (WitnessServer server =
        new WitnessServer(new InetSocketAddress(bind, port), witness, this::heard)) {
      console.say("witness.key", key.verifier());
      console.say("witness.listens", "http://" + bind + ":" + server.port());
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private void heard(int status, String text) {
    String time =
        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            console.clock().instant().atZone(ZoneId.systemDefault()).withNano(0));
    console.line(time + " " + status + " " + text);
  }

  /** The key of the folder, made when it is not there. */
  private SignerKey key() throws IOException {
    Path file = folder.resolve("witness.key");
    if (Files.exists(file)) {
      return SignerKey.parse(Files.readString(file).strip());
    }
    if (name == null) {
      throw Trouble.of("witness.name", file);
    }
    SignerKey fresh = SignerKey.generate(name, KeyType.COSIGNATURE, console.random());
    Files.createDirectories(folder);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, fresh.secret() + "\n", StandardOpenOption.WRITE);
    return fresh;
  }

  private Map<String, Policy> policies() {
    try {
      return logs.stream()
          .map(VerifierKey::parse)
          .collect(
              Collectors.groupingBy(VerifierKey::name, LinkedHashMap::new, Collectors.toList()))
          .entrySet()
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> Policy.of(e.getValue())));
    } catch (Unsound e) {
      throw new Trouble(List.of(words -> e.in(words.locale())));
    }
  }
}
