package cn.sunlot.sample.web;

import cn.sunlot.sample.store.ThingStore;
import org.springframework.web.bind.annotation.GetMapping;

/** A handler without a permission that writes past its use case. */
public abstract class OpenController {

  @GetMapping("/sample")
  public String show(ThingStore store) {
    store.save();
    return "saved";
  }
}
