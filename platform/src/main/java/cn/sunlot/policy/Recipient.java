package cn.sunlot.policy;

/** To whom plans and decisions are handed in or filed with. */
public enum Recipient {
  /** 同级人民政府. */
  SAME_LEVEL_GOVERNMENT,
  /** 上级主管部门. */
  SUPERIOR_DEPARTMENT,
  /** 联席会议办公室. */
  JOINT_CONFERENCE_OFFICE,
  /** 牵头的市场监管部门. */
  LEAD_BUREAU,
  MARKET_SUPERVISION_BUREAU
}
