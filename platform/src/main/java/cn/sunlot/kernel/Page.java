package cn.sunlot.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items rows of this page
 * @param total how many rows the whole list has
 * @param totalExact false where {@code total} is a floor, because counting was capped
 * @param page number of this page, from 1
 * @param size rows asked for
 */
public record Page<T>(List<T> items, long total, boolean totalExact, int page, int size) {

  /** What a list request asks for; page from 1, size 1 to 200. */
  public record Request(int page, int size) {

    public Request {
      page = Math.max(1, page);
      size = Math.min(200, Math.max(1, size));
    }

    public int offset() {
      return (page - 1) * size;
    }
  }

  public static <T> Page<T> of(List<T> items, long total, Request request) {
    return new Page<>(items, total, true, request.page(), request.size());
  }

  public <R> Page<R> map(Function<? super T, R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), total, totalExact, page, size);
  }
}
