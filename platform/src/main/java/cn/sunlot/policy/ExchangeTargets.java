package cn.sunlot.policy;

import java.util.List;

/** Where lists, plans and results go besides the own portal. */
public record ExchangeTargets(List<Destination> values) {

  /** Platforms and sites of others. */
  public enum Destination {
    DEPARTMENT_WEBSITE,
    NATIONAL_PUBLICITY_SYSTEM_ZHEJIANG,
    NATIONAL_PUBLICITY_SYSTEM_HENAN,
    NATIONAL_PUBLICITY_SYSTEM_SHANDONG,
    PROVINCIAL_PUBLIC_CREDIT_PLATFORM,
    ZHEJIANG_GOVERNMENT_SERVICE_SITE,
    ZHEJIANG_ENFORCEMENT_PLATFORM,
    HENAN_PROVINCIAL_PLATFORM,
    SHANDONG_PROVINCIAL_PLATFORM,
    /** Until the provincial one takes it over. */
    WEIHAI_PLATFORM_UNTIL_PROVINCIAL,
    CREDIT_CHINA_SHANDONG,
    PENALTY_POWER_NETWORK,
    ENTERPRISE_INSPECTION_FILING_SYSTEM
  }

  public ExchangeTargets {
    values = List.copyOf(values);
  }
}
