package cn.sunlot.portal.web;

import java.io.Serial;

/** What was asked for is not public, or does not exist; the two look the same from outside. */
final class NotThere extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;
}
