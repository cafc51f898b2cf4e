package cn.sunlot.policy;

/** With what inspections are carried out and entered. */
public enum Device {
  MOBILE_APP
}
