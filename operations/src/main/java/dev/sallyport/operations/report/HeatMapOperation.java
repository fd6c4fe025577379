package dev.sallyport.operations.report;

import dev.sallyport.application.report.ShowHeatMap;
import dev.sallyport.application.report.ShowHeatMap.Days;
import dev.sallyport.application.report.port.HeatMapPainter;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.report.HeatMap;
import dev.sallyport.domain.report.MappedArea;
import dev.sallyport.domain.report.Position;
import dev.sallyport.domain.report.Severity;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Parameter;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.NumberShape;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.Violation;
import dev.sallyport.operations.json.WordShape;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows where reports came from, as numbers or as a picture. */
final class HeatMapOperation {
  private static final String PNG = "image/png";
  private static final int MAX_ACCEPT = 1000;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9000;
  private static final IntegerShape COUNT = new IntegerShape(1, Long.MAX_VALUE);
  private static final IntegerShape SIDE = new IntegerShape(1, MappedArea.MAX_BINS);
  private static final IntegerShape INDEX = new IntegerShape(0, MappedArea.MAX_BINS - 1);
  private static final TextShape DAY =
      TextShape.of("\\d{4}-\\d{2}-\\d{2}", 10, "a day such as 2026-11-21");

  private static final Shape HEAT_MAP =
      ObjectShape.of(
          Member.required("map", TextShape.line(Position.MAX_MAP)),
          Member.required("from", DAY),
          Member.required("to", DAY),
          Member.required("minX", new NumberShape()).says("Where column 0 begins."),
          Member.required("minY", new NumberShape()).says("Where row 0 begins."),
          Member.required("maxX", new NumberShape()),
          Member.required("maxY", new NumberShape()),
          Member.required("columns", SIDE),
          Member.required("rows", SIDE),
          Member.required("total", new IntegerShape(0, Long.MAX_VALUE)),
          Member.required(
                  "bins",
                  ArrayShape.of(
                      ObjectShape.of(
                          Member.required("column", INDEX),
                          Member.required("row", INDEX),
                          Member.required("count", COUNT)),
                      0,
                      MappedArea.MAX_BINS * MappedArea.MAX_BINS))
              .says("Row by row; those without reports are left out."));

  private final ShowHeatMap showHeatMap;
  private final HeatMapPainter painter;

  @Inject
  HeatMapOperation(ShowHeatMap showHeatMap, HeatMapPainter painter) {
    this.showHeatMap = showHeatMap;
    this.painter = painter;
  }

  HttpOperation operation() {
    return HttpOperation.of("showHeatMap", "GET", "/service/heatmaps/{map}", AccessRule.TRIAGER)
        .summary("Shows how many reports of some days came from where on a map.")
        .takes(Parameter.path("map", TextShape.line(Position.MAX_MAP), "A map that is counted."))
        .takes(Parameter.query("from", DAY, "First day in UTC; a week before to if left out."))
        .takes(
            Parameter.query(
                "to",
                DAY,
                "Last day in UTC, at most 31 days with from; today, or a week after from, if left"
                    + " out."))
        .takes(Parameter.query("severity", WordShape.of(Severity.class), "Only of this severity."))
        .takes(
            Parameter.header(
                "Accept",
                TextShape.text(0, MAX_ACCEPT),
                "image/png for a picture; numbers in JSON otherwise."))
        .answers(200, "The counts, as JSON or as a picture.", HEAT_MAP)
        .answersBytes(200, "The counts, as JSON or as a picture.", PNG)
        .refuses(ErrorCode.NOT_FOUND)
        .calls(this::show);
  }

  private Answer show(Call call) {
    List<Violation> violations = new ArrayList<>();
    Optional<LocalDate> from = day(call, "from", violations);
    Optional<LocalDate> to = day(call, "to", violations);
    if (!violations.isEmpty()) {
      return Answer.refuse(Problem.invalid(violations));
    }
    Optional<Days> days = showHeatMap.days(from, to);
    if (days.isEmpty()) {
      String parameter = to.isPresent() ? "to" : "from";
      return Answer.refuse(
          Problem.invalid(
              List.of(
                  Violation.ofParameter(parameter, "bad_range", "must be 1 to 31 days in all"))));
    }
    boolean asPicture =
        call.findParameter("Accept", String.class).filter(AcceptHeader::prefersPng).isPresent();
    return showHeatMap
        .show(
            call.parameter("map", String.class),
            days.get(),
            call.findParameter("severity", Severity.class))
        .map(map -> asPicture ? Answer.bytes(PNG, painter.png(map)) : json(map, days.get()))
        .orElseGet(() -> Answer.refuse(ErrorCode.NOT_FOUND));
  }

  private static Optional<LocalDate> day(Call call, String name, List<Violation> violations) {
    try {
      Optional<LocalDate> day = call.findParameter(name, String.class).map(LocalDate::parse);
      if (day.filter(d -> d.getYear() < FIRST_YEAR || d.getYear() > LAST_YEAR).isEmpty()) {
        return day;
      }
      violations.add(Violation.ofParameter(name, "bad_format", "must be a day of our time"));
      return Optional.empty();
    } catch (DateTimeException notADay) {
      violations.add(Violation.ofParameter(name, "bad_format", "must be a day of the calendar"));
      return Optional.empty();
    }
  }

  private static Answer json(HeatMap map, Days days) {
    MappedArea area = map.area();
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeStringField("map", area.map());
          out.writeStringField("from", days.from().toString());
          out.writeStringField("to", days.to().toString());
          out.writeNumberField("minX", area.minX());
          out.writeNumberField("minY", area.minY());
          out.writeNumberField("maxX", area.maxX());
          out.writeNumberField("maxY", area.maxY());
          out.writeNumberField("columns", area.columns());
          out.writeNumberField("rows", area.rows());
          out.writeNumberField("total", map.total());
          out.writeArrayFieldStart("bins");
          for (var entry : map.counts().entrySet()) {
            out.writeStartObject();
            out.writeNumberField("column", entry.getKey().column());
            out.writeNumberField("row", entry.getKey().row());
            out.writeNumberField("count", entry.getValue());
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }
}
