/** The lists that people bring: targets, inspectors, visits, from sheets. */
@NullMarked
package cn.sunlot.cli.lists;

import org.jspecify.annotations.NullMarked;
