package cn.sunlot.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;

/** Pages for what goes wrong: what happened and where to go, never how it looks inside. */
@Controller
class ErrorPages implements ErrorController {

  /** Errors that no handler took, also those of the server itself. */
  @RequestMapping("${server.error.path:/error}")
  String error(HttpServletRequest request, HttpServletResponse response, Model model) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer number ? number : 404;
    model.addAttribute("kind", kind(code));
    model.addAttribute("status", code);
    response.setStatus(code);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return "problem";
  }

  private static String kind(int status) {
    return status == 404 ? "missing" : status < 500 ? "wrong" : "broken";
  }

  /** Errors of handlers that have a page of their own. */
  @ControllerAdvice
  static class Known {

    private final Frame frame;

    Known(Frame frame) {
      this.frame = frame;
    }

    @ExceptionHandler({NotThere.class, NoHandlerFoundException.class})
    ModelAndView missing(HttpServletRequest request, HttpServletResponse response) {
      return page("missing", 404, request, response);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView wrong(HttpServletRequest request, HttpServletResponse response) {
      return page("wrong", 400, request, response);
    }

    private ModelAndView page(
        String kind, int status, HttpServletRequest request, HttpServletResponse response) {
      response.setStatus(status);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      ModelAndView page = new ModelAndView("problem");
      page.addObject("kind", kind);
      page.addObject("status", status);
      // Attributes of all pages are not added to those of exceptions.
      page.addObject("lang", frame.lang());
      page.addObject("otherLanguage", frame.otherLanguage(request));
      page.addObject("section", "");
      page.addObject("assets", frame.assets());
      return page;
    }
  }
}
