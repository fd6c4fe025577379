package dev.sallyport.domain.attachment.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the policy documents that AWS documents and nothing else.
 *
 * <p>The grammar is fixed, so depth is bounded by construction: no recursion, no value is skipped,
 * an unknown member is an error. Operators and field names have no case; {@code expiration} and
 * {@code conditions} do. Beyond RFC 8259 only the two escapes that the AWS page lists, {@code \$}
 * and {@code \v}, are read. See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html">POST
 * policy</a>.
 */
final class PolicyParser {
  /** A policy is a field of a form whose fields may have 20,480 bytes together. */
  static final int LARGEST = 20_480;

  private static final String INVALID_JSON = "Invalid JSON.";

  private final PolicyScanner in;

  private PolicyParser(PolicyScanner in) {
    this.in = in;
  }

  static PolicyParse parse(byte[] utf8) {
    if (utf8.length > LARGEST) {
      return new PolicyParse.Malformed(INVALID_JSON);
    }
    try {
      String json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return new PolicyParse.Parsed(new PolicyParser(new PolicyScanner(json)).document());
    } catch (CharacterCodingException notUtf8) {
      return new PolicyParse.Malformed(INVALID_JSON);
    } catch (PolicyScanner.MalformedPolicy malformed) {
      return new PolicyParse.Malformed(malformed.reason());
    }
  }

  private PostPolicy document() throws PolicyScanner.MalformedPolicy {
    Optional<Instant> expiration = Optional.empty();
    Optional<List<PolicyCondition>> conditions = Optional.empty();
    in.expect('{');
    if (!in.take('}')) {
      do {
        String name = in.string();
        in.expect(':');
        if (name.equals("expiration") && expiration.isEmpty()) {
          expiration = Optional.of(expiration());
        } else if (name.equals("conditions") && conditions.isEmpty()) {
          conditions = Optional.of(conditions());
        } else {
          throw new PolicyScanner.MalformedPolicy("Unexpected: '" + PostFields.lower(name) + "'");
        }
      } while (in.take(','));
      in.expect('}');
    }
    in.expectEnd();
    if (expiration.isEmpty()) {
      throw new PolicyScanner.MalformedPolicy("Policy missing expiration.");
    }
    if (conditions.isEmpty() || conditions.get().isEmpty()) {
      throw new PolicyScanner.MalformedPolicy("Policy missing conditions.");
    }
    return new PostPolicy(expiration.get(), conditions.get());
  }

  private Instant expiration() throws PolicyScanner.MalformedPolicy {
    String text = in.string();
    Optional<Instant> expiration = AmzDate.parsePolicyForm(text);
    if (expiration.isEmpty()) {
      throw new PolicyScanner.MalformedPolicy("Invalid 'expiration' value: '" + text + "'");
    }
    return expiration.get();
  }

  private List<PolicyCondition> conditions() throws PolicyScanner.MalformedPolicy {
    List<PolicyCondition> conditions = new ArrayList<>();
    in.expect('[');
    if (in.take(']')) {
      return conditions;
    }
    do {
      if (in.take('{')) {
        conditions.add(simple());
      } else if (in.take('[')) {
        conditions.add(operation());
      } else if (in.take(']')) {
        throw new PolicyScanner.MalformedPolicy(INVALID_JSON);
      } else {
        throw new PolicyScanner.MalformedPolicy(
            "Invalid condition test: must be a List or Object.");
      }
    } while (in.take(','));
    in.expect(']');
    return conditions;
  }

  private PolicyCondition simple() throws PolicyScanner.MalformedPolicy {
    String onlyOne =
        "Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.";
    if (in.take('}')) {
      throw new PolicyScanner.MalformedPolicy(onlyOne);
    }
    String field = in.string();
    in.expect(':');
    if (!in.atString()) {
      throw new PolicyScanner.MalformedPolicy("Invalid Simple-Condition: value must be a string.");
    }
    String value = in.string();
    if (!in.take('}')) {
      throw new PolicyScanner.MalformedPolicy(onlyOne);
    }
    return new PolicyCondition.Exact(named(field), value);
  }

  private PolicyCondition operation() throws PolicyScanner.MalformedPolicy {
    if (in.take(']')) {
      throw new PolicyScanner.MalformedPolicy("Invalid Condition: missing operation identifier.");
    }
    String operator = PostFields.lower(in.string());
    return switch (operator) {
      case "eq" -> {
        String field = operand(operator);
        yield new PolicyCondition.Exact(field, lastText(operator));
      }
      case "starts-with" -> {
        String field = operand(operator);
        yield new PolicyCondition.StartsWith(field, lastText(operator));
      }
      case "content-length-range" -> range(operator);
      default ->
          throw new PolicyScanner.MalformedPolicy(
              "Invalid Condition: unknown operation '" + operator + "'.");
    };
  }

  private String operand(String operator) throws PolicyScanner.MalformedPolicy {
    nextItem(operator);
    String operand = in.string();
    if (!operand.startsWith("$")) {
      throw new PolicyScanner.MalformedPolicy(INVALID_JSON);
    }
    return named(operand.substring(1));
  }

  private String lastText(String operator) throws PolicyScanner.MalformedPolicy {
    nextItem(operator);
    String text = in.string();
    endOfItems(operator);
    return text;
  }

  private PolicyCondition range(String operator) throws PolicyScanner.MalformedPolicy {
    nextItem(operator);
    long min = in.size();
    nextItem(operator);
    long max = in.size();
    endOfItems(operator);
    if (max < min) {
      throw new PolicyScanner.MalformedPolicy(
          "Invalid content-length-range: minimum exceeds maximum.");
    }
    return new PolicyCondition.ContentLengthRange(min, max);
  }

  private void nextItem(String operator) throws PolicyScanner.MalformedPolicy {
    if (!in.take(',')) {
      throw wrongNumber(operator);
    }
  }

  private void endOfItems(String operator) throws PolicyScanner.MalformedPolicy {
    if (!in.take(']')) {
      throw wrongNumber(operator);
    }
  }

  private static PolicyScanner.MalformedPolicy wrongNumber(String operator) {
    return new PolicyScanner.MalformedPolicy(
        "Invalid " + operator + ": wrong number of arguments.");
  }

  private static String named(String field) throws PolicyScanner.MalformedPolicy {
    if (field.isEmpty()) {
      throw new PolicyScanner.MalformedPolicy(INVALID_JSON);
    }
    return field;
  }
}
