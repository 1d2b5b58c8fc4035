package io.headwater.x12;

import java.util.List;

/**
 * A file as it was read, in a form that a biller can check: one field a line, what is absent left
 * out.
 */
final class AsYaml {
  private final StringBuilder text = new StringBuilder();

  private AsYaml() {}

  static String of(X12File file) {
    var yaml = new AsYaml();
    file.acknowledgments().forEach(r -> yaml.record(r));
    for (var transaction : file.transactions()) {
      var result = transaction.result();
      yaml.text
          .append("# ")
          .append(result.header().set())
          .append(' ')
          .append(result.header().version())
          .append(' ')
          .append(result.status())
          .append('\n');
      result.errors().forEach(e -> yaml.text.append("# ").append(e).append('\n'));
      transaction.records().forEach(yaml::record);
    }
    file.warnings().forEach(w -> yaml.text.append("# ").append(w.message()).append('\n'));
    return yaml.text.toString();
  }

  private void record(ReadRecord read) {
    text.append("- ").append(read.kind()).append(" at ");
    text.append(read.interchange())
        .append('/')
        .append(read.transaction())
        .append('/')
        .append(read.segment())
        .append(":\n");
    fields(read.record(), 4);
  }

  private void fields(Object value, int indent) {
    for (var component : value.getClass().getRecordComponents()) {
      try {
        field(component.getName(), component.getAccessor().invoke(value), indent);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }

  private void field(String name, Object value, int indent) {
    if (value == null || value instanceof List<?> list && list.isEmpty()) {
      return;
    }
    text.repeat(' ', indent).append(name).append(':');
    if (value instanceof List<?> list && list.getFirst().getClass().isRecord()) {
      text.append('\n');
      for (var item : list) {
        text.repeat(' ', indent + 2).append("-\n");
        fields(item, indent + 4);
      }
    } else if (value.getClass().isRecord()) {
      text.append('\n');
      fields(value, indent + 2);
    } else {
      text.append(' ').append(value).append('\n');
    }
  }
}
