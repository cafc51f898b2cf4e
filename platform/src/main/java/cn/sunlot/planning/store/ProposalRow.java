package cn.sunlot.planning.store;

import static cn.sunlot.planning.store.jooq.Tables.PROPOSAL;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.planning.domain.AdHocGround;
import cn.sunlot.planning.domain.Answer;
import cn.sunlot.planning.domain.AnswerState;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.Proposal.Asking;
import cn.sunlot.planning.domain.Proposal.Origin;
import cn.sunlot.planning.domain.Proposal.Trace;
import cn.sunlot.planning.domain.ProposalState;
import cn.sunlot.planning.store.jooq.tables.records.ProposalAnswerRecord;
import cn.sunlot.planning.store.jooq.tables.records.ProposalRecord;
import java.util.List;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** A proposal as a row; its line is a document until a plan takes it. */
@Component
class ProposalRow {

  private final ObjectMapper json;

  ProposalRow(ObjectMapper json) {
    this.json = json;
  }

  ProposalRecord write(Proposal from) {
    Origin origin = from.origin();
    var row = new ProposalRecord();
    row.setId(from.id());
    row.setAuthorityId(origin.authorityId());
    row.setDepartmentId(origin.departmentId());
    row.setLeadId(origin.leadId());
    row.setRegion(origin.region());
    row.setNumber(origin.number());
    row.setYear(origin.year());
    row.setVersion(from.version());
    row.setState(Lifecycle.wireName(from.state()));
    row.setLine(JSONB.valueOf(json.writeValueAsString(from.line())));
    row.setParticipants(from.participants().toArray(UUID[]::new));
    row.setFocus(from.focus());
    row.set(PROPOSAL.ANSWERS_UNTIL, from.asking().until());
    row.setByOffice(from.asking().byOffice());
    ground(row, origin.adHoc());
    trace(row, from.trace());
    return row;
  }

  private static void ground(ProposalRecord row, @Nullable AdHocGround adHoc) {
    row.set(PROPOSAL.GROUND, adHoc == null ? null : Lifecycle.wireName(adHoc.kind()));
    row.set(PROPOSAL.GROUND_TEXT, adHoc == null ? null : adHoc.text());
    row.set(PROPOSAL.DOCUMENT_NUMBER, adHoc == null ? null : adHoc.documentNumber());
    row.set(PROPOSAL.DOCUMENT_DAY, adHoc == null ? null : adHoc.documentDay());
  }

  private static void trace(ProposalRecord row, Trace trace) {
    row.setDraftedBy(trace.draftedBy());
    row.set(PROPOSAL.PROPOSED_AT, trace.proposedAt());
    row.set(PROPOSAL.HANDED_ON, trace.handedOn());
    row.set(PROPOSAL.SENT_BACK, trace.sentBack());
    row.set(PROPOSAL.ENDED, trace.ended());
    row.set(PROPOSAL.MERGED_INTO, trace.mergedInto());
    row.set(PROPOSAL.PLAN_ID, trace.planId());
  }

  Proposal read(ProposalRecord r, List<Answer> answers) {
    return new Proposal(
        r.getId(),
        r.getVersion(),
        new Origin(
            r.getAuthorityId(),
            r.getDepartmentId(),
            r.getLeadId(),
            r.getRegion(),
            r.getNumber(),
            r.getYear(),
            ground(r)),
        Lifecycle.parse(ProposalState.class, r.getState()),
        json.readValue(r.getLine().data(), Line.class),
        r.getFocus(),
        new Asking(r.get(PROPOSAL.ANSWERS_UNTIL), r.getByOffice()),
        answers,
        new Trace(
            r.getDraftedBy(),
            r.get(PROPOSAL.PROPOSED_AT),
            r.get(PROPOSAL.HANDED_ON),
            r.get(PROPOSAL.SENT_BACK),
            r.get(PROPOSAL.ENDED),
            r.get(PROPOSAL.MERGED_INTO),
            r.get(PROPOSAL.PLAN_ID)));
  }

  private static @Nullable AdHocGround ground(ProposalRecord r) {
    String ground = r.get(PROPOSAL.GROUND);
    return ground == null
        ? null
        : new AdHocGround(
            Lifecycle.parse(AdHocGround.Kind.class, ground),
            r.getGroundText(),
            r.getDocumentNumber(),
            r.get(PROPOSAL.DOCUMENT_DAY));
  }

  static ProposalAnswerRecord write(Proposal of, int position, Answer answer) {
    var row = new ProposalAnswerRecord();
    row.setProposalId(of.id());
    row.setDepartmentId(answer.departmentId());
    row.setAuthorityId(of.origin().authorityId());
    row.setPosition(position);
    row.setState(Lifecycle.wireName(answer.state()));
    row.setRemark(answer.remark());
    row.setItemVersionIds(answer.itemVersionIds().toArray(UUID[]::new));
    row.setCoordinated(answer.coordinated());
    row.setAnsweredBy(answer.by());
    row.setAnsweredAt(answer.at());
    return row;
  }

  static Answer answer(ProposalAnswerRecord r) {
    return new Answer(
        r.getDepartmentId(),
        Lifecycle.parse(AnswerState.class, r.getState()),
        r.getRemark(),
        List.of(r.getItemVersionIds()),
        r.getCoordinated(),
        r.getAnsweredBy(),
        r.getAnsweredAt());
  }
}
