package cn.sunlot.catalog.usecase;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation.Department;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may take part in a joint item that the signed-in person's department leads (TZ-7). */
@Component
@Transactional(readOnly = true)
public class ListParticipants {

  private final JointChecks joint;

  ListParticipants(JointChecks joint) {
    this.joint = joint;
  }

  public List<Department> run() {
    return joint.candidates(SignedIn.get().departmentId());
  }
}
