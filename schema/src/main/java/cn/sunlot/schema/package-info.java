/**
 * The database of the platform: migrations of every module, its roles and logins, the durable
 * embedded PostgreSQL, throw-away servers for tests and for jOOQ generation.
 */
@NullMarked
package cn.sunlot.schema;

import org.jspecify.annotations.NullMarked;
