package cn.sunlot.kernel.web;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Refused.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Turns every exception into a problem document; an unexpected one shows a trace id and nothing
 * else.
 *
 * <p>Before Spring's own advice, which would answer a wrong value with a bare 400.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final ProblemTexts texts;

  ProblemAdvice(ProblemTexts texts) {
    this.texts = texts;
  }

  @ExceptionHandler
  ResponseEntity<ProblemResponse> refused(Refused refused, Locale locale) {
    return response(texts.of(refused, locale));
  }

  @ExceptionHandler
  ResponseEntity<ProblemResponse> invalid(MethodArgumentNotValidException invalid, Locale locale) {
    List<FieldError> errors =
        invalid.getBindingResult().getFieldErrors().stream()
            .map(
                e ->
                    new FieldError(
                        null,
                        e.getField(),
                        e.getRejectedValue() == null ? null : String.valueOf(e.getRejectedValue()),
                        String.valueOf(e.getDefaultMessage()),
                        null))
            .toList();
    return refused(Refused.because(KernelProblem.VALUES_WRONG, errors.size()).with(errors), locale);
  }

  @ExceptionHandler
  ResponseEntity<ProblemResponse> unreadable(
      HttpMessageNotReadableException unreadable, Locale locale) {
    LOG.debug("unreadable request", unreadable);
    return refused(Refused.because(KernelProblem.UNREADABLE_REQUEST), locale);
  }

  @ExceptionHandler
  ResponseEntity<ProblemResponse> mistyped(
      MethodArgumentTypeMismatchException wrong, Locale locale) {
    String value = String.valueOf(wrong.getValue());
    if (wrong.getRequiredType() == UUID.class) {
      // An id that is none cannot name anything.
      return refused(Refused.because(KernelProblem.NOT_FOUND, value), locale);
    }
    String message = texts.text("kernel.value-type", locale);
    return refused(
        Refused.because(KernelProblem.UNREADABLE_REQUEST)
            .with(List.of(new FieldError(null, wrong.getName(), value, message, null))),
        locale);
  }

  @ExceptionHandler
  ResponseEntity<ProblemResponse> tooLarge(MaxUploadSizeExceededException large, Locale locale) {
    return refused(Refused.because(KernelProblem.UPLOAD_TOO_LARGE), locale);
  }

  @ExceptionHandler
  ResponseEntity<ProblemResponse> unexpected(
      Exception exception, Locale locale, HttpServletResponse answer) throws Exception {
    if (answer.isCommitted()) {
      // A part of it is on its way: the server must break it off, or it would look complete.
      throw exception;
    }
    if (exception instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      HttpStatusCode status = known.getStatusCode();
      return response(
          new ProblemResponse(
              "about:blank",
              Objects.requireNonNullElse(known.getBody().getTitle(), status.toString()),
              status.value(),
              known.getBody().getDetail(),
              List.of(),
              null,
              null,
              List.of(),
              List.of(),
              null));
    }
    String traceId = Ids.next().toString();
    LOG.error("unexpected error {}", traceId, exception);
    return response(
        texts.of(Refused.because(KernelProblem.UNEXPECTED, traceId), locale).tracedBy(traceId));
  }

  private static ResponseEntity<ProblemResponse> response(ProblemResponse problem) {
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
