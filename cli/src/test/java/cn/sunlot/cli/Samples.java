package cn.sunlot.cli;

/** Small lists and rules. */
final class Samples {

  static final String FIFTY_DICE = "35162 43516 24351 62435 16243 51624 35162 43516 24351 62412";

  static final String TARGETS =
      """
      企业名称,统一社会信用代码,登记号,风险,排除
      台州甲眼镜有限公司,91331082598540561P,,低,
      台州乙食品有限公司,93331022070681518f,,低,
      淄博丙润滑油有限公司,91370305267194908U,,高,
      山东丁商贸有限公司,91370303556741381C,,高,
      戊电梯,,3310-2019-00417,高,
      己电梯,,3310-2019-00418,低,
      庚电梯,,3310-2019-00419,低,已查满
      辛冷库,,3310-2019-00420,低,免检
      """;

  static final String RULES =
      """
      draw: D-2026-0007
      task: 2026 年食品抽查
      witnesses:
        - name: w1
          role: enterprise-representative
          nonce: ask
      public:
        - kind: dice
          id: 10 decimal digits, thrown in the room
      targets:
        columns:
          creditCode: 统一社会信用代码
          number: 登记号
          stratum: 风险
          excluded: 排除
        registry: lift
        names: {低: low, 高: high}
        reasons: {免检: exempt, 已查满: annual-cap}
      strata:
        low: {rate: 30%}
        high: {count: 2}
      """;

  /** Without witness and public value. */
  static final String ALONE =
      RULES
          .replaceAll("(?s)witnesses:.*targets:", "targets:")
          .replace("D-2026-0007", "D-2026-0008");

  static final String INSPECTORS =
      """
      执法证号,姓名,类别,次数,缺席
      33101001,王一,牵头;协同,3,
      33101002,李二,牵头,2,
      33101003,张三,协同,,
      33101004,刘四,协同,2,
      33101005,陈五,牵头,3,请假
      """;

  static final String VISITS =
      """
      编号,对象,回避
      V-001,甲公司,33101003
      V-002,乙公司,
      V-003,丙公司,33101004、33101001
      """;

  static final String MATCH =
      """
      draw: D-2026-0009
      task: 2026 年食品抽查
      suite: sm3
      witnesses:
        - name: w1
          role: lawyer
          dice: "DICE"
      inspectors:
        file: inspectors.csv
        columns: {id: 执法证号, name: 姓名, classes: 类别, capacity: 次数, absent: 缺席}
        capacity: 2
        names: {牵头: lead, 协同: partner}
        reasons: {请假: leave}
      visits:
        file: visits.csv
        columns: {id: 编号, name: 对象, recused: 回避}
      roles:
        a-leader: lead
        b-partner: partner
      balance: true
      """
          .replace("DICE", FIFTY_DICE);

  private Samples() {}
}
