package cn.sunlot.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The text, or each text of the list, is the wire name of one of an enum's constants ({@link
 * Lifecycle#wireName}). The description of the API lists them, so that a screen cannot compare with
 * a word that never comes.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface OneOf {
  Class<? extends Enum<?>> value();

  /** Whether constants go out as they are named in Java, as permissions do. */
  boolean asNamed() default false;
}
