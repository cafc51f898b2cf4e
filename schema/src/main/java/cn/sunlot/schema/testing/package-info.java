/** Fresh, migrated databases for tests, each in some ten milliseconds. */
@NullMarked
package cn.sunlot.schema.testing;

import org.jspecify.annotations.NullMarked;
