package cn.sunlot.organisation;

import cn.sunlot.kernel.Problem;

/** Problems of people, roles and sign-in. */
public enum OrganisationProblem implements Problem {
  LOGIN_OR_PASSWORD_WRONG(401),
  ACCOUNT_LOCKED(423),
  ACCOUNT_INACTIVE(403),
  ROLES_EXCLUDE_EACH_OTHER(409),
  LOGIN_TAKEN(409),
  PASSWORD_TOO_WEAK(422),
  SETUP_CODE_WRONG(403),
  ALREADY_SET_UP(409),
  PROFILE_NOT_THERE(422),
  PROFILE_IS_DRAFT(409),
  DEPARTMENT_NAME_TAKEN(409),
  NOT_ONESELF(409),
  OLD_PASSWORD_WRONG(422),
  LAST_ADMINISTRATOR(409),
  /** The password is right, and a code is to be typed too. */
  SECOND_FACTOR_NEEDED(401),
  SECOND_FACTOR_WRONG(422),
  SECOND_FACTOR_SET(409),
  SECOND_FACTOR_NOT_SET(409),
  SECOND_FACTOR_DEMANDED(409),
  /** The department is managed by other administrators. */
  NOT_ADMINISTERED(403),
  SECTION_WITHOUT_REGION(422),
  REGION_OUTSIDE(422),
  DAYS_REVERSED(422),
  MAIN_POST_STAYS(409),
  NO_DEPUTY(422),
  DELEGATION_TOO_LONG(422),
  DELEGATED_ALREADY(409),
  NO_CITY(409),
  CONFERENCE_WRONG(422),
  TOWNSHIP_THERE(409),
  /** Passwords are for administrators only; everybody else comes by the identity provider. */
  PASSWORD_SIGN_IN_OFF(403),
  OIDC_NOT_SET(404),
  OIDC_UNREACHABLE(502),
  /** An answer that this browser has not asked for, or that comes too late. */
  OIDC_NOT_BEGUN(400),
  OIDC_REFUSED(403),
  OIDC_ANSWER_WRONG(403),
  OIDC_LOGIN_MISSING(403),
  OIDC_LOGIN_UNKNOWN(403),
  OIDC_BOUND_TO_ANOTHER(403),
  IDENTITY_NOT_BOUND(409),
  API_CLIENT_NAME_TAKEN(409),
  API_CLIENT_REVOKED(409),
  API_TOKEN_WRONG(401),
  API_ADDRESS_WRONG(403);

  private final int status;

  OrganisationProblem(int status) {
    this.status = status;
  }

  @Override
  public String module() {
    return "organisation";
  }

  @Override
  public int status() {
    return status;
  }
}
