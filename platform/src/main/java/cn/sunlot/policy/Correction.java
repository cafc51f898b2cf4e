package cn.sunlot.policy;

/** How a published result is corrected. */
public record Correction(Approver approver, boolean originalStaysVisible) {}
