package cn.sunlot.bench;

import cn.sunlot.draw.Subject.Stratum;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.targets.Frame;
import cn.sunlot.draw.targets.TargetDraw;
import cn.sunlot.draw.targets.TargetRound;
import cn.sunlot.draw.transcript.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bouncycastle.jcajce.provider.digest.SM3;

/** Draws from a frozen frame, in a JVM of its own; arguments: frame, result, suite. */
final class DrawChild {
  private DrawChild() {}

  public static void main(String... arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    Path result = Path.of(arguments[1]);
    Suite suite = Suites.withSm3(SM3.Digest::new).get(arguments[2]);
    Tickets tickets = tickets(suite);
    Frame frame = Frame.open(file);
    Map<String, Stratum> strata = frame.quotas(Population.QUOTAS);
    int size = frame.size();
    Child.serve(
        Map.of(
            "draw", Timed.clock(() -> draw(file, result, tickets, strata))::nanos,
            "bare", Timed.clock(() -> BareHashing.tickets(tickets, size))::nanos,
            "peak", Child::peak));
  }

  static Tickets tickets(Suite suite) {
    return suite.tickets(suite.hash("benchmark".getBytes(StandardCharsets.US_ASCII)));
  }

  /** Reading, tickets, selection, writing: all that is measured. */
  static void draw(Path frame, Path result, Tickets tickets, Map<String, Stratum> strata)
      throws IOException {
    TargetRound round = new TargetDraw(Frame.open(frame)).first(tickets, strata);
    Files.write(result, Jcs.write(new Result<>("D", List.of(round)).json(TargetRound::json)));
  }
}
