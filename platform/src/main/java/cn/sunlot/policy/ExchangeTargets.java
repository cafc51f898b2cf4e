package cn.sunlot.policy;

import java.util.List;

/** Where lists, plans and results go besides the own portal. */
public record ExchangeTargets(List<Destination> values) {

  /** Platforms and sites of others. */
  public enum Destination {
    DEPARTMENT_WEBSITE,
    NATIONAL_PUBLICITY_SYSTEM_SHANDONG,
    CREDIT_CHINA_SHANDONG,
    PENALTY_POWER_NETWORK,
    ENTERPRISE_INSPECTION_FILING_SYSTEM
  }

  public ExchangeTargets {
    values = List.copyOf(values);
  }
}
