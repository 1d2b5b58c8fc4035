package io.headwater.gateway.why;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** A record with some of its components exchanged. */
final class Changed {

  private Changed() {}

  static <R extends Record> R of(R record, Map<String, ?> components) {
    var all = record.getClass().getRecordComponents();
    var named = Arrays.stream(all).map(RecordComponent::getName).toList();
    if (!Set.copyOf(named).containsAll(components.keySet())) {
      throw new IllegalArgumentException(record.getClass() + " has no " + components.keySet());
    }
    try {
      var values = new Object[all.length];
      for (int i = 0; i < all.length; i++) {
        values[i] =
            components.containsKey(named.get(i))
                ? components.get(named.get(i))
                : all[i].getAccessor().invoke(record);
      }
      var types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
      @SuppressWarnings("unchecked")
      var changed = (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
      return changed;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
