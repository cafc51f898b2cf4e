package cn.sunlot.portal;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every page of the site, with the sample's keys. */
final class Pages {

  private static final String KEY = "00000000-0000-7000-8000-00000000";

  static final String RESULT = "/results/" + KEY + "5002";
  static final String CORRECTED = "/results/" + KEY + "9001";
  static final String ORIGINAL = "/results/" + KEY + "5003";
  static final String VOID_DRAW = "/draws/" + KEY + "0401";
  static final String DRAW = "/draws/" + KEY + "0402";

  static final Map<String, String> NAMED = named();

  private Pages() {}

  private static Map<String, String> named() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "/");
    pages.put("results", "/results");
    pages.put("results-empty", "/results?q=zzz&year=2025");
    pages.put("results-page-2", "/results?page=2");
    pages.put("result", RESULT);
    pages.put("result-corrected", CORRECTED);
    pages.put("result-original", ORIGINAL);
    pages.put("credit", "/credit");
    pages.put("credit-empty", "/credit?q=zzz&list=serious-violation");
    pages.put("items", "/items");
    pages.put("item", "/items/" + KEY + "0101");
    pages.put("item-ended", "/items/" + KEY + "0103");
    pages.put("item-joint", "/items/" + KEY + "0104");
    pages.put("plans", "/plans");
    pages.put("plan", "/plans/" + KEY + "0201");
    pages.put("plan-old", "/plans/" + KEY + "0201?version=1");
    pages.put("plan-joint", "/plans/" + KEY + "0202");
    pages.put("plan-beside", "/plans/" + KEY + "0203");
    pages.put("notices", "/notices");
    pages.put("notice", "/notices/" + KEY + "0301");
    pages.put("draws", "/draws");
    pages.put("draw", DRAW);
    pages.put("draw-void", VOID_DRAW);
    pages.put("draw-inspectors", "/draws/" + KEY + "0403");
    pages.put("verify", "/verify");
    pages.put("verify-draw", "/verify?draw=" + DRAW.substring("/draws/".length()));
    pages.put("witness", "/w");
    pages.put("receipt", "/receipt");
    pages.put("receipt-unknown", "/receipt?draw=D-1999-0001");
    pages.put("inspectors", "/inspectors");
    pages.put("log", "/log");
    pages.put("log-entry", "/log/entries/17");
    pages.put("log-entry-hidden", "/log/entries/13");
    pages.put("about", "/about");
    pages.put("missing", "/nothing-here");
    return pages;
  }
}
