package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/**
 * All rules of a profile, typed. The names of the components, in kebab case, are the names of the
 * rules in the files; a new rule is a new component here, a value in {@code base.yaml}, and its
 * texts.
 *
 * @param registryConfirmation null in versions from before this was asked: nothing is demanded
 */
public record RuleSet(
    Boolean singleBureau,
    ItemListRules itemList,
    PlanRules plan,
    AnnualCap annualCap,
    MergedVisits mergedVisits,
    Boolean mergeSameTargetInSamePeriod,
    ExcludeOthers excludeDrawnByOtherSections,
    KeyTargets keyTargets,
    ExemptionList exemptionList,
    DrawRules draw,
    DrawWitness drawWitness,
    ReportDrawTo reportDrawTo,
    InspectorDraw inspectorDraw,
    InspectorRules inspectors,
    Team team,
    Shortage inspectorShortage,
    Replacement replacement,
    Recusal recusal,
    Method method,
    Notice advanceNotice,
    TaskNotice taskNotice,
    Boolean wholeProcessRecording,
    RefusalToSign refusalToSign,
    DirectResults directResults,
    ResultTypes resultTypes,
    TaskReport taskReport,
    Publish publish,
    Correction correction,
    Objection objection,
    FollowUp followUp,
    Archive archive,
    ExchangeTargets exchangeTargets,
    @Nullable RegistryConfirmation registryConfirmation) {}
