package cn.sunlot.law;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The clauses that a test shows, by their ids in {@code docs/law/clauses.yaml}:
 * {@code @Clause("ZB-12")}. Write literals: the report in {@code docs/law/} is made from the source
 * text.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Clause {
  String[] value();
}
