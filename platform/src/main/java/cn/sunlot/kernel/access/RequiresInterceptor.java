package cn.sunlot.kernel.access;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Asks for the permission that a handler requires, and refuses a handler of ours that names none.
 */
@Component
class RequiresInterceptor implements HandlerInterceptor, WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)
        || !method.getBeanType().getName().startsWith("cn.sunlot.")) {
      return true;
    }
    Requires requires = method.getMethodAnnotation(Requires.class);
    if (requires == null) {
      throw new IllegalStateException(method + " names no permission");
    }
    if (requires.value() == Permission.ANYBODY) {
      return true;
    }
    SignedIn person =
        SignedIn.find().orElseThrow(() -> Refused.because(KernelProblem.NOT_SIGNED_IN));
    if (!person.may(requires.value()) && person.passwordDue()) {
      throw Refused.because(KernelProblem.PASSWORD_DUE);
    }
    if (!person.may(requires.value()) && person.secondFactorDue()) {
      throw Refused.because(KernelProblem.SECOND_FACTOR_DUE);
    }
    if (!person.may(requires.value())) {
      throw Refused.because(KernelProblem.FORBIDDEN, requires.value().name());
    }
    return true;
  }
}
