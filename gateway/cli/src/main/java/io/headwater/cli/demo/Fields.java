package io.headwater.cli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a JSON object in the order written; missing values and empty lists are left out.
 */
final class Fields {
  private Fields() {}

  static Map<String, Object> of(Object... namesAndValues) {
    var fields = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value == null || value instanceof List<?> list && list.isEmpty()) {
        continue;
      }
      boolean plain =
          value instanceof Number
              || value instanceof Boolean
              || value instanceof List<?>
              || value instanceof Map<?, ?>;
      fields.put((String) namesAndValues[i], plain ? value : value.toString());
    }
    return fields;
  }

  /** The same object with more fields, or other values for them. */
  static Map<String, Object> with(Map<String, Object> record, Object... namesAndValues) {
    return with(record, of(namesAndValues));
  }

  static Map<String, Object> with(Map<String, Object> record, Map<String, Object> more) {
    var fields = new LinkedHashMap<>(record);
    fields.putAll(more);
    return fields;
  }
}
