package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.store.RecordStore;
import cn.sunlot.drawing.store.RecordStore.Attachment;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.files.MediaTypes;
import cn.sunlot.kernel.web.IfMatch;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds a photo, a video or the signed record sheet to the record of a draw (ZB-9). */
@Component
@Transactional
public class AttachFile {

  /** What may be attached as what. */
  private static final Map<String, Set<String>> OF_KIND =
      Map.of(
          "photo", MediaTypes.PICTURES,
          "video", MediaTypes.VIDEOS,
          "record-sheet", Set.of("application/pdf", "image/jpeg", "image/png"));

  private final DrawSteps steps;
  private final RecordStore records;
  private final Files files;

  AttachFile(DrawSteps steps, RecordStore records, Files files) {
    this.steps = steps;
    this.records = records;
    this.files = files;
  }

  /**
   * Adds the file.
   *
   * @param kind {@code photo}, {@code video} or {@code record-sheet}
   * @param name as the person calls the file
   */
  public void run(UUID id, IfMatch seen, String kind, String name, InputStream bytes) {
    Step step = steps.begin(id, seen, DrawCommand.ATTACH);
    Set<String> allowed = OF_KIND.get(kind);
    if (allowed == null) {
      throw Refused.because(
          DrawingProblem.ATTACHMENT_KIND, kind, String.join(", ", new TreeSet<>(OF_KIND.keySet())));
    }
    try {
      attach(step, kind, name, allowed, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void attach(Step step, String kind, String name, Set<String> allowed, InputStream bytes)
      throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes);
    String type =
        MediaTypes.find(in)
            .filter(allowed::contains)
            .orElseThrow(
                () ->
                    Refused.because(
                        KernelProblem.UPLOAD_TYPE,
                        name,
                        String.join(", ", new TreeSet<>(allowed))));
    Files.Stored stored = files.store(in);
    Attachment attachment =
        new Attachment(
            Ids.next(),
            kind,
            stored.sha256(),
            stored.size(),
            type,
            name,
            null,
            step.now(),
            SignedIn.get().personId());
    if (!records.add(step.draw().id(), attachment)) {
      throw Refused.because(DrawingProblem.ATTACHED_ALREADY, name);
    }
    steps.end(
        step, Map.of("kind", kind, "sha256", stored.sha256(), "size", stored.size(), "type", type));
  }
}
