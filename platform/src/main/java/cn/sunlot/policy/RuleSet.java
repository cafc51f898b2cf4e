package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/**
 * All rules of a profile, typed. The names of the components, in kebab case, are the names of the
 * rules in the files; a new rule is a new component here, a value in {@code base.yaml}, and its
 * texts.
 *
 * <p>What may be null is so in versions from before it was asked; {@link Profile} says what holds
 * then.
 */
public record RuleSet(
    Boolean singleBureau,
    ItemListRules itemList,
    PlanRules plan,
    @Nullable AdHocRules adHoc,
    @Nullable JointTasks jointTasks,
    @Nullable OutsideList noInspectionOutsideList,
    @Nullable InitiationDuty initiationDuty,
    @Nullable JointForms jointForms,
    AnnualCap annualCap,
    MergedVisits mergedVisits,
    Boolean mergeSameTargetInSamePeriod,
    ExcludeOthers excludeDrawnByOtherSections,
    KeyTargets keyTargets,
    @Nullable LowerRate lowerRateFor,
    ExemptionList exemptionList,
    DrawRules draw,
    DrawWitness drawWitness,
    ReportDrawTo reportDrawTo,
    @Nullable Boolean targetListImmutable,
    InspectorDraw inspectorDraw,
    InspectorRules inspectors,
    Team team,
    Shortage inspectorShortage,
    Replacement replacement,
    Recusal recusal,
    Method method,
    @Nullable CommissionedAgencies commissionedAgencies,
    Notice advanceNotice,
    TaskNotice taskNotice,
    Boolean wholeProcessRecording,
    RefusalToSign refusalToSign,
    @Nullable EntryRules entry,
    DirectResults directResults,
    ResultTypes resultTypes,
    TaskReport taskReport,
    Publish publish,
    Correction correction,
    Objection objection,
    FollowUp followUp,
    @Nullable Transfer transfer,
    @Nullable MinorViolationList minorViolationListWithoutPenalty,
    Archive archive,
    ExchangeTargets exchangeTargets,
    @Nullable MobileShare mobileShare,
    @Nullable JointShare jointShare,
    @Nullable Boolean creditRatingModule,
    @Nullable RegistryConfirmation registryConfirmation) {}
