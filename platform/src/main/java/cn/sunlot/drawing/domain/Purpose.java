package cn.sunlot.drawing.domain;

/** What is drawn. */
public enum Purpose {
  TARGETS,
  INSPECTORS
}
