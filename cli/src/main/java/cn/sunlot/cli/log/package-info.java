/** The public log from outside: reading it, keeping a copy, auditing it, being its witness. */
@NullMarked
package cn.sunlot.cli.log;

import org.jspecify.annotations.NullMarked;
