package dev.sallyport.operations.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.domain.report.IssueField;
import dev.sallyport.domain.report.IssueTemplate;
import dev.sallyport.domain.report.ReportAttribute;
import dev.sallyport.domain.report.TrackerMapping;
import dev.sallyport.domain.report.TrackerMapping.Mode;
import dev.sallyport.domain.report.TrackerMapping.Route;
import dev.sallyport.domain.report.TrackerProject;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.Findings;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.WordShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How reports become issues as JSON, read and written alike. */
final class TrackerMappingJson {
  private static final String PLACES =
      "A text with [attribute] for what a report says, and [[ for a bracket.";

  private static final TextShape PROJECT =
      TextShape.of(TrackerProject.FORM, 80, "the key of a project, such as GAME");

  private static final Member MODE =
      Member.required("mode", WordShape.of(Mode.class))
          .says("AUTOMATIC makes an issue of every report that is accepted.");

  private static final Member ROUTES =
      Member.required(
              "routes",
              ArrayShape.of(
                  ObjectShape.of(
                      Member.required("attribute", TextShape.line(ReportAttribute.MAX_NAME)),
                      Member.required("value", TextShape.text(0, TrackerMapping.MAX_VALUE)),
                      Member.required("project", PROJECT)),
                  0,
                  TrackerMapping.MAX_ROUTES))
          .says("The first whose attribute has the value decides.");

  private static final Member OTHERWISE =
      Member.optional("project", PROJECT)
          .says("Where reports go that no route fits; without it they become no issues.");

  private static final Member TYPE =
      Member.required("issueType", TextShape.line(TrackerMapping.MAX_TYPE));

  private static final Member SUMMARY =
      Member.required("summary", TextShape.line(IssueTemplate.MAX_TEXT)).says(PLACES);

  private static final Member DESCRIPTION =
      Member.required("description", TextShape.text(0, IssueTemplate.MAX_TEXT)).says(PLACES);

  private static final Member FIELDS =
      Member.required(
          "fields",
          ArrayShape.of(
              ObjectShape.of(
                  Member.required(
                      "field",
                      TextShape.of(
                          IssueField.FORM, 22, "customfield_ and digits, environment or priority")),
                  Member.required("kind", WordShape.of(IssueField.Kind.class)),
                  Member.required("template", TextShape.text(0, IssueTemplate.MAX_TEXT))
                      .says(PLACES)),
              0,
              TrackerMapping.MAX_FIELDS));

  /** What a change takes. */
  static final Shape CHANGE =
      ObjectShape.of(MODE, ROUTES, OTHERWISE, TYPE, SUMMARY, DESCRIPTION, FIELDS);

  /** What a mapping shows. */
  static final Shape SHAPE =
      ObjectShape.of(
          MODE,
          ROUTES,
          OTHERWISE,
          TYPE,
          SUMMARY,
          DESCRIPTION,
          FIELDS,
          Member.required("version", new IntegerShape(0, Long.MAX_VALUE)));

  private TrackerMappingJson() {}

  /** Maps a body; returns nothing when the findings have grown. */
  static Optional<TrackerMapping> map(JsonObject body, Findings findings) {
    List<Route> routes = routes(body.list("routes", JsonObject.class), findings);
    Optional<IssueTemplate> summary = template("summary", body, findings);
    Optional<IssueTemplate> description = template("description", body, findings);
    List<IssueField> fields = fields(body.list("fields", JsonObject.class), findings);
    if (!findings.isEmpty()) {
      return Optional.empty();
    }
    int length =
        summary.orElseThrow().text().length()
            + description.orElseThrow().text().length()
            + fields.stream().mapToInt(field -> field.template().text().length()).sum();
    if (length > TrackerMapping.MAX_TEMPLATES) {
      findings.addAt(
          "fields",
          "too_long",
          "all templates have more than " + TrackerMapping.MAX_TEMPLATES + " characters");
      return Optional.empty();
    }
    return Optional.of(
        new TrackerMapping(
            body.get("mode", Mode.class),
            routes,
            body.find("project", String.class).map(TrackerProject::new),
            body.text("issueType"),
            summary.orElseThrow(),
            description.orElseThrow(),
            fields,
            0));
  }

  private static List<Route> routes(List<JsonObject> bodies, Findings findings) {
    List<Route> routes = new ArrayList<>();
    findings.enter("routes");
    for (int i = 0; i < bodies.size(); i++) {
      findings.enter(i);
      JsonObject body = bodies.get(i);
      String attribute = body.text("attribute");
      if (ReportAttribute.isName(attribute)) {
        routes.add(
            new Route(
                new ReportAttribute(attribute),
                body.text("value"),
                new TrackerProject(body.text("project"))));
      } else {
        findings.addAt("attribute", "unknown_attribute", "names nothing that a report says");
      }
      findings.leave();
    }
    findings.leave();
    return routes;
  }

  private static List<IssueField> fields(List<JsonObject> bodies, Findings findings) {
    List<IssueField> fields = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    findings.enter("fields");
    for (int i = 0; i < bodies.size(); i++) {
      findings.enter(i);
      JsonObject body = bodies.get(i);
      String id = body.text("field");
      if (!seen.add(id)) {
        findings.addAt("field", "duplicate", "stands there already");
      }
      template("template", body, findings)
          .map(text -> new IssueField(id, body.get("kind", IssueField.Kind.class), text))
          .ifPresent(fields::add);
      findings.leave();
    }
    findings.leave();
    return fields;
  }

  private static Optional<IssueTemplate> template(String name, JsonObject body, Findings findings) {
    String text = body.text(name);
    Optional<String> fault = IssueTemplate.fault(text);
    if (fault.isPresent()) {
      findings.addAt(name, "bad_template", fault.get());
      return Optional.empty();
    }
    return Optional.of(new IssueTemplate(text));
  }

  /** Writes what {@link #SHAPE} says. */
  static void write(TrackerMapping mapping, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("mode", mapping.mode().name());
    out.writeArrayFieldStart("routes");
    for (Route route : mapping.routes()) {
      out.writeStartObject();
      out.writeStringField("attribute", route.attribute().name());
      out.writeStringField("value", route.value());
      out.writeStringField("project", route.project().key());
      out.writeEndObject();
    }
    out.writeEndArray();
    if (mapping.otherwise().isPresent()) {
      out.writeStringField("project", mapping.otherwise().get().key());
    }
    out.writeStringField("issueType", mapping.type());
    out.writeStringField("summary", mapping.summary().text());
    out.writeStringField("description", mapping.description().text());
    out.writeArrayFieldStart("fields");
    for (IssueField field : mapping.fields()) {
      out.writeStartObject();
      out.writeStringField("field", field.id());
      out.writeStringField("kind", field.kind().name());
      out.writeStringField("template", field.template().text());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeNumberField("version", mapping.version());
    out.writeEndObject();
  }
}
