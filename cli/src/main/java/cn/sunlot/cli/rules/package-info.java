/** {@code rules.yaml}: read with the line of every value, so that what is wrong can be named. */
@NullMarked
package cn.sunlot.cli.rules;

import org.jspecify.annotations.NullMarked;
