/**
 * The index of targets: derived from the table, thrown away and built again at will, kept up after
 * each commit. It finds ids and counts; the rows themselves come from the table, under row-level
 * security (docs/search.md).
 */
@NullMarked
package cn.sunlot.registry.store.index;

import org.jspecify.annotations.NullMarked;
