package cn.sunlot.organisation.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.organisation.usecase.SetUp;
import cn.sunlot.organisation.usecase.SetUpCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The first step of an empty platform. */
@RestController
@RequestMapping("/api/setup")
class SetUpController {

  /** Whether nobody has an account yet. */
  record SetUpState(boolean needed) {}

  record FirstAuthority(
      @NotBlank @Size(max = 100) String name,
      @NotNull @Pattern(regexp = "bureau|city") String kind,
      @NotNull @Pattern(regexp = "[0-9]{6}") String region,
      @NotNull @Pattern(regexp = "[a-z0-9_]{1,64}") String profileId) {}

  record Administrator(
      @NotBlank @Size(max = 50) String name,
      @NotNull @Pattern(regexp = PeopleController.LOGIN) String login,
      @NotBlank @Size(max = 256) String password) {

    SetUp.Administrator order() {
      return new SetUp.Administrator(name.strip(), login, password);
    }
  }

  record SetUpRequest(
      @NotBlank @Size(max = 64) String code,
      @Valid @NotNull FirstAuthority authority,
      @Valid @NotNull Administrator systemAdministrator,
      @Valid @NotNull Administrator securityAdministrator,
      @Valid @NotNull Administrator auditAdministrator) {

    SetUp.Order order() {
      return new SetUp.Order(
          authority.name().strip(),
          authority.kind(),
          authority.region(),
          authority.profileId(),
          systemAdministrator.order(),
          securityAdministrator.order(),
          auditAdministrator.order());
    }
  }

  private final SetUp setUp;
  private final SetUpCode code;

  SetUpController(SetUp setUp, SetUpCode code) {
    this.setUp = setUp;
    this.code = code;
  }

  @GetMapping
  @Requires(Permission.ANYBODY)
  SetUpState getSetUp() {
    return new SetUpState(code.find().isPresent());
  }

  @PostMapping
  @Requires(Permission.ANYBODY)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setUp(@Valid @RequestBody SetUpRequest request) {
    setUp.run(request.code(), request.order());
  }
}
