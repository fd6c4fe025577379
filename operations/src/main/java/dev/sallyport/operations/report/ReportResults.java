package dev.sallyport.operations.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.UuidShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How an operation on several reports says what became of each. */
final class ReportResults {
  /** Writes one result. */
  @FunctionalInterface
  interface ResultWriter<T> {
    /** Writes the members of a result, without the object around them. */
    void write(T result, JsonGenerator out) throws IOException;
  }

  private ReportResults() {}

  /**
   * Returns the shape of the answer.
   *
   * @param most how many reports a request may have
   * @param members of a result, without the id of the report
   */
  static Shape shape(int most, Member... members) {
    List<Member> all = new ArrayList<>();
    all.add(Member.required("reportId", new UuidShape()));
    all.addAll(List.of(members));
    return ObjectShape.of(
        Member.required(
            "results", ArrayShape.of(ObjectShape.of(all.toArray(Member[]::new)), 1, most)));
  }

  /** Returns the answer with the results of reports, each in the place of its report. */
  static <T> Answer answer(List<ReportId> reports, List<T> results, ResultWriter<T> writer) {
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("results");
          for (int i = 0; i < reports.size(); i++) {
            out.writeStartObject();
            out.writeStringField("reportId", reports.get(i).toString());
            writer.write(results.get(i), out);
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }
}
