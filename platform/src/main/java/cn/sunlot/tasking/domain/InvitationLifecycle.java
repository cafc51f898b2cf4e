package cn.sunlot.tasking.domain;

import static cn.sunlot.kernel.Lifecycle.edge;
import static cn.sunlot.tasking.domain.InvitationCommand.*;
import static cn.sunlot.tasking.domain.InvitationState.*;

import cn.sunlot.kernel.Lifecycle;

/** The way of an invitation; whoever has answered stands by it. */
public final class InvitationLifecycle {

  public static final Lifecycle<InvitationState, InvitationCommand> TABLE =
      new Lifecycle<>(
          "invitation",
          edge(INVITED, ACCEPT_INVITATION, ACCEPTED, "invitation-accepted", "TZ-17"),
          edge(INVITED, REFUSE_INVITATION, REFUSED, "invitation-refused", "TZ-17"),
          edge(INVITED, WITHDRAW_INVITATION, WITHDRAWN, "invitation-withdrawn", "TZ-17"));

  private InvitationLifecycle() {}
}
