package cn.sunlot.drawing.web;

import cn.sunlot.drawing.usecase.RoomScreens;
import cn.sunlot.drawing.web.RoomFeed.Room;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.screen.LiveStreams;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.ObjectMapper;

/**
 * What open screens of rooms are sent. Whether a person may see the draw was asked when the screen
 * was opened, and is asked again every few minutes, when it opens anew.
 */
@Configuration(proxyBeanMethods = false)
class RoomFeed {

  /** A draw in a language. */
  record Room(UUID drawId, Locale locale) {}

  @Bean
  LiveStreams<Room> roomStreams(RoomScreens rooms, ObjectMapper json) {
    return new LiveStreams<>(new Source(rooms, json), LiveStreams.Limits.USUAL);
  }

  private record Source(RoomScreens rooms, ObjectMapper json) implements LiveStreams.Source<Room> {
    @Override
    public long version(Room room) {
      return SystemWork.run(() -> rooms.version(room.drawId()));
    }

    @Override
    public LiveStreams.Event event(Room room) {
      RoomScreens.Shown shown = SystemWork.run(() -> rooms.get(room.drawId(), room.locale()));
      String event =
          json.writeValueAsString(
              Map.of(
                  "version", shown.version(),
                  "state", shown.screen().state(),
                  "html", shown.html()));
      return new LiveStreams.Event(shown.version(), event, shown.screen().over());
    }
  }
}
