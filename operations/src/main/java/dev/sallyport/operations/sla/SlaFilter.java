package dev.sallyport.operations.sla;

import dev.sallyport.application.sla.port.SlaErrorQuery;
import dev.sallyport.domain.sla.Folder;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.json.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which errors the parameters ask for.
 *
 * @param query for the store
 * @param list names the list that a page token belongs to
 */
record SlaFilter(SlaErrorQuery query, String list) {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  /** Reads the parameters; adds what is wrong with them when there is nothing to return. */
  static Optional<SlaFilter> of(Call call, List<Violation> violations) {
    Optional<String> folder = call.findParameter("folder", String.class);
    Optional<String> day = call.findParameter("day", String.class);
    if (folder.isEmpty() && day.isEmpty()) {
      violations.add(Violation.ofParameter("folder", "required", "is missing, and so is day"));
    } else if (day.isPresent()) {
      refuse(call, "folder", violations);
      refuse(call, "from", violations);
      refuse(call, "to", violations);
    }
    if (!violations.isEmpty()) {
      return Optional.empty();
    }
    return day.isPresent()
        ? onDay(day.get(), violations)
        : inFolder(new Folder(folder.orElseThrow()), call, violations);
  }

  private static void refuse(Call call, String name, List<Violation> violations) {
    if (call.findParameter(name, String.class).isPresent()) {
      violations.add(Violation.ofParameter(name, "too_many_filters", "does not go with day"));
    }
  }

  private static Optional<SlaFilter> onDay(String text, List<Violation> violations) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() > 0) {
        return Optional.of(new SlaFilter(new SlaErrorQuery.OnDay(day), "listSlaErrors?day=" + day));
      }
    } catch (DateTimeException notADay) {
      // Refused below, as a year without days is.
    }
    violations.add(Violation.ofParameter("day", "bad_format", "must be a day that there is"));
    return Optional.empty();
  }

  private static Optional<SlaFilter> inFolder(
      Folder folder, Call call, List<Violation> violations) {
    Instant from = instant(call, "from", FIRST, violations);
    Instant to = instant(call, "to", END, violations);
    if (violations.isEmpty() && !from.isBefore(to)) {
      violations.add(Violation.ofParameter("from", "after_end", "must be before to"));
    }
    if (!violations.isEmpty()) {
      return Optional.empty();
    }
    String list = "listSlaErrors?from=" + from + "&to=" + to + "&folder=" + folder.value();
    return Optional.of(new SlaFilter(new SlaErrorQuery.InFolder(folder, from, to), list));
  }

  private static Instant instant(
      Call call, String name, Instant otherwise, List<Violation> violations) {
    Optional<String> text = call.findParameter(name, String.class);
    Optional<Instant> instant = text.flatMap(SlaRequest::instant);
    if (text.isPresent() && instant.isEmpty()) {
      violations.add(
          Violation.ofParameter(name, "bad_format", "must be an instant as RFC 3339 writes it"));
    }
    return instant.orElse(otherwise);
  }
}
