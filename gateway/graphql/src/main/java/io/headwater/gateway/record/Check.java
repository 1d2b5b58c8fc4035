package io.headwater.gateway.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A compiled part of a JSON Schema. It understands what the schemas of the bulk records use and no
 * more, and is some ten times faster than a general validator; a test holds both to the same
 * verdicts.
 */
sealed interface Check {

  /** Adds to the faults what is wrong with the value at the pointer. */
  void apply(JsonNode value, String pointer, List<Fault> faults);

  /** An object of known properties. */
  record ObjectCheck(Map<String, Check> properties, List<String> required, boolean open)
      implements Check {
    @Override
    public void apply(JsonNode value, String pointer, List<Fault> faults) {
      if (!value.isObject()) {
        faults.add(new Fault(pointer, "must be an object"));
        return;
      }
      for (String name : required) {
        if (!value.hasNonNull(name)) {
          faults.add(new Fault(pointer + "/" + escape(name), "is required"));
        }
      }
      for (var property : value.properties()) {
        var check = properties.get(property.getKey());
        String at = pointer + "/" + escape(property.getKey());
        if (check != null) {
          if (!property.getValue().isNull()) {
            check.apply(property.getValue(), at, faults);
          }
        } else if (!open) {
          faults.add(new Fault(at, "is not a field of this record"));
        }
      }
    }

    private static String escape(String name) {
      return name.replace("~", "~0").replace("/", "~1");
    }
  }

  /** A list. */
  record ArrayCheck(Check items) implements Check {
    @Override
    public void apply(JsonNode value, String pointer, List<Fault> faults) {
      if (!value.isArray()) {
        faults.add(new Fault(pointer, "must be a list"));
        return;
      }
      for (int i = 0; i < value.size(); i++) {
        items.apply(value.get(i), pointer + "/" + i, faults);
      }
    }
  }

  /** One of some texts. */
  record EnumCheck(Set<String> values) implements Check {
    @Override
    public void apply(JsonNode value, String pointer, List<Fault> faults) {
      if (!value.isTextual() || !values.contains(value.textValue())) {
        faults.add(
            new Fault(
                pointer, "must be one of " + String.join(", ", values.stream().sorted().toList())));
      }
    }
  }

  /** One of several objects, told apart by the constant value of a property. */
  record OneOfCheck(String discriminator, Map<String, Check> branches) implements Check {
    @Override
    public void apply(JsonNode value, String pointer, List<Fault> faults) {
      if (!value.isObject()) {
        faults.add(new Fault(pointer, "must be an object"));
        return;
      }
      var branch = branches.get(value.path(discriminator).asText(""));
      if (branch == null) {
        faults.add(
            new Fault(
                pointer + "/" + discriminator,
                "must be one of "
                    + String.join(", ", branches.keySet().stream().sorted().toList())));
      } else {
        branch.apply(value, pointer, faults);
      }
    }
  }

  /** A single value. */
  record ValueCheck(
      Set<String> types, Pattern pattern, Format format, int shortest, int longest, Long minimum)
      implements Check {
    @Override
    public void apply(JsonNode value, String pointer, List<Fault> faults) {
      String fault = fault(value);
      if (fault != null) {
        faults.add(new Fault(pointer, fault));
      }
    }

    private String fault(JsonNode value) {
      if (!hasType(value)) {
        return "must be a " + String.join(" or ", types.stream().sorted().toList());
      }
      if (minimum != null && value.decimalValue().longValue() < minimum) {
        return "must be at least " + minimum;
      }
      if (format != null) {
        return format.fault(value);
      }
      if (value.isTextual()) {
        String text = value.textValue();
        if (text.length() < shortest) {
          return "must not be empty";
        }
        if (text.length() > longest) {
          return "must not be longer than " + longest + " characters";
        }
        if (text.indexOf('\0') >= 0) {
          return "must not hold a NUL character";
        }
        if (pattern != null && !pattern.matcher(text).matches()) {
          return "must have the form " + pattern.pattern();
        }
      }
      return null;
    }

    private boolean hasType(JsonNode value) {
      return (types.contains("string") && value.isTextual())
          || (types.contains("boolean") && value.isBoolean())
          || (types.contains("number") && value.isNumber())
          || (types.contains("integer") && whole(value))
          || (types.contains("object") && value.isObject());
    }

    private static boolean whole(JsonNode value) {
      return value.isNumber()
          && value.decimalValue().stripTrailingZeros().scale() <= 0
          && value.decimalValue().abs().precision() < 16;
    }
  }
}
