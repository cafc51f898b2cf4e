package cn.sunlot.sample.usecase;

import org.springframework.stereotype.Component;

/** A use case without a transaction; abstract, so that nobody instantiates it. */
@Component
public abstract class DoThing {

  public abstract void run();
}
