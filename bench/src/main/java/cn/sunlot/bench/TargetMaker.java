package cn.sunlot.bench;

import cn.sunlot.kernel.Uscc;
import cn.sunlot.registry.store.Contacts;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Made-up targets of a city with twelve counties, the same for the same number: names as businesses
 * have them, in which few words are in most of them and many in few.
 */
final class TargetMaker {

  /** Codes of counties that exist, because unknown ones would be warned of. */
  static final List<String> COUNTIES =
      List.of(
          "370302", "370303", "370304", "370305", "370306", "370321", "370322", "370323", "370402",
          "370403", "370404", "370405");

  static final List<String> KINDS =
      List.of("enterprise", "individual-business", "cooperative", "public-institution", "premises");

  static final List<String> TAGS =
      List.of(
          "work-safety",
          "environment",
          "abnormal-operation-list",
          "repeated-complaints",
          "重点用能",
          "危化品",
          "食品小作坊");

  private static final String[] PLACES = {
    "张店", "淄川", "博山", "临淄", "周村", "桓台", "高青", "沂源", "薛城", "山亭", "台儿庄", "峄城"
  };

  private static final String[] TRADES = {
    "商贸", "科技", "机械", "建筑工程", "食品", "化工", "餐饮", "物流", "服装", "电子", "装饰工程", "汽车维修", "广告", "医药", "农业",
    "纺织", "五金", "环保科技", "房地产开发", "信息技术", "文化传媒", "教育咨询", "劳务派遣", "新材料", "陶瓷", "耐火材料", "钢结构", "包装",
    "印刷", "塑料制品", "家具", "仪器仪表", "节能设备", "泵业", "阀门", "玻璃", "园林绿化", "养殖", "种植", "酒店管理", "物业服务", "安防",
    "消防工程", "旅游", "健身", "宠物", "烟酒", "水产", "粮油", "茶叶"
  };

  private static final String[] SHOPS = {
    "超市", "饭店", "便利店", "服装店", "理发店", "五金店", "经营部", "烟酒店", "水果店", "早餐店", "维修部", "药店", "小吃店", "母婴店",
    "美容院"
  };

  /** Characters of made-up brands, the usual ones first. */
  private static final String BRAND =
      "华德盛鑫瑞泰恒信达丰源宏兴隆通利和顺金海天正元祥博康福安美佳嘉诚明永新友亿成光东方龙凤山河洋林森木水火土石玉宝珠银铁铜"
          + "春夏秋冬晨曦晓星月日阳云雨雪风雷电霞彩虹红黄蓝绿青紫白黑大小中上下左右前后内外南北西高远近长短宽广深浅多少老少男女"
          + "父母兄弟姐妹子孙王李张刘陈杨赵周吴徐朱马胡郭何罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅"
          + "钟姜崔谭廖范汪陆石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史贺陶顾毛郝龚邵万钱严覃武戚莫孔向汤";

  private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private final int number;
  private final SplittableRandom random;

  /** The target with this number. */
  TargetMaker(int number) {
    this.number = number;
    this.random = new SplittableRandom(number);
  }

  /** As a line that COPY reads into the table, whose contacts are sealed. */
  String line(String authority, Contacts contacts) {
    String[] cells = line(authority).split("\t");
    String sealed = cells[11].equals("\\N") ? null : contacts.seal(cells[2], cells[11]);
    cells[11] = sealed == null ? "\\N" : sealed;
    return String.join("\t", cells);
  }

  /** As other systems have it: the same with the contact in the clear. */
  String line(String authority) {
    boolean shop = random.nextInt(100) < 42;
    int county = (int) (COUNTIES.size() * Math.pow(random.nextDouble(), 1.3));
    boolean complete = random.nextInt(100) < 70;
    return String.join(
        "\t",
        uuid(),
        authority,
        unitId(shop, county),
        name(shop, county),
        kind(shop),
        COUNTIES.get(county),
        complete ? PLACES[county] + "阳光路" + random.nextInt(2_000) + "号" : "",
        riskClass(),
        tags(),
        random.nextInt(100) < 92 ? "active" : random.nextBoolean() ? "closed" : "revoked",
        complete ? BRAND.charAt(150 + random.nextInt(60)) + "某" : "\\N",
        complete ? "0533-" + (1_000_000 + random.nextInt(8_999_999)) : "\\N",
        random.nextInt(100) < 3 ? "{unit-id-check-character}" : "{}",
        time(),
        time());
  }

  private String time() {
    return "2026-%02d-%02d 10:%02d:00+08"
        .formatted(1 + random.nextInt(10), 1 + random.nextInt(28), random.nextInt(60));
  }

  private String uuid() {
    return new java.util.UUID(0x0190_0000_0000_7000L | (long) number << 20, random.nextLong())
        .toString();
  }

  private String unitId(boolean shop, int county) {
    StringBuilder code = new StringBuilder(shop ? "92" : "91").append(COUNTIES.get(county));
    code.append("MA");
    for (int n = number, k = 0; k < 7; k++, n /= 31) {
      code.append(DIGITS.charAt(n % 31));
    }
    String first17 = code.toString();
    return first17 + Uscc.checkCharacter(first17);
  }

  private String name(boolean shop, int county) {
    StringBuilder name = new StringBuilder(random.nextBoolean() ? "示范市" : "");
    name.append(PLACES[county]).append(random.nextInt(3) == 0 ? "区" : "");
    int length = 2 + random.nextInt(2);
    for (int i = 0; i < length; i++) {
      name.append(BRAND.charAt(rank(BRAND.length())));
    }
    if (shop) {
      return name.append(SHOPS[rank(SHOPS.length)]).toString();
    }
    name.append(TRADES[rank(TRADES.length)]);
    return name.append(random.nextInt(12) == 0 ? "厂" : "有限公司").toString();
  }

  /** As words are used: the second half as often, the third a third as often as the first. */
  private int rank(int size) {
    return (int) Math.min(size - 1, Math.pow(size + 1.0, random.nextDouble()) - 1);
  }

  private String kind(boolean shop) {
    return shop ? KINDS.get(1) : random.nextInt(20) == 0 ? KINDS.get(2 + rank(3)) : KINDS.get(0);
  }

  /** As in a real city (N-10). */
  private String riskClass() {
    int of = random.nextInt(1_000);
    return of < 654 ? "A" : of < 907 ? "B" : of < 984 ? "C" : "D";
  }

  private String tags() {
    int of = random.nextInt(100);
    if (of >= 18) {
      return "{}";
    }
    String tag = TAGS.get(rank(TAGS.size()));
    return of < 3 && !tag.equals("environment") ? "{" + tag + ",environment}" : "{" + tag + "}";
  }

  /** The name alone, to ask for a piece of it. */
  static String nameOf(int number) {
    return new TargetMaker(number).line("").split("\t")[3];
  }

  static String unitIdOf(int number) {
    return new TargetMaker(number).line("").split("\t")[2];
  }
}
