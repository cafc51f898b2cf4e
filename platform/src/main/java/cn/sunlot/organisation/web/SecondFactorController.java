package cn.sunlot.organisation.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.SecretAnswer;
import cn.sunlot.organisation.usecase.OwnSecondFactor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The own second step of the sign-in. */
@RestController
@RequestMapping("/api/session/second-factor")
class SecondFactorController {

  record FactorCode(@NotBlank @Size(max = 32) String code) {}

  record RecoveryCodes(List<String> codes) {}

  private final OwnSecondFactor factor;

  SecondFactorController(OwnSecondFactor factor) {
    this.factor = factor;
  }

  @GetMapping
  @Requires(Permission.OWN_SECOND_FACTOR)
  OwnSecondFactor.FactorState getSecondFactor() {
    return factor.state();
  }

  @PostMapping("/begin")
  @Requires(Permission.OWN_SECOND_FACTOR)
  OwnSecondFactor.BegunFactor beginSecondFactor(HttpServletRequest request) {
    SecretAnswer.mark(request);
    return factor.begin();
  }

  @PostMapping("/confirm")
  @Requires(Permission.OWN_SECOND_FACTOR)
  RecoveryCodes confirmSecondFactor(
      @Valid @RequestBody FactorCode sent, HttpServletRequest request) {
    SecretAnswer.mark(request);
    return new RecoveryCodes(factor.confirm(sent.code()));
  }

  @PostMapping("/remove")
  @Requires(Permission.OWN_SECOND_FACTOR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeSecondFactor(@Valid @RequestBody FactorCode sent) {
    factor.remove(sent.code());
  }
}
