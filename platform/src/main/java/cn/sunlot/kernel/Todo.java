package cn.sunlot.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param kind what is to be done, for icons and texts, e.g. {@code approve-plan}
 * @param title the thing by its name
 * @param due the last day for it, or null where none is set
 * @param provisional whether the due day may still move, because holidays of its year are not known
 * @param link path of the page where it is done, e.g. {@code /plans/…}
 * @param ref number or code of the thing
 */
public record Todo(
    String kind,
    String title,
    @Nullable LocalDate due,
    boolean provisional,
    String link,
    String ref) {}
