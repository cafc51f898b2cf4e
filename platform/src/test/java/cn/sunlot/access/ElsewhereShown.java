package cn.sunlot.access;

import java.util.Map;

/**
 * Endpoints with something in the path that belongs to no department of the matrix, and where else
 * it is shown who gets to them.
 */
final class ElsewhereShown {

  private ElsewhereShown() {}

  /** Endpoint → whose it is, and the test of it. */
  static final Map<String, String> ENDPOINTS =
      Map.ofEntries(
          Map.entry("GET /api/targets/exports/{id}", "one's own: WholeListTest"),
          Map.entry("GET /api/targets/exports/{id}/file", "one's own: WholeListTest"),
          Map.entry("POST /api/targets/lists/{id}/remove", "one's own: WholeListTest"),
          Map.entry("POST /api/targets/registers/{id}/change", "of the authority: SubRegistryTest"),
          Map.entry("POST /api/targets/registers/{id}/remove", "of the authority: SubRegistryTest"),
          Map.entry("GET /api/targets/taggings/{id}", "one's own: WholeListTest"),
          Map.entry("POST /api/duplicates/{id}/dismiss", "by region: DuplicatesTest"),
          Map.entry("POST /api/duplicates/{id}/reconsider", "by region: DuplicatesTest"),
          Map.entry("POST /api/mergers/{id}/separate", "of the authority: MergeTargetsTest"),
          Map.entry("GET /api/credit/runs/{id}", "of the authority"),
          Map.entry("GET /api/credit/scorecards/{id}", "of the authority"),
          Map.entry("POST /api/credit/scorecards/{id}/approve", "of the authority"),
          Map.entry("POST /api/credit/scorecards/{id}/change", "of the authority"),
          Map.entry("POST /api/credit/scorecards/{id}/discard", "of the authority"),
          Map.entry("POST /api/credit/scorecards/{id}/send-back", "of the authority"),
          Map.entry("POST /api/credit/scorecards/{id}/submit", "of the authority"),
          Map.entry("POST /api/credit/scorecards/{id}/try", "of the authority"),
          Map.entry("POST /api/credit/lists/{id}/end", "of the authority"),
          Map.entry("POST /api/credit/warnings/{id}/settle", "of the authority"),
          Map.entry("POST /api/clients/{id}/revoke", "of the authority: ApiClientTest"),
          Map.entry("POST /api/clients/{id}/rotate-secret", "of the authority: ApiClientTest"),
          Map.entry("GET /api/audit/entries/{id}", "of the authority: AuditTest"),
          Map.entry("POST /api/experts/{id}/change", "of the department: InspectorAbilitiesTest"),
          Map.entry("GET /api/imports/templates/{kind}", "nobody's"),
          Map.entry("GET /api/item-batches/{id}", "of the authority: ItemBatchTest"),
          Map.entry("GET /api/proposals/{id}", "lead, participants, office: ProposalTest"),
          Map.entry("GET /api/proposals/{id}/items", "lead, participants, office: ProposalTest"),
          Map.entry("POST /api/proposals/{id}/agree", "of a participant: ProposalTest"),
          Map.entry("POST /api/proposals/{id}/decline", "of a participant: ProposalTest"),
          Map.entry("POST /api/proposals/{id}/change-draft", "of the lead: ProposalAccessTest"),
          Map.entry("POST /api/proposals/{id}/propose", "of the lead: ProposalAccessTest"),
          Map.entry("POST /api/proposals/{id}/settle", "of the lead: ProposalAccessTest"),
          Map.entry("POST /api/proposals/{id}/reopen", "of the lead: ProposalAccessTest"),
          Map.entry("POST /api/proposals/{id}/withdraw", "of the lead: ProposalAccessTest"),
          Map.entry("POST /api/proposals/{id}/open-ad-hoc", "of the lead: ProposalAccessTest"),
          Map.entry("POST /api/proposals/{id}/coordinate", "of the office: ProposalAccessTest"),
          Map.entry("POST /api/proposals/{id}/keep-apart", "of the office: ProposalAccessTest"),
          Map.entry("POST /api/proposals/{id}/merge", "of the office: ProposalAccessTest"),
          Map.entry(
              "POST /api/proposals/{id}/return-proposal", "of the office: ProposalAccessTest"),
          Map.entry("GET /api/superior-lists/{id}", "of the authority: SuperiorListTest"),
          Map.entry("GET /api/imports/{id}", "of the authority: ImportsTest"),
          Map.entry("GET /api/imports/{id}/errors", "of the authority: ImportsTest"),
          Map.entry("POST /api/imports/{id}/cancel", "of the authority: ImportsTest"),
          Map.entry("POST /api/imports/{id}/preview", "of the authority: ImportsTest"),
          Map.entry("POST /api/imports/{id}/start", "of the authority: ImportsTest"),
          Map.entry("GET /api/jobs/{id}", "of the authority; stopped by who started it"),
          Map.entry("POST /api/jobs/{id}/cancel", "of the authority; stopped by who started it"),
          Map.entry("GET /api/posts/{id}/colleagues", "one's own: PostsTest"),
          Map.entry("POST /api/delegations/{id}/end", "one's own: PostsTest"),
          Map.entry("POST /api/sessions/{id}/end", "one's own: SessionsTest"),
          Map.entry("GET /api/profiles/{id}", "nobody's"),
          Map.entry("GET /api/profiles/{id}/clauses", "nobody's"),
          Map.entry("POST /api/profiles/{id}/confirm-draft", "the own authority's"),
          Map.entry("POST /api/profiles/{id}/confirm-expired", "the own authority's"),
          Map.entry("POST /api/profiles/{id}/switch-to", "the own authority's"),
          Map.entry("POST /api/calendar/years/{year}/announce", "everybody's"),
          Map.entry("POST /api/conferences/{region}", "by region: JointConferenceTest"),
          Map.entry("POST /api/townships/{code}/change", "by region: JointConferenceTest"),
          Map.entry("GET /api/invitations/{id}/items", "of the invited: TaskSetUpTest"),
          Map.entry(
              "POST /api/invitations/{id}/accept-invitation", "of the invited: TaskSetUpTest"),
          Map.entry(
              "POST /api/invitations/{id}/refuse-invitation", "of the invited: TaskSetUpTest"),
          Map.entry("POST /api/invitations/{id}/withdraw-invitation", "of the task: TaskSetUpTest"),
          Map.entry("POST /api/hand-downs/{id}/receive-list", "of the executing: HandDownTest"),
          Map.entry("POST /api/staffing-changes/{id}/approve", "of the visit: StaffingTest"),
          Map.entry("POST /api/staffing-changes/{id}/refuse", "of the visit: StaffingTest"));
}
