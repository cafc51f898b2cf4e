package cn.sunlot.policy;

/** How a document counts its provisions. */
public enum Numbering {
  /** 第九条. */
  ARTICLES,
  /** 第三部分第（二）项, as plans and opinions do. */
  SECTIONS
}
