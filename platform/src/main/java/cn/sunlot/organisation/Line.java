package cn.sunlot.organisation;

import cn.sunlot.kernel.Lifecycle;

/**
 * A line (条线): departments of the same business from the province down to the county. The first
 * fourteen are those that a city's joint conference counts (PDS-9).
 */
public enum Line {
  MARKET_SUPERVISION,
  ECOLOGY,
  TRANSPORT,
  AGRICULTURE,
  CULTURE_TOURISM,
  DEVELOPMENT_REFORM,
  EDUCATION,
  POLICE,
  HUMAN_RESOURCES,
  HOUSING,
  COMMERCE,
  HEALTH,
  EMERGENCY,
  TAX,
  INDUSTRY,
  SCIENCE,
  CIVIL_AFFAIRS,
  JUSTICE,
  FINANCE,
  NATURAL_RESOURCES,
  WATER,
  FORESTRY,
  URBAN_MANAGEMENT,
  STATISTICS,
  MEDICAL_INSURANCE,
  FIRE_RESCUE,
  RELIGION,
  SPORTS,
  GRAIN,
  TOBACCO,
  CUSTOMS,
  METEOROLOGY,
  POST,
  CYBERSPACE,
  PRESS;

  public String wireName() {
    return Lifecycle.wireName(this);
  }
}
