package cn.sunlot.imports.usecase;

import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.ImportKind.Merged;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.Import.Counts;
import cn.sunlot.imports.domain.Import.Failure;
import cn.sunlot.imports.domain.ImportCommand;
import cn.sunlot.imports.domain.ImportState;
import cn.sunlot.imports.store.ImportStore;
import cn.sunlot.imports.store.StagingRows;
import cn.sunlot.imports.usecase.StageImport.StagedImport;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.jobs.JobCancelled;
import cn.sunlot.kernel.jobs.JobFailed;
import cn.sunlot.kernel.jobs.JobRun;
import cn.sunlot.kernel.jobs.JobWork;
import cn.sunlot.kernel.web.ProblemResponse;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.sheets.SheetRefused;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job: every row into the staging table, then one transaction that merges them and ends the
 * import. Killed before the end of that transaction, it begins again from the file; killed after
 * it, it finds the import done.
 */
@Component
public class ImportWork implements JobWork {

  static final String KIND = "import";

  private final ImportStore store;
  private final ImportKinds kinds;
  private final StageImport stage;
  private final StagingRows staging;
  private final ImportSteps steps;
  private final TransactionTemplate transaction;
  private final ProblemTexts texts;

  ImportWork(
      ImportStore store,
      ImportKinds kinds,
      StageImport stage,
      StagingRows staging,
      ImportSteps steps,
      TransactionTemplate transaction,
      ProblemTexts texts) {
    this.store = store;
    this.kinds = kinds;
    this.stage = stage;
    this.staging = staging;
    this.steps = steps;
    this.transaction = transaction;
    this.texts = texts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) throws IOException {
    Import im = store.get(UUID.fromString(run.subject()));
    if (im.state() == ImportState.CANCELLED) {
      throw new JobCancelled();
    }
    if (im.state() != ImportState.RUNNING || !run.jobId().equals(im.jobId())) {
      return;
    }
    ImportKind kind = kinds.demand(im.kind());
    try {
      StagedImport staged = stage.stage(im, kind, run);
      transaction.executeWithoutResult(status -> merge(im, kind, staged, run));
    } catch (JobCancelled e) {
      end(im, kind, ImportCommand.CANCEL, Failure.NONE);
      throw e;
    } catch (SheetRefused e) {
      var message = e.problem().message();
      var wayOut = e.problem().wayOut();
      end(
          im,
          kind,
          ImportCommand.FAIL,
          new Failure(message.zh() + "。" + wayOut.zh(), message.en() + ". " + wayOut.en()));
      throw new JobFailed(e);
    } catch (Refused e) {
      end(im, kind, ImportCommand.FAIL, inWords(e));
      throw new JobFailed(e);
    } catch (RuntimeException e) {
      if (!run.stopping()) {
        end(im, kind, ImportCommand.FAIL, unexpected(im));
      }
      throw e;
    }
    kind.settle();
  }

  @Override
  public void giveUp(String subject) {
    Import im = store.get(UUID.fromString(subject));
    if (im.state() == ImportState.RUNNING) {
      end(im, kinds.demand(im.kind()), ImportCommand.FAIL, unexpected(im));
    }
  }

  private Failure inWords(Refused e) {
    return new Failure(inWords(e, Locale.SIMPLIFIED_CHINESE), inWords(e, Locale.ENGLISH));
  }

  private String inWords(Refused e, Locale locale) {
    ProblemResponse problem = texts.of(e, locale);
    return problem.detail() + problem.now();
  }

  private static Failure unexpected(Import im) {
    return new Failure(
        "系统出错，什么都没有导入。请重新开始；如仍出错，请把编号 " + im.jobId() + " 告诉系统管理员",
        "An unexpected error; nothing was imported. Start it again; if it persists, tell the"
            + " administrator the number "
            + im.jobId());
  }

  private void merge(Import im, ImportKind kind, StagedImport staged, JobRun run) {
    int taken = staged.taken();
    Counts read = staged.counts();
    run.progress(read.read(), read.read(), "imports.phase.merging");
    Merged merged = kind.merge(PreviewImport.context(im));
    if (merged.total() != taken) {
      throw new IllegalStateException(
          im.number() + ": " + taken + " rows staged, but merged " + merged);
    }
    var counts =
        new Counts(
            read.read(),
            merged.added(),
            merged.changed(),
            merged.unchanged(),
            read.rejected(),
            read.warned(),
            read.findings());
    staging.clear(kind.staging(), im.id());
    run.progress(read.read(), read.read(), "imports.phase.done");
    steps.take(
        store.get(im.id()),
        ImportCommand.FINISH,
        new ImportSteps.Left(im.mapping(), im.jobId(), counts, staged.errorSha256(), Failure.NONE));
  }

  private void end(Import im, ImportKind kind, ImportCommand command, Failure failure) {
    transaction.executeWithoutResult(
        status -> {
          staging.clear(kind.staging(), im.id());
          Import now = store.get(im.id());
          steps.take(
              now,
              command,
              new ImportSteps.Left(now.mapping(), now.jobId(), now.counts(), null, failure));
        });
  }
}
