package cn.sunlot.imports;

import cn.sunlot.SunlotPlatform;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.ImportState;
import cn.sunlot.imports.store.ImportStore;
import cn.sunlot.imports.usecase.PreviewImport;
import cn.sunlot.imports.usecase.StartImport;
import cn.sunlot.imports.usecase.UploadImport;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.jobs.Job;
import cn.sunlot.kernel.jobs.Jobs;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.TargetSearch;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * A platform that imports a file until it is killed or done. Arguments: address, user and password
 * of the database, folder, the file, the id of an import to wait for or "new". Prints the id, what
 * the job is doing, and at the end what became of it.
 */
final class ImportingChild {

  static final UUID AUTHORITY = new UUID(9, 1);

  private ImportingChild() {}

  public static void main(String... arguments) throws Exception {
    ConfigurableApplicationContext platform =
        new SpringApplication(SunlotPlatform.class)
            .run(
                "--spring.datasource.url=" + arguments[0],
                "--spring.datasource.username=" + arguments[1],
                "--spring.datasource.password=" + arguments[2],
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--sunlot.files=" + arguments[3] + "/files",
                "--sunlot.keys=" + arguments[3] + "/keys",
                "--logging.level.root=ERROR");
    SecurityContextHolder.getContext()
        .setAuthentication(new PreAuthenticatedAuthenticationToken(person(), "", List.of()));
    UUID id =
        arguments[5].equals("new")
            ? start(platform, Path.of(arguments[4]))
            : UUID.fromString(arguments[5]);
    System.out.println("import " + id);
    follow(platform, id);
    platform.close();
  }

  private static SignedIn person() {
    UUID id = new UUID(9, 2);
    Scope scope = Scope.of(AUTHORITY, Set.of(id));
    Set<Permission> may = Set.of(Permission.TARGETS_IMPORT, Permission.TARGETS_VIEW);
    return new SignedIn(id, "张三", "zhangsan", id, scope, Set.of(), may);
  }

  private static UUID start(ConfigurableApplicationContext platform, Path file) throws Exception {
    try (InputStream content = Files.newInputStream(file)) {
      Import uploaded =
          platform
              .getBean(UploadImport.class)
              .run("targets", "名录.csv", content, Locale.SIMPLIFIED_CHINESE);
      var mapping = platform.getBean(PreviewImport.class).suggest(uploaded);
      platform
          .getBean(StartImport.class)
          .run(uploaded.id(), new IfMatch(uploaded.version()), mapping);
      return uploaded.id();
    }
  }

  private static void follow(ConfigurableApplicationContext platform, UUID id) {
    String said = "";
    while (true) {
      Import im = platform.getBean(ImportStore.class).get(id);
      Job job = platform.getBean(Jobs.class).get(Objects.requireNonNull(im.jobId()));
      String now = job.message() + (job.done() > 0 ? " some" : "");
      if (!now.equals(said)) {
        System.out.println(now);
        said = now;
      }
      if (job.state().ended() && im.state() != ImportState.RUNNING) {
        long found =
            platform.getBean(TargetSearch.class).count(person().scope(), TargetListFilter.ALL);
        System.out.println(im.state() + " " + im.counts().added() + " found " + found);
        return;
      }
      LockSupport.parkNanos(2_000_000);
    }
  }
}
