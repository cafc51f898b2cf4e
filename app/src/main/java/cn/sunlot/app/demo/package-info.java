/**
 * The demo: a bureau with synthetic people and data, made by the commands of the platform as the
 * people who would give them, never by SQL. So everything in it has its entries in the record.
 */
@NullMarked
package cn.sunlot.app.demo;

import org.jspecify.annotations.NullMarked;
