package cn.sunlot.sample.store;

/** A store. */
public abstract class ThingStore {

  public abstract void save();
}
