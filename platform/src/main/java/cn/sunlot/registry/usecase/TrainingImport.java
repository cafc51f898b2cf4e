package cn.sunlot.registry.usecase;

import cn.sunlot.imports.Cells;
import cn.sunlot.imports.Field;
import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.RowReader;
import cn.sunlot.imports.RowReader.Staged;
import cn.sunlot.imports.Staging;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.registry.domain.Days;
import cn.sunlot.registry.domain.Training;
import cn.sunlot.registry.store.TrainingMerge;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The list of those who took part in trainings, by their licences (TZ-22). */
@Component
@Order(3)
class TrainingImport implements ImportKind {

  private static final List<Field> FIELDS =
      List.of(
          Field.required("licence-number", "证号", "执法证编号", "行政执法证号", "证件号", "licence").asCode(),
          Field.required("on", "日期", "培训时间", "参训日期", "date").asCode(),
          Field.required("topic", "培训名称", "培训主题", "课程", "course"),
          Field.optional("hours", "课时", "时长", "学时数").asCode(),
          Field.optional("organiser", "主办单位", "组织单位", "培训机构", "held by"));

  private static final Staging STAGING =
      new Staging(
          "registry.training_staging",
          List.of("inspector_id", "on_day", "hours", "topic", "organiser"));

  private final Registry registry;
  private final KeptInspectors kept;
  private final TrainingMerge merge;
  private final Clock clock;

  TrainingImport(Registry registry, KeptInspectors kept, TrainingMerge merge, Clock clock) {
    this.registry = registry;
    this.kept = kept;
    this.merge = merge;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "trainings";
  }

  @Override
  public Permission permission() {
    return Permission.INSPECTORS_IMPORT;
  }

  @Override
  public List<Field> fields() {
    return FIELDS;
  }

  @Override
  public Staging staging() {
    return STAGING;
  }

  @Override
  public RowReader open(Context context) {
    Map<String, Inspector> own =
        kept.ownOf(registry.listInspectors(context.authorityId())).stream()
            .collect(Collectors.toMap(Inspector::licenceNumber, i -> i));
    LocalDate today = LocalDate.now(clock);
    return cells -> read(cells, own, today);
  }

  private static Optional<Staged> read(Cells cells, Map<String, Inspector> own, LocalDate today) {
    String licence = demand(cells, "licence-number");
    Inspector inspector = licence == null ? null : own.get(licence.toUpperCase(Locale.ROOT));
    if (licence != null && inspector == null) {
      cells.refuse("licence-number", "inspector-unknown");
    }
    LocalDate on = on(cells, today);
    String topic = demand(cells, "topic");
    int hours = hours(cells);
    if (inspector == null || on == null || topic == null || cells.refused()) {
      return Optional.empty();
    }
    List<@Nullable String> values =
        Arrays.asList(
            inspector.id().toString(),
            on.toString(),
            String.valueOf(hours),
            topic,
            Objects.requireNonNullElse(cells.get("organiser"), ""));
    return Optional.of(new Staged(inspector.id() + " " + on + " " + topic, values));
  }

  private static @Nullable String demand(Cells cells, String field) {
    String text = cells.get(field);
    if (text == null) {
      cells.refuse(field, "missing");
    }
    return text;
  }

  private static @Nullable LocalDate on(Cells cells, LocalDate today) {
    String text = demand(cells, "on");
    if (text == null) {
      return null;
    }
    Optional<LocalDate> day = Days.read(text);
    if (day.isEmpty()) {
      cells.refuse("on", "date-wrong");
    } else if (day.get().isAfter(today)) {
      cells.refuse("on", "training-to-come");
    }
    return day.orElse(null);
  }

  private static int hours(Cells cells) {
    String text = cells.get("hours");
    if (text == null) {
      return 1;
    }
    if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > Training.MOST_HOURS) {
      cells.refuse("hours", "training-hours", String.valueOf(Training.MOST_HOURS));
      return 1;
    }
    return Integer.parseInt(text);
  }

  @Override
  public Merged merge(Context context) {
    return merge.run(context);
  }
}
