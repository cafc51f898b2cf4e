package cn.sunlot.kernel.jobs;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.jobs.Job.State;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Runs one job to its end, as the person who started it. */
@Component
class JobRunner {

  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  private final JobStore store;
  private final Map<String, JobWork> works;

  JobRunner(JobStore store, List<JobWork> works) {
    this.store = store;
    this.works = works.stream().collect(Collectors.toMap(JobWork::kind, Function.identity()));
  }

  /**
   * Runs it.
   *
   * @throws JobInterrupted if the platform shuts down before the end
   */
  void run(UUID id, BooleanSupplier shuttingDown) {
    SystemWork.run(() -> store.begin(id)).ifPresent(begun -> end(id, outcome(begun, shuttingDown)));
  }

  private State outcome(JobStore.Begun begun, BooleanSupplier shuttingDown) {
    Job job = begun.job();
    JobWork work = works.get(job.kind());
    if (work == null) {
      LOG.error("job {}: there is no work of kind {}", job.id(), job.kind());
      return State.FAILED;
    }
    try {
      actAs(begun.actsAs());
      if (begun.hopeless()) {
        LOG.error("job {} of kind {} was begun too often and never ended", job.id(), job.kind());
        work.giveUp(job.subject());
        return State.FAILED;
      }
      work.run(new Run(job, shuttingDown));
      return State.DONE;
    } catch (JobCancelled cancelled) {
      return State.CANCELLED;
    } catch (JobFailed failed) {
      return State.FAILED;
    } catch (Exception e) {
      if (e instanceof JobInterrupted || shuttingDown.getAsBoolean()) {
        throw new JobInterrupted();
      }
      LOG.error("job {} of kind {} failed", job.id(), job.kind(), e);
      return State.FAILED;
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private void end(UUID id, State state) {
    SystemWork.run(() -> store.end(id, state));
  }

  private static void actAs(SignedIn person) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            person, null, AuthorityUtils.NO_AUTHORITIES));
    SecurityContextHolder.setContext(context);
  }

  private final class Run implements JobRun {

    private final Job job;
    private final BooleanSupplier shuttingDown;

    Run(Job job, BooleanSupplier shuttingDown) {
      this.job = job;
      this.shuttingDown = shuttingDown;
    }

    @Override
    public UUID jobId() {
      return job.id();
    }

    @Override
    public String subject() {
      return job.subject();
    }

    @Override
    public boolean stopping() {
      return shuttingDown.getAsBoolean();
    }

    @Override
    public void progress(long done, long total, String message) {
      if (stopping()) {
        throw new JobInterrupted();
      }
      if (store.progress(job.id(), done, total, message)) {
        throw new JobCancelled();
      }
    }
  }
}
