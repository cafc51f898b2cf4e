package cn.sunlot.policy;

/** The dossier (卷宗) of an inspection. */
public record Archive(boolean dossierPerTarget, Term within) {}
