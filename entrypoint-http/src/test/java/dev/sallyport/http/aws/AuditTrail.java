package dev.sallyport.http.aws;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The events that were written down, by what they are about.
 *
 * @param judged ids of the events of each attachment's verdicts
 * @param submitted ids of the events of each report's submission
 */
record AuditTrail(Map<String, Set<String>> judged, Map<String, Set<String>> submitted) {
  private static final Pattern LINE =
      Pattern.compile(
          "AuditEvents event .*type=(AttachmentJudged|ReportSubmitted) eventId=(\\S+) .*"
              + "(?:attachmentId|reportId)=(\\S+)");

  static AuditTrail of(String log) {
    Map<String, Set<String>> judged = new TreeMap<>();
    Map<String, Set<String>> submitted = new TreeMap<>();
    Matcher line = LINE.matcher(log);
    while (line.find()) {
      Map<String, Set<String>> events =
          line.group(1).equals("ReportSubmitted") ? submitted : judged;
      events.computeIfAbsent(line.group(3), _ -> new TreeSet<>()).add(line.group(2));
    }
    return new AuditTrail(judged, submitted);
  }
}
