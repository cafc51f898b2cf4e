package cn.sunlot.organisation.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.organisation.KnownProfiles;
import cn.sunlot.organisation.KnownProfiles.KnownProfile;
import cn.sunlot.organisation.usecase.SetUp;
import cn.sunlot.organisation.usecase.SetUpCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

  /**
   * Whether nobody has an account yet.
   *
   * @param profiles rules that can be chosen, while it is needed
   */
  record SetUpState(boolean needed, List<ProfileChoice> profiles) {}

  /** Rules that an authority can be bound to. */
  record ProfileChoice(String id, String title, boolean draft) {

    static ProfileChoice of(KnownProfile profile, Locale locale) {
      return new ProfileChoice(
          profile.id(),
          locale.getLanguage().equals("en") ? profile.en() : profile.zh(),
          profile.draft());
    }
  }

  record FirstAuthority(
      @NotBlank @Size(max = 100) String name,
      @NotNull @Pattern(regexp = "bureau|city") String kind,
      @NotNull @Pattern(regexp = "[0-9]{6}") String region,
      @NotNull @Pattern(regexp = "[a-z0-9_]{1,64}") String profileId,
      @Nullable Boolean namedAsDraft) {}

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
          Boolean.TRUE.equals(authority.namedAsDraft()),
          systemAdministrator.order(),
          securityAdministrator.order(),
          auditAdministrator.order());
    }
  }

  private final SetUp setUp;
  private final SetUpCode code;
  private final KnownProfiles profiles;

  SetUpController(SetUp setUp, SetUpCode code, KnownProfiles profiles) {
    this.setUp = setUp;
    this.code = code;
    this.profiles = profiles;
  }

  @GetMapping
  @Requires(Permission.ANYBODY)
  SetUpState getSetUp(Locale locale) {
    return code.find().isEmpty()
        ? new SetUpState(false, List.of())
        : new SetUpState(
            true, profiles.list().stream().map(p -> ProfileChoice.of(p, locale)).toList());
  }

  @PostMapping
  @Requires(Permission.ANYBODY)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setUp(@Valid @RequestBody SetUpRequest request) {
    setUp.run(request.code(), request.order());
  }
}
