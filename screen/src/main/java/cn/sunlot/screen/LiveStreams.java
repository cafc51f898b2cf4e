package cn.sunlot.screen;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Open streams of server-sent events. One thread looks once a second what has changed, a few send;
 * no stream has a thread, a transaction or a connection of its own, and a slow reader holds up
 * nobody else.
 *
 * @param <K> what a stream is about, equal for streams that get the same
 */
public final class LiveStreams<K> implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

  /** After that a browser opens the stream anew, and is asked anew whether it may. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final int SENDERS = 4;

  /** Where the events come from. */
  public interface Source<K> {
    /** Counts up with each change. */
    long version(K key);

    /** What is to be shown now. */
    Event event(K key);
  }

  /**
   * A state of the thing.
   *
   * @param json sent as it is
   * @param last whether nothing follows
   */
  public record Event(long version, String json, boolean last) {}

  /** Settings: streams at most, and how often to look and to show that the line is open. */
  public record Limits(int streams, Duration every, Duration heartbeat) {
    public static final Limits USUAL =
        new Limits(200, Duration.ofSeconds(1), Duration.ofSeconds(15));
  }

  private final Source<K> source;
  private final Limits limits;
  private final Set<Stream<K>> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger places;
  private final AtomicReference<@Nullable Threads> threads = new AtomicReference<>();

  /** Streams from a source. */
  public LiveStreams(Source<K> source, Limits limits) {
    this.source = source;
    this.limits = limits;
    this.places = new AtomicInteger(limits.streams());
  }

  /** New ones at every start: what was stopped may be started again. */
  private record Threads(ScheduledExecutorService clock, ExecutorService senders) {
    Threads() {
      this(
          Executors.newSingleThreadScheduledExecutor(named("live")),
          Executors.newFixedThreadPool(SENDERS, named("live-sender")));
    }
  }

  private static ThreadFactory named(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  private record Stream<K>(
      K key, SseEmitter emitter, AtomicLong seen, AtomicLong sentAt, AtomicBoolean busy) {}

  /** Whether all places are taken. */
  public static final class Full extends RuntimeException {
    @java.io.Serial private static final long serialVersionUID = 1L;
  }

  /**
   * Opens a stream.
   *
   * @param seen the version that the reader has already, or -1
   * @throws Full if there are too many, or this is stopped
   */
  public SseEmitter open(K key, long seen) {
    Threads at = threads.get();
    if (at == null) {
      throw new Full();
    }
    if (places.getAndDecrement() <= 0) {
      places.incrementAndGet();
      throw new Full();
    }
    SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    var stream =
        new Stream<>(
            key,
            emitter,
            new AtomicLong(seen),
            new AtomicLong(System.nanoTime()),
            new AtomicBoolean());
    open.add(stream);
    emitter.onCompletion(() -> forget(stream));
    emitter.onTimeout(emitter::complete);
    emitter.onError(e -> forget(stream));
    at.clock().execute(() -> look(at));
    return emitter;
  }

  /** The version that a browser says it has seen; -1 if it has seen none. */
  public static long seen(@Nullable String lastEventId) {
    return lastEventId != null && lastEventId.matches("[0-9]{1,18}")
        ? Long.parseLong(lastEventId)
        : -1;
  }

  /** Streams at most. */
  public int limit() {
    return limits.streams();
  }

  private void forget(Stream<K> stream) {
    if (open.remove(stream)) {
      places.incrementAndGet();
    }
  }

  private void look(Threads at) {
    var versions = new java.util.HashMap<K, Long>();
    var events = new java.util.HashMap<K, Event>();
    for (Stream<K> stream : open) {
      // First of all: what it has seen is known when nothing is on its way to it.
      if (!stream.busy().compareAndSet(false, true)) {
        continue;
      }
      boolean sending = false;
      try {
        long now = versions.computeIfAbsent(stream.key(), source::version);
        boolean changed = now != stream.seen().get();
        if (changed || isSilent(stream)) {
          Event event = changed ? events.computeIfAbsent(stream.key(), source::event) : null;
          at.senders().execute(() -> sendNow(stream, event));
          sending = true;
        }
      } catch (RuntimeException e) {
        // The next second may be better; whoever waits is told nothing wrong meanwhile.
        LOG.warn("cannot look at {}: {}", stream.key(), e.toString());
      } finally {
        if (!sending) {
          stream.busy().set(false);
        }
      }
    }
  }

  private boolean isSilent(Stream<K> stream) {
    return System.nanoTime() - stream.sentAt().get() > limits.heartbeat().toNanos();
  }

  private void sendNow(Stream<K> stream, @Nullable Event event) {
    try {
      SseEmitter emitter = stream.emitter();
      if (event == null) {
        emitter.send(SseEmitter.event().comment("open"));
      } else {
        emitter.send(
            SseEmitter.event()
                .id(String.valueOf(event.version()))
                .name("screen")
                .data(event.json(), MediaType.APPLICATION_JSON));
        stream.seen().set(event.version());
        if (event.last()) {
          emitter.send(SseEmitter.event().name("end").data("{}", MediaType.APPLICATION_JSON));
          emitter.complete();
        }
      }
      stream.sentAt().set(System.nanoTime());
    } catch (IOException | IllegalStateException gone) {
      forget(stream);
    } finally {
      stream.busy().set(false);
    }
  }

  @Override
  public void start() {
    Threads at = new Threads();
    if (threads.compareAndSet(null, at)) {
      long every = limits.every().toMillis();
      at.clock().scheduleWithFixedDelay(() -> look(at), every, every, TimeUnit.MILLISECONDS);
    }
  }

  /** Before the web server stops, which waits for open requests. */
  @Override
  public void stop() {
    Threads at = threads.getAndSet(null);
    if (at != null) {
      at.clock().shutdownNow();
      open.forEach(stream -> stream.emitter().complete());
      at.senders().shutdown();
    }
  }

  @Override
  public boolean isRunning() {
    return threads.get() != null;
  }
}
