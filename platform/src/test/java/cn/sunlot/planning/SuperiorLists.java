package cn.sunlot.planning;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lists of a superior, from which items come where the rules let them come from there alone. */
@Component
public class SuperiorLists implements JointCityPlans.Maker.Superior {

  private final Api api;
  private final Clock clock;

  SuperiorLists(Api api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Enters the list that the superior issued some days ago, with these items. */
  @Override
  public void enter(Bureau bureau, String... codes) {
    Map<String, Object> list =
        Map.of(
            "source",
            "威海市市场监督管理局",
            "name",
            "随机抽查事项清单",
            "edition",
            "2026年版",
            "issuedOn",
            LocalDate.now(clock).minusDays(5).toString(),
            "items",
            Arrays.stream(codes)
                .map(code -> Map.of("code", code, "content", content(code)))
                .toList());
    try {
      api.send(bureau, "officer", "/api/superior-lists", null, list)
          .andExpect(status().isCreated());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> content(String code) {
    return Map.of(
        "name",
        "事项 " + code,
        "category",
        "key",
        "timesPerYear",
        2,
        "targetKind",
        "enterprise",
        "content",
        "落后用能设备淘汰情况",
        "basis",
        List.of("《中华人民共和国节约能源法》第十六条"),
        "methods",
        List.of("on-site", "documents"),
        "body",
        "示范市工业和信息化局");
  }
}
