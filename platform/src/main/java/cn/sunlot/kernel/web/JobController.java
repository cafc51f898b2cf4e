package cn.sunlot.kernel.web;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.jobs.Job;
import cn.sunlot.kernel.jobs.Jobs;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Long work as screens follow it. */
@RestController
@RequestMapping("/api/jobs")
class JobController {

  /**
   * A job.
   *
   * @param subject what it works on, e.g. the id of an import
   * @param state waiting, running, done, failed, cancelled
   * @param message what it is doing, in words
   */
  record JobView(
      UUID id,
      String kind,
      String subject,
      @OneOf(Job.State.class) String state,
      long done,
      long total,
      String message,
      NamedId startedBy,
      Instant createdAt,
      @Nullable Instant endedAt,
      List<String> allowedCommands) {}

  private final Jobs jobs;
  private final ProblemTexts texts;

  JobController(Jobs jobs, ProblemTexts texts) {
    this.jobs = jobs;
    this.texts = texts;
  }

  @GetMapping("/{id}")
  @Requires(Permission.SIGNED_IN)
  JobView getJob(@PathVariable UUID id, Locale locale) {
    return view(get(id), locale);
  }

  /** Asks it to stop; only the one who started it may. */
  @PostMapping("/{id}/cancel")
  @Requires(Permission.SIGNED_IN)
  JobView cancelJob(@PathVariable UUID id, Locale locale) {
    if (!mayCancel(get(id))) {
      throw Refused.because(KernelProblem.FORBIDDEN);
    }
    jobs.cancel(id);
    return view(jobs.get(id), locale);
  }

  /** The job, if it is of the own authority; others' are not there. */
  private Job get(UUID id) {
    Job job = jobs.get(id);
    if (!job.authorityId().equals(SignedIn.get().authorityId())) {
      throw Refused.because(KernelProblem.NOT_FOUND, id);
    }
    return job;
  }

  private JobView view(Job job, Locale locale) {
    return new JobView(
        job.id(),
        job.kind(),
        job.subject(),
        Lifecycle.wireName(job.state()),
        job.done(),
        job.total(),
        job.message().isEmpty() ? "" : texts.text(job.message(), locale),
        job.startedBy(),
        job.createdAt(),
        job.endedAt(),
        mayCancel(job) && !job.state().ended() ? List.of("cancel") : List.of());
  }

  private static boolean mayCancel(Job job) {
    return job.startedBy().id().equals(SignedIn.get().personId());
  }
}
