/** Classes that break the rules of the architecture, to show that each rule sees it. */
@NullMarked
package cn.sunlot.sample;

import org.jspecify.annotations.NullMarked;
