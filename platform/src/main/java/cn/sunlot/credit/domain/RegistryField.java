package cn.sunlot.credit.domain;

/** Fields of the registry that an indicator may look at; the class itself is none of them. */
public enum RegistryField {
  KIND,
  REGION_CODE,
  COMPLETE
}
