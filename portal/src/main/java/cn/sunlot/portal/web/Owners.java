package cn.sunlot.portal.web;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who answers for something public, in words; {@code @owners} in the templates. A city's authority
 * is its government, which does not inspect: its departments do, and are named first.
 */
@Component("owners")
class Owners {

  private final MessageSource messages;

  Owners(MessageSource messages) {
    this.messages = messages;
  }

  /** The department or bureau, with the authority behind it where that is another one. */
  public String of(String authority, String body) {
    return within(authority, body, body(authority, body));
  }

  /** The same with the section. */
  public String inFull(String authority, String body, String department) {
    String named = body(authority, body);
    String whole = named.equals(department) ? named : named + " " + department;
    return within(authority, body, whole);
  }

  /** The department or bureau alone; the authority in rows that were made before it was copied. */
  public static String body(String authority, String body) {
    return body.isEmpty() ? authority : body;
  }

  private String within(String authority, String body, String named) {
    return body(authority, body).equals(authority)
        ? named
        : messages.getMessage(
            "owner.within", new Object[] {named, authority}, LocaleContextHolder.getLocale());
  }
}
