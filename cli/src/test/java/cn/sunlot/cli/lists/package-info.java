@NullMarked
package cn.sunlot.cli.lists;

import org.jspecify.annotations.NullMarked;
