/**
 * The draw next to peers, on the same machine in the same run; each figure with its limit.
 *
 * <p>{@link cn.sunlot.bench.Main} runs {@link cn.sunlot.bench.DrawBench}, {@link
 * cn.sunlot.bench.FreezeBench} and {@link cn.sunlot.bench.MatchBench} and prints a {@link
 * cn.sunlot.bench.Report}.
 */
@NullMarked
package cn.sunlot.bench;

import org.jspecify.annotations.NullMarked;
