/**
 * Canonical JSON (RFC 8785, section 1 of draw/v1): a small tree, a strict parser, a canonical
 * writer.
 */
@NullMarked
package cn.sunlot.draw.json;

import org.jspecify.annotations.NullMarked;
