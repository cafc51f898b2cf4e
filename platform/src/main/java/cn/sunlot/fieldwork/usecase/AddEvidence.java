package cn.sunlot.fieldwork.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.fieldwork.FieldworkProblem;
import cn.sunlot.fieldwork.store.RecordStore;
import cn.sunlot.fieldwork.store.RecordStore.Evidence;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.files.MediaTypes;
import cn.sunlot.tasking.Tasks.Visit;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds a photo, a recording or a document to a visit; nothing that was added is ever taken away.
 */
@Component
@Transactional
public class AddEvidence {

  private static final Map<String, Set<String>> OF_KIND =
      Map.of(
          "photo", MediaTypes.PICTURES,
          "video", MediaTypes.VIDEOS,
          "audio", MediaTypes.SOUNDS,
          "document", Set.of("application/pdf", "image/jpeg", "image/png"),
          "signature", Set.of("image/png", "image/jpeg", "application/pdf"));

  private final RecordStore store;
  private final Team team;
  private final Files files;
  private final AuditLog audit;
  private final Clock clock;

  AddEvidence(RecordStore store, Team team, Files files, AuditLog audit, Clock clock) {
    this.store = store;
    this.team = team;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  public void run(UUID visitId, String kind, String fileName, String caption, InputStream bytes) {
    Visit visit = team.getOwnUnderWay(visitId);
    team.demandLicence(visit, null);
    Set<String> allowed = OF_KIND.get(kind);
    if (allowed == null) {
      throw Refused.because(
          FieldworkProblem.EVIDENCE_KIND, kind, String.join(", ", new TreeSet<>(OF_KIND.keySet())));
    }
    try {
      var in = new BufferedInputStream(bytes);
      String type =
          MediaTypes.find(in)
              .filter(allowed::contains)
              .orElseThrow(
                  () ->
                      Refused.because(
                          KernelProblem.UPLOAD_TYPE,
                          fileName,
                          String.join(", ", new TreeSet<>(allowed))));
      Files.Stored stored = files.storeSealed(in);
      store.addEvidence(
          visitId,
          visit.authorityId(),
          new Evidence(
              Ids.next(),
              kind,
              stored.sha256(),
              fileName,
              type,
              stored.size(),
              caption,
              SignedIn.get().personId(),
              clock.instant()));
      audit.record(
          "evidence-added",
          visit.number(),
          Map.of("kind", kind, "sha256", stored.sha256(), "size", stored.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
