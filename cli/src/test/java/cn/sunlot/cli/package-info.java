@NullMarked
package cn.sunlot.cli;

import org.jspecify.annotations.NullMarked;
