package cn.sunlot.organisation.web;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Keeps other systems from what every person has without any permission: a password, a second
 * factor, sessions, things to do.
 */
@Component
class ClientDoors implements HandlerInterceptor, WebMvcConfigurer {

  private static final Set<Permission> OWN =
      EnumSet.of(Permission.OWN_PASSWORD, Permission.OWN_SECOND_FACTOR);

  private static final List<String> OF_PEOPLE =
      List.of("/api/session", "/api/todo", "/api/oidc", "/api/setup");

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (ApiTokenFilter.isOfClient(request) && handler instanceof HandlerMethod method) {
      Requires requires = method.getMethodAnnotation(Requires.class);
      if (requires != null && OWN.contains(requires.value())
          || OF_PEOPLE.stream().anyMatch(request.getRequestURI()::startsWith)) {
        throw Refused.because(
            KernelProblem.FORBIDDEN, requires == null ? "" : requires.value().name());
      }
    }
    return true;
  }
}
