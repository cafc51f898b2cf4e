package cn.sunlot.planning.domain;

import cn.sunlot.policy.JointApprover;
import java.time.LocalDate;

/**
 * The decision on a joint plan, as it was entered (TZ-14).
 *
 * @param by who decided, by the profile
 * @param on the day of the decision
 * @param documentNumber number of the minutes or document that says so
 */
public record Decision(JointApprover by, LocalDate on, String documentNumber) {}
