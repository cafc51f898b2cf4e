package cn.sunlot.kernel.web;

import cn.sunlot.kernel.Lifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.module.SimpleModule;

/**
 * Requests name enum constants as answers do: {@code swap-targets} is {@code SWAP_TARGETS}. What
 * was stored under the Java name is still read.
 */
@Component
class EnumsByWireName extends SimpleModule {

  EnumsByWireName() {
    super("enums-by-wire-name");
    setDeserializerModifier(
        new ValueDeserializerModifier() {
          @Override
          public ValueDeserializer<?> modifyEnumDeserializer(
              DeserializationConfig config,
              JavaType type,
              BeanDescription.Supplier description,
              ValueDeserializer<?> otherwise) {
            return type.getRawClass().getName().startsWith("cn.sunlot.")
                ? new ByWireName(type.getRawClass().asSubclass(Enum.class))
                : otherwise;
          }
        });
  }

  @SuppressWarnings("rawtypes") // the kind of enum is known only when it is read
  private static final class ByWireName extends ValueDeserializer<Enum> {

    private final Class<? extends Enum> type;

    ByWireName(Class<? extends Enum> type) {
      this.type = type;
    }

    @Override
    public Enum deserialize(JsonParser parser, DeserializationContext context) {
      String text = parser.getValueAsString("");
      for (Enum one : type.getEnumConstants()) {
        if (text.equals(Lifecycle.wireName(one)) || text.equals(one.name())) {
          return one;
        }
      }
      return (Enum)
          context.handleWeirdStringValue(type, text, "none of the names that it may have");
    }
  }
}
