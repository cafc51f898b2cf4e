/**
 * The transparency log: one append-only Merkle tree with signed checkpoints, in the formats of
 * C2SP, so that programs written by others read it unchanged. Pure functions over bytes; no
 * framework, no database, no dependency.
 *
 * <ul>
 *   <li>RFC 6962 hashes, the growing tree, proofs: {@link cn.sunlot.translog.merkle}
 *   <li>tlog-tiles: {@link cn.sunlot.translog.tiles}
 *   <li>signed-note, tlog-checkpoint, tlog-cosignature: {@link cn.sunlot.translog.note}
 *   <li>tlog-proof: {@link cn.sunlot.translog.proof}
 *   <li>tlog-witness: {@link cn.sunlot.translog.witness}
 * </ul>
 */
@NullMarked
package cn.sunlot.translog;

import org.jspecify.annotations.NullMarked;
