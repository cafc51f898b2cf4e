package cn.sunlot.imports.web;

import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.Import.Counts;
import cn.sunlot.imports.domain.ImportCommand;
import cn.sunlot.imports.domain.ImportLifecycle;
import cn.sunlot.imports.domain.ImportState;
import cn.sunlot.imports.domain.Issue;
import cn.sunlot.imports.usecase.ImportKinds;
import cn.sunlot.imports.usecase.IssueTexts;
import cn.sunlot.imports.usecase.PreviewImport;
import cn.sunlot.imports.usecase.PreviewImport.Preview;
import cn.sunlot.imports.usecase.PreviewImport.PreviewRow;
import cn.sunlot.imports.web.ImportResponses.CountsView;
import cn.sunlot.imports.web.ImportResponses.FieldView;
import cn.sunlot.imports.web.ImportResponses.FindingView;
import cn.sunlot.imports.web.ImportResponses.ImportRow;
import cn.sunlot.imports.web.ImportResponses.ImportView;
import cn.sunlot.imports.web.ImportResponses.IssueView;
import cn.sunlot.imports.web.ImportResponses.KindView;
import cn.sunlot.imports.web.ImportResponses.PreviewRowView;
import cn.sunlot.imports.web.ImportResponses.PreviewView;
import cn.sunlot.kernel.Lifecycle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the answers. */
@Component
class ImportViews {

  private final ImportKinds kinds;
  private final PreviewImport preview;
  private final IssueTexts issues;

  ImportViews(ImportKinds kinds, PreviewImport preview, IssueTexts issues) {
    this.kinds = kinds;
    this.preview = preview;
    this.issues = issues;
  }

  KindView kind(ImportKind kind, Locale locale) {
    List<FieldView> fields =
        kind.fields().stream()
            .map(
                field ->
                    new FieldView(
                        field.name(),
                        kinds.title(kind, field, locale),
                        field.required(),
                        kinds.note(kind, field, locale),
                        kinds.example(kind, field, locale)))
            .toList();
    return new KindView(kind.name(), kinds.title(kind, locale), fields);
  }

  ImportView detail(Import im, Locale locale) {
    ImportKind kind = kinds.demand(im.kind());
    Map<String, String> mapping =
        im.state() == ImportState.UPLOADED ? preview.suggest(im) : im.mapping();
    return new ImportView(
        im.id(),
        im.number(),
        kind(kind, locale),
        Lifecycle.wireName(im.state()),
        im.version(),
        im.file().name(),
        im.file().bytes(),
        im.file().sha256(),
        im.file().header(),
        mapping,
        im.jobId(),
        counts(im.counts(), locale),
        im.errorSha256() != null,
        failure(im, locale),
        im.startedBy(),
        im.createdAt(),
        im.endedAt(),
        ImportLifecycle.TABLE.allowed(im.state()).stream()
            .filter(ImportCommand::byPerson)
            .map(Lifecycle::wireName)
            .toList());
  }

  ImportRow row(Import im, Locale locale) {
    return new ImportRow(
        im.id(),
        im.number(),
        im.kind(),
        kinds.title(kinds.demand(im.kind()), locale),
        Lifecycle.wireName(im.state()),
        im.file().name(),
        im.counts().read(),
        im.counts().rejected(),
        im.counts().warned(),
        im.startedBy(),
        im.createdAt());
  }

  PreviewView preview(Preview found, Locale locale) {
    return new PreviewView(
        found.mapping(),
        found.unused(),
        counts(found.counts(), locale),
        found.rows().stream().map(row -> previewRow(row, locale)).toList());
  }

  private PreviewRowView previewRow(PreviewRow row, Locale locale) {
    return new PreviewRowView(
        row.number(),
        row.values(),
        row.rejected(),
        row.issues().stream().map(issue -> issue(issue, locale)).toList());
  }

  private IssueView issue(Issue issue, Locale locale) {
    return new IssueView(
        issue.field(),
        issue.value(),
        issues.what(issue).in(locale),
        issues.wayOut(issue).in(locale),
        issue.warning());
  }

  private CountsView counts(Counts counts, Locale locale) {
    List<FindingView> findings =
        counts.findings().entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(e -> new FindingView(e.getKey(), issues.title(e.getKey(), locale), e.getValue()))
            .toList();
    return new CountsView(
        counts.read(),
        counts.added(),
        counts.changed(),
        counts.unchanged(),
        counts.rejected(),
        counts.warned(),
        findings);
  }

  private static String failure(Import im, Locale locale) {
    return locale.getLanguage().equals("zh") ? im.failure().zh() : im.failure().en();
  }
}
