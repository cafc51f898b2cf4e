package cn.sunlot.sample.store;

import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** A search that may write and shows everybody everything. */
@Transactional
public abstract class ThingSearch {

  public abstract List<String> list(String text);
}
