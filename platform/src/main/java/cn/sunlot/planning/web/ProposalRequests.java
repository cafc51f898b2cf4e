package cn.sunlot.planning.web;

import cn.sunlot.kernel.OneOf;
import cn.sunlot.planning.domain.AdHocGround;
import cn.sunlot.planning.usecase.ProposalContent;
import cn.sunlot.planning.web.PlanRequests.LineForm;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients send about proposals of joint inspections. */
final class ProposalRequests {

  private ProposalRequests() {}

  /**
   * What a proposal says.
   *
   * @param focus what it is about in particular
   * @param answersUntil last day of the participants' answers, where it is said already
   * @param byOffice whether the office coordinates; by the number of participants where left out
   */
  record ProposalForm(
      @NotNull @Valid LineForm line,
      @NotNull @Size(max = 1000) String focus,
      @Nullable LocalDate answersUntil,
      @Nullable Boolean byOffice) {

    ProposalContent read() {
      return ProposalContent.of(line.read(), focus, answersUntil, byOffice);
    }
  }

  /**
   * A new proposal.
   *
   * @param departmentId the section that drafts it; the person's own where left out
   * @param adHoc why it is beside the plan; left out for one of the plan
   */
  record NewProposal(
      @Nullable UUID departmentId,
      int year,
      @Nullable @Valid AdHocForm adHoc,
      @NotNull @Valid ProposalForm content) {}

  /** Why an inspection is beside the plan. */
  record AdHocForm(
      @OneOf(AdHocGround.Kind.class) @NotNull String kind,
      @NotNull @Size(max = 1000) String text,
      @Nullable @Size(max = 100) String documentNumber,
      @Nullable LocalDate documentDay) {

    AdHocGround read() {
      return new AdHocGround(
          PlanRequests.word(AdHocGround.Kind.class, "kind", kind),
          text,
          documentNumber == null ? "" : documentNumber,
          documentDay);
    }
  }

  record Asked(@NotNull LocalDate answersUntil) {}

  /** That the department takes part, with items of its own. */
  record Agreement(
      @Nullable @Size(max = 1000) String remark,
      @Nullable @Size(max = 50) List<@NotNull UUID> itemVersionIds) {}

  /**
   * What was agreed with a participant when the office coordinated.
   *
   * @param agreed whether it takes part
   */
  record Coordination(
      @NotNull UUID participant,
      @NotNull Boolean agreed,
      @NotNull @Size(max = 1000) String note,
      @Nullable @Size(max = 50) List<@NotNull UUID> itemVersionIds) {}

  /** The proposal that carries this one on, and what was said to it. */
  record Merging(@NotNull UUID into, @NotNull @Size(max = 1000) String note) {}

  record KeepingApart(@NotNull UUID other, @NotNull @Size(max = 1000) String reason) {}

  static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
