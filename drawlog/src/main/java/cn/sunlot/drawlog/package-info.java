/**
 * What the transparency log has of a draw.
 *
 * <p>{@link cn.sunlot.drawlog.DrawLog} writes the folder {@code log/} of a transcript; {@link
 * cn.sunlot.drawlog.TranscriptLogCheck} checks it, and so lets the verifier of {@code draw} decide
 * V6, V13 and V14, the times of V7 and the order of V11.
 */
@NullMarked
package cn.sunlot.drawlog;

import org.jspecify.annotations.NullMarked;
