package cn.sunlot.organisation.domain;

/** What a password may lack. */
public enum PasswordRule {
  /** Too few characters. */
  LENGTH,
  /** The same few characters again and again. */
  DIFFERENT,
  /** Too few kinds of characters. */
  KINDS,
  /** Login or name of the person stands in it. */
  NAMED,
  /** Among the first that somebody would try: common words, dates, rows of the keyboard. */
  GUESSABLE,
  /** The person had it already. */
  FORMER
}
