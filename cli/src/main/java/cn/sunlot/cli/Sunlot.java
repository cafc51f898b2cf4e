package cn.sunlot.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program without a command: says what there is. */
@Command(
    name = "sunlot",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    version = "sunlot 0.1.0 (draw/v1)",
    synopsisSubcommandLabel = "COMMAND")
final class Sunlot implements Runnable {

  @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT)
  Language lang = Language.zh;

  /** The languages, as they are typed. */
  enum Language {
    zh,
    en
  }

  private final Console console;

  Sunlot(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    console.line(Main.line(console).getUsageMessage());
  }
}
