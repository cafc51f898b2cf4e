package cn.sunlot.kernel.web;

import cn.sunlot.kernel.Refused;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457) as screens show it.
 *
 * @param type stable URN
 * @param title the problem in a few words
 * @param status HTTP status
 * @param detail what happened
 * @param clauses ids of the clauses it rests on
 * @param why which rule says so
 * @param now what to do now
 * @param allowedCommands commands allowed instead
 * @param errors wrong values by row and field
 * @param traceId to be quoted to the administrator, for unexpected errors
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemResponse(
    String type,
    String title,
    int status,
    @Nullable String detail,
    List<String> clauses,
    @Nullable String why,
    @Nullable String now,
    List<String> allowedCommands,
    List<Refused.FieldError> errors,
    @Nullable String traceId) {

  ProblemResponse tracedBy(String id) {
    return new ProblemResponse(
        type, title, status, detail, clauses, why, now, allowedCommands, errors, id);
  }
}
