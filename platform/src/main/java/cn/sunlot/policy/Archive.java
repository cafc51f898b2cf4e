package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/**
 * The dossier (卷宗) of an inspection.
 *
 * @param longTerm whether it is kept for the long term; null where nothing is said of it, as in
 *     versions from before this was asked
 */
public record Archive(boolean dossierPerTarget, Term within, @Nullable Boolean longTerm) {}
