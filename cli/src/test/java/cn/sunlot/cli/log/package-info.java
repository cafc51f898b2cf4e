@NullMarked
package cn.sunlot.cli.log;

import org.jspecify.annotations.NullMarked;
