package cn.sunlot.draw.verify;

import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.text.Say;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.transcript.TranscriptFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The round inputs of a transcript, read in order (V1), numbered without gaps (V11). */
final class Inputs {

  private final TranscriptFiles files;
  private final Findings findings;
  private final List<Node> documents = new ArrayList<>();
  private boolean complete = true;

  Inputs(TranscriptFiles files, Findings findings) {
    this.files = files;
    this.findings = findings;
  }

  /** Reads every input as what the purpose wants; stops at the first that is missing or wrong. */
  <T> List<T> read(Function<Node, T> reader) {
    List<T> inputs = new ArrayList<>();
    for (int r = 1; r <= files.rounds() && complete; r++) {
      String name = TranscriptFiles.round(r);
      if (!files.names().contains(name)) {
        findings.fail(Check.V11, name, 0, Say.of("v11.gap", files.rounds(), name));
        complete = false;
        break;
      }
      Optional<Node> node = findings.attempt(Check.V1, name, () -> Transcript.json(files, name));
      Optional<T> input =
          node.flatMap(n -> findings.attempt(Check.V1, name, () -> reader.apply(n)));
      complete = input.isPresent();
      node.ifPresent(documents::add);
      input.ifPresent(inputs::add);
    }
    return inputs;
  }

  /** Whether all inputs could be read. */
  boolean complete() {
    return complete;
  }

  /** All documents, from round 1. */
  List<Json> documents() {
    return documents.stream().map(Node::value).toList();
  }

  /** The document of a round, 1 and more. */
  Node document(int r) {
    return documents.get(r - 1);
  }
}
