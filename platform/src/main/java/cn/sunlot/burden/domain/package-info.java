/** What ceilings say: pure rules. */
@NullMarked
package cn.sunlot.burden.domain;

import org.jspecify.annotations.NullMarked;
