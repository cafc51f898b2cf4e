package cn.sunlot.story.year;

/**
 * The same year under the notice by which Wugang forwards the rules of Pingdingshan, 舞双随机〔2020〕3号:
 * every day and every refusal is the same.
 */
class WugangYearTest extends PingdingshanYearTest {

  @Override
  protected String rules() {
    return "wugang";
  }
}
