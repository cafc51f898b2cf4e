/**
 * The verifiable draw, rules {@code sunlot/draw/v1}. Pure functions over bytes; no framework, no
 * database, no floating-point number, no dependency.
 *
 * <p>Where each section of the rules is:
 *
 * <ul>
 *   <li>1 notation: {@link cn.sunlot.draw.Suite}, {@link cn.sunlot.draw.json.Jcs}, {@link
 *       cn.sunlot.draw.targets.Merkle}
 *   <li>2 order of events: {@link cn.sunlot.draw.Commitment}, {@link cn.sunlot.draw.Nonce}, {@link
 *       cn.sunlot.draw.Receipt}; the platform logs the steps
 *   <li>3 units, frame, exclusions: {@link cn.sunlot.draw.Names}, {@link cn.sunlot.draw.Units},
 *       {@link cn.sunlot.draw.targets.PoolBuilder}, {@link cn.sunlot.draw.targets.Frame}, {@link
 *       cn.sunlot.draw.targets.Exclusions}
 *   <li>4 quotas: {@link cn.sunlot.draw.Quota}
 *   <li>5 commitment document: {@link cn.sunlot.draw.Commitment}, {@link cn.sunlot.draw.Subject},
 *       {@link cn.sunlot.draw.HashChain}
 *   <li>6 seed: {@link cn.sunlot.draw.Seed}
 *   <li>7 tickets: {@link cn.sunlot.draw.Tickets}
 *   <li>8 drawing targets: {@link cn.sunlot.draw.targets.TargetDraw}
 *   <li>9 matching inspectors: {@link cn.sunlot.draw.matching.Matching}
 *   <li>10 substitute rounds: {@link cn.sunlot.draw.targets.SubstituteRound}, {@link
 *       cn.sunlot.draw.matching.InspectorRound}
 *   <li>11 files: {@link cn.sunlot.draw.transcript.Transcript}
 *   <li>12 what a verifier checks: {@link cn.sunlot.draw.verify.Verifier}
 * </ul>
 */
@NullMarked
package cn.sunlot.draw;

import org.jspecify.annotations.NullMarked;
