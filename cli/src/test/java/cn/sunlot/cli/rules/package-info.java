@NullMarked
package cn.sunlot.cli.rules;

import org.jspecify.annotations.NullMarked;
