/**
 * The public site (公示网站): what was published, for everybody, without login and without JavaScript.
 *
 * <p>It reads the schema {@code publicity} by a database login that has no other right; what is in
 * the back office is out of its reach, whatever goes wrong here.
 */
@NullMarked
package cn.sunlot.portal;

import org.jspecify.annotations.NullMarked;
