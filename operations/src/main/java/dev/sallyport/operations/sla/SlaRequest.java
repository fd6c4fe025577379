package dev.sallyport.operations.sla;

import dev.sallyport.domain.sla.Folder;
import dev.sallyport.domain.sla.LateFile;
import dev.sallyport.domain.sla.SlaBreach;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.Findings;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a watcher of folders sends, read whole before anything is done with it. */
final class SlaRequest {
  /** Most bytes of one run. */
  static final int MAX_BODY = 1024 * 1024;

  private static final int MAX_BREACHES = 100;
  private static final String RUN = "sla_error";
  private static final String FILES = "files";
  private static final String CREATED = "creationDate";

  static final Shape SHAPE =
      ObjectShape.of(
          Member.required(
              RUN,
              ArrayShape.of(
                  ObjectShape.of(
                      Member.required("folder", SlaJson.FOLDER),
                      Member.required("sla", SlaJson.MINUTES).says("In minutes."),
                      Member.required(
                              FILES,
                              ArrayShape.of(
                                  ObjectShape.of(
                                      Member.required("filename", SlaJson.FILE_NAME),
                                      Member.required(CREATED, TextShape.instant())),
                                  1,
                                  SlaBreach.MAX_FILES))
                          .says("Those that wait for longer; in any order, each once.")),
                  1,
                  MAX_BREACHES)));

  private SlaRequest() {}

  /** Returns the breaches, useless when the findings have grown. */
  static List<SlaBreach> read(JsonObject body, Findings findings) {
    List<SlaBreach> breaches = new ArrayList<>();
    findings.enter(RUN);
    for (JsonObject breach : body.list(RUN, JsonObject.class)) {
      findings.enter(breaches.size());
      int before = findings.size();
      List<LateFile> files = files(breach, findings);
      findings.leave();
      if (findings.size() > before) {
        break;
      }
      breaches.add(
          new SlaBreach(
              new Folder(breach.text("folder")), breach.get("sla", Long.class).intValue(), files));
    }
    findings.leave();
    return breaches;
  }

  private static List<LateFile> files(JsonObject breach, Findings findings) {
    List<LateFile> files = new ArrayList<>();
    Set<LateFile> seen = new HashSet<>();
    findings.enter(FILES);
    int index = 0;
    for (JsonObject file : breach.list(FILES, JsonObject.class)) {
      findings.enter(index++);
      Optional<Instant> created = instant(file.text(CREATED));
      if (created.isEmpty()) {
        findings.addAt(CREATED, "bad_format", "must be an instant as RFC 3339 writes it");
      } else {
        LateFile late = new LateFile(file.text("filename"), created.get());
        if (!seen.add(late)) {
          findings.add("duplicate", "stands there already");
        }
        files.add(late);
      }
      findings.leave();
    }
    findings.leave();
    return files;
  }

  /** Reads an instant with any offset, in the years 1 to 9999. */
  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant()).filter(LateFile::isPossible);
    } catch (DateTimeException notAnInstant) {
      return Optional.empty();
    }
  }
}
