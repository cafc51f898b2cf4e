package cn.sunlot.draw.targets;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Suite;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/** Drawn units over a flat array of records ticket ‖ token, made into objects when asked for. */
final class DrawnList extends AbstractList<Drawn> implements RandomAccess {

  static final int WIDTH = 2 * Suite.LENGTH;

  private final byte[] records;
  private final int size;

  DrawnList(byte[] records, int size) {
    this.records = records;
    this.size = size;
  }

  @Override
  public Drawn get(int index) {
    int at = Objects.checkIndex(index, size) * WIDTH;
    String ticket = Names.hex(Arrays.copyOfRange(records, at, at + Suite.LENGTH));
    String token = Names.hex(Arrays.copyOfRange(records, at + Suite.LENGTH, at + WIDTH));
    return new Drawn(token, ticket);
  }

  @Override
  public int size() {
    return size;
  }
}
