package cn.sunlot.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a server with many watchers does; what they are sent is shown with the pages. */
class LiveStreamsTest {

  private static final LiveStreams.Source<String> STILL =
      new LiveStreams.Source<>() {
        @Override
        public long version(String key) {
          return 1;
        }

        @Override
        public LiveStreams.Event event(String key) {
          return new LiveStreams.Event(1, "{}", false);
        }
      };

  @Test
  void beyond_the_limit_a_stream_is_refused_and_the_others_stay() {
    var limits = new LiveStreams.Limits(2, Duration.ofSeconds(1), Duration.ofSeconds(15));
    LiveStreams<String> streams = new LiveStreams<>(STILL, limits);
    streams.start();
    assertThat(streams.open("a", 1)).isNotNull();
    assertThat(streams.open("b", 1)).isNotNull();
    assertThatThrownBy(() -> streams.open("a", 1)).isInstanceOf(LiveStreams.Full.class);
    assertThat(streams.limit()).isEqualTo(2);
    streams.stop();
  }

  @Test
  void what_was_stopped_opens_nothing_and_may_be_started_again() {
    LiveStreams<String> streams = new LiveStreams<>(STILL, LiveStreams.Limits.USUAL);
    streams.start();
    streams.stop();
    assertThat(streams.isRunning()).isFalse();
    assertThatThrownBy(() -> streams.open("a", 1)).isInstanceOf(LiveStreams.Full.class);
    streams.start();
    assertThat(streams.isRunning()).isTrue();
    assertThat(streams.open("a", 1)).isNotNull();
    streams.stop();
  }

  /** While something is on its way to a browser, nobody can say what it has seen. */
  @Test
  void each_state_is_sent_once_however_often_it_is_looked_at() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch looks = new CountDownLatch(20_000);
    var source =
        new LiveStreams.Source<Integer>() {
          @Override
          public long version(Integer key) {
            looks.countDown();
            return 1;
          }

          @Override
          public LiveStreams.Event event(Integer key) {
            asked.incrementAndGet();
            return new LiveStreams.Event(1, "{}", false);
          }
        };
    var limits = new LiveStreams.Limits(200, Duration.ofMillis(1), Duration.ofHours(1));
    LiveStreams<Integer> streams = new LiveStreams<>(source, limits);
    streams.start();
    for (int i = 0; i < 200; i++) {
      streams.open(i, -1);
    }
    assertThat(looks.await(1, TimeUnit.MINUTES)).isTrue();
    streams.stop();
    assertThat(asked).hasValue(200);
  }

  @Test
  void what_a_browser_says_it_has_seen_is_not_trusted_blindly() {
    assertThat(LiveStreams.seen("17")).isEqualTo(17);
    assertThat(LiveStreams.seen(null)).isEqualTo(-1);
    assertThat(LiveStreams.seen("-1 OR 1")).isEqualTo(-1);
    assertThat(LiveStreams.seen("9".repeat(40))).isEqualTo(-1);
  }
}
