package cn.sunlot.policy;

/** Where lists and plans are published. */
public enum Place {
  /** 企业信用信息公示系统. */
  PUBLICITY_SYSTEM,
  /** 政务服务网. */
  SERVICE_SITE,
  GOVERNMENT_WEBSITES,
  DEPARTMENT_WEBSITE
}
