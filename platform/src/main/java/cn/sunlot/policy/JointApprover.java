package cn.sunlot.policy;

/** Who decides on the joint item list of a city or county. */
public enum JointApprover {
  /** 联席会议. */
  JOINT_CONFERENCE,
  /** 同级人民政府. */
  CITY_GOVERNMENT,
  /** 市场监管部门会同有关部门. */
  MARKET_SUPERVISION_WITH_DEPARTMENTS
}
