/** RFC 6962: hashes, a tree that grows, inclusion and consistency proofs. */
@NullMarked
package cn.sunlot.translog.merkle;

import org.jspecify.annotations.NullMarked;
