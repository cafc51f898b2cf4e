/**
 * The launcher: one process with the database, the back office and the public site, each with a
 * database role and a port of its own.
 */
@NullMarked
package cn.sunlot.app;

import org.jspecify.annotations.NullMarked;
