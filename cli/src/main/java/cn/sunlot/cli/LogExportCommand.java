package cn.sunlot.cli;

import cn.sunlot.cli.log.LogMirror;
import cn.sunlot.translog.Unsound;
import cn.sunlot.translog.note.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sunlot log-export}: a copy of a public log that any web server can publish. */
@Command(name = "log-export")
final class LogExportCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "DIR")
  Path folder = Path.of("");

  @Option(names = "--log", paramLabel = "URL", required = true)
  String address = "";

  LogExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      SignedCheckpoint now = new LogMirror(address, folder).run(size -> {});
      console.say("mirror.done", folder, now.checkpoint().size(), now.checkpoint().origin());
      Files.readAllLines(folder.resolve("key")).forEach(console::line);
      return 0;
    } catch (Unsound e) {
      throw new Trouble(List.of(words -> e.in(words.locale())));
    }
  }
}
