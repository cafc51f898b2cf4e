package cn.sunlot.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the law makes public of credit: who is on the list of abnormal operation or of serious
 * violations, as long as they are (企业信息公示暂行条例, 严重违法失信名单管理办法). Classes, scores, complaints and all
 * other lists are for internal use and have no way out of here.
 */
public interface PublicLists {

  /**
   * An entry that is in force today. It has no place for address, telephone or person of the
   * target.
   *
   * @param list in wire form
   * @param until last day, or null without one
   * @param ground numbers of persons and telephones in it are struck out
   */
  record Entry(
      UUID id,
      UUID targetId,
      String unitId,
      String name,
      String list,
      LocalDate from,
      @Nullable LocalDate until,
      String ground,
      String decidedBy,
      String document) {}

  /**
   * The entries of these targets.
   *
   * @param targetIds empty for all of the authority's
   */
  List<Entry> listInForce(UUID authorityId, Set<UUID> targetIds);
}
