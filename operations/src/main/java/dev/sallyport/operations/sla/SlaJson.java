package dev.sallyport.operations.sla;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.domain.sla.Folder;
import dev.sallyport.domain.sla.LateFile;
import dev.sallyport.domain.sla.SlaBreach;
import dev.sallyport.domain.sla.SlaError;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import java.io.IOException;

/** SLA errors as readers see them: under the names that the table has for them. */
final class SlaJson {
  /** What a folder's name has to be. */
  static final TextShape FOLDER = TextShape.line(Folder.MAX_LENGTH);

  /** What a file's name has to be. */
  static final TextShape FILE_NAME = TextShape.line(LateFile.MAX_NAME);

  /** What an SLA has to be. */
  static final IntegerShape MINUTES = new IntegerShape(1, SlaBreach.MAX_SLA_MINUTES);

  /** One error. */
  static final Shape ERROR =
      ObjectShape.of(
          Member.required("ErrorId", new UuidShape())
              .says("A UUID of version 5 over folder, SLA and sorted files."),
          Member.required("Folder", FOLDER),
          Member.required("AffectedDate", TextShape.instant()).says("When it was first accepted."),
          Member.required("SLA", MINUTES).says("In minutes."),
          Member.required(
              "Files",
              ArrayShape.of(
                  ObjectShape.of(
                      Member.required("Filename", FILE_NAME),
                      Member.required("CreationDate", TextShape.instant())),
                  1,
                  SlaBreach.MAX_FILES)));

  private SlaJson() {}

  /** Writes {@link #ERROR}. */
  static void write(SlaError error, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("ErrorId", error.id().toString());
    out.writeStringField("Folder", error.breach().folder().value());
    out.writeStringField("AffectedDate", error.affectedDate().toString());
    out.writeNumberField("SLA", error.breach().slaMinutes());
    out.writeArrayFieldStart("Files");
    for (LateFile file : error.breach().files()) {
      out.writeStartObject();
      out.writeStringField("Filename", file.name());
      out.writeStringField("CreationDate", file.createdAt().toString());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
