package io.headwater.gateway.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.headwater.vocabulary.Npi;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** What a schema's {@code format} asks of a value beyond its type. */
enum Format {
  DATE {
    @Override
    String fault(JsonNode value) {
      try {
        String text = value.textValue();
        if (text.length() == 10 && LocalDate.parse(text).getYear() > 0) {
          return null;
        }
      } catch (DateTimeException e) {
        // falls through to the fault
      }
      return "must be a real date, YYYY-MM-DD";
    }
  },
  INSTANT {
    @Override
    String fault(JsonNode value) {
      try {
        if (RFC_3339.matcher(value.textValue()).matches()) {
          OffsetDateTime.parse(value.textValue());
          return null;
        }
      } catch (DateTimeException e) {
        // falls through to the fault
      }
      return "must be an instant, RFC 3339 with an offset";
    }
  },
  MONEY {
    @Override
    String fault(JsonNode value) {
      return decimal(value, 2) ? null : "must be an amount with at most two decimals";
    }
  },
  QUANTITY {
    @Override
    String fault(JsonNode value) {
      return decimal(value, 6) ? null : "must be a decimal quantity";
    }
  },
  NPI {
    @Override
    String fault(JsonNode value) {
      return Npi.isValid(value.textValue())
          ? null
          : "must be an NPI: ten digits with a right check digit";
    }
  };

  private static final Pattern RFC_3339 =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,13}(\\.\\d{1,6})?");

  /** What is wrong with the value, or null. */
  abstract String fault(JsonNode value);

  /** The format of a schema's spelling, or null for one that asks nothing more. */
  static Format of(String spelled) {
    return switch (spelled) {
      case "date" -> DATE;
      case "date-time" -> INSTANT;
      case "money" -> MONEY;
      case "quantity" -> QUANTITY;
      case "npi" -> NPI;
      default -> null;
    };
  }

  private static boolean decimal(JsonNode value, int decimals) {
    if (value.isTextual() && !DECIMAL.matcher(value.textValue()).matches()) {
      return false;
    }
    var amount = value.isTextual() ? new BigDecimal(value.textValue()) : value.decimalValue();
    int scale = value.isTextual() ? amount.scale() : amount.stripTrailingZeros().scale();
    return scale <= decimals && amount.precision() - amount.scale() <= 13;
  }
}
