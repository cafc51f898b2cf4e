package cn.sunlot.portal.web;

import cn.sunlot.portal.store.LiveSearch;
import cn.sunlot.portal.store.jooq.tables.records.DrawLiveRecord;
import cn.sunlot.portal.web.LiveFeed.Watched;
import cn.sunlot.screen.DrawScreen;
import cn.sunlot.screen.LiveStreams;
import cn.sunlot.screen.Names;
import cn.sunlot.screen.ScreenPage;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Draws as they happen: the screen of one, and the streams of it. */
@Configuration(proxyBeanMethods = false)
class LiveFeed {

  /** A draw in a language. */
  record Watched(UUID drawId, Locale locale) {}

  @Bean
  LiveStreams<Watched> liveStreams(
      LiveScreens screens, @Value("${sunlot.live.streams:200}") int streams) {
    LiveStreams.Limits usual = LiveStreams.Limits.USUAL;
    return new LiveStreams<>(
        screens, new LiveStreams.Limits(streams, usual.every(), usual.heartbeat()));
  }

  /** Screens of draws, made of what was published; there is nobody's name in them. */
  @Component
  static class LiveScreens implements LiveStreams.Source<Watched> {

    private final LiveSearch draws;
    private final ObjectMapper json;
    private final ScreenPage page = new ScreenPage();

    LiveScreens(LiveSearch draws, ObjectMapper json) {
      this.draws = draws;
      this.json = json;
    }

    ScreenPage page() {
      return page;
    }

    DrawScreen read(DrawLiveRecord row) {
      return json.readValue(row.getDocument().data(), DrawScreen.class);
    }

    String html(DrawScreen screen, Watched watched) {
      String results = "/draws/" + watched.drawId() + "/live/result.json";
      // What is not committed yet, another process knows nothing of.
      return page.show(screen, Names.NONE, watched.locale(), results, null);
    }

    @Override
    public long version(Watched watched) {
      return draws.findVersion(watched.drawId()).orElse(-1L);
    }

    @Override
    public LiveStreams.Event event(Watched watched) {
      DrawLiveRecord row = draws.find(watched.drawId()).orElseThrow(NotThere::new);
      DrawScreen screen = read(row);
      String event =
          json.writeValueAsString(
              Map.of(
                  "version", row.getVersion(),
                  "state", screen.state(),
                  "html", html(screen, watched)));
      return new LiveStreams.Event(row.getVersion(), event, screen.over());
    }
  }
}
