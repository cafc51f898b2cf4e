package cn.sunlot.credit.domain;

/** The five first-level groups of the general indicators (国市监信发〔2022〕6号). */
public enum IndicatorGroup {
  BASIC,
  DYNAMIC,
  SUPERVISION,
  RISK,
  SOCIAL
}
