package cn.sunlot.cli;

import cn.sunlot.translog.Unsound;
import cn.sunlot.translog.note.KeyType;
import cn.sunlot.translog.note.SignerKey;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code sunlot log-key}: a fresh key that a log signs with, as a line of {@code keys/log.keys}.
 */
@Command(name = "log-key")
final class LogKeyCommand implements Callable<Integer> {

  private final Console console;

  @Option(names = "--name", paramLabel = "NAME", required = true)
  String name = "";

  LogKeyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      SignerKey key = SignerKey.generate(name, KeyType.ED25519, console.random());
      // Alone on standard output, so that it can be appended to the file.
      console.line(key.secret());
      console.complain(Message.of("log-key.public", key.verifier()));
      return 0;
    } catch (Unsound e) {
      throw new Trouble(List.of(words -> e.in(words.locale())));
    }
  }
}
