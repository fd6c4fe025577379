package dev.sallyport.aws.report;

import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.domain.report.IssueField;
import dev.sallyport.domain.report.IssueTemplate;
import dev.sallyport.domain.report.ReportAttribute;
import dev.sallyport.domain.report.TrackerMapping;
import dev.sallyport.domain.report.TrackerProject;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes the mapping as one item. */
final class TrackerMappingCodec {
  static final String VERSION = "version";

  /** Where the mapping is. */
  static final Map<String, AttributeValue> KEY =
      Map.of(
          TableDefinitions.TRIAGE.partition(), AttributeValue.fromS("tracker"),
          TableDefinitions.TRIAGE.sort().orElseThrow(), AttributeValue.fromS("mapping"));

  private TrackerMappingCodec() {}

  static Map<String, AttributeValue> encode(TrackerMapping mapping) {
    ItemWriter item = new ItemWriter();
    KEY.forEach(item::value);
    return item.number(VERSION, mapping.version())
        .text("mode", mapping.mode().name())
        .values("routes", mapping.routes().stream().map(TrackerMappingCodec::encode).toList())
        .text("otherwise", mapping.otherwise().map(TrackerProject::key))
        .text("type", mapping.type())
        .text("summary", mapping.summary().text())
        .text("description", mapping.description().text())
        .values("fields", mapping.fields().stream().map(TrackerMappingCodec::encode).toList())
        .toItem();
  }

  private static AttributeValue encode(TrackerMapping.Route route) {
    return new ItemWriter()
        .text("attribute", route.attribute().name())
        .text("value", route.value())
        .text("project", route.project().key())
        .toValue();
  }

  private static AttributeValue encode(IssueField field) {
    return new ItemWriter()
        .text("id", field.id())
        .text("kind", field.kind().name())
        .text("template", field.template().text())
        .toValue();
  }

  static TrackerMapping decode(Map<String, AttributeValue> item) {
    return ItemReader.decode("the mapping of the tracker", item, TrackerMappingCodec::mapping);
  }

  private static TrackerMapping mapping(ItemReader item) {
    return new TrackerMapping(
        TrackerMapping.Mode.valueOf(item.text("mode")),
        item.values("routes").stream().map(ItemReader::of).map(TrackerMappingCodec::route).toList(),
        item.text("otherwise", TrackerProject::new),
        item.text("type"),
        new IssueTemplate(item.text("summary")),
        new IssueTemplate(item.text("description")),
        item.values("fields").stream().map(ItemReader::of).map(TrackerMappingCodec::field).toList(),
        item.number(VERSION));
  }

  private static TrackerMapping.Route route(ItemReader item) {
    return new TrackerMapping.Route(
        new ReportAttribute(item.text("attribute")),
        item.text("value"),
        new TrackerProject(item.text("project")));
  }

  private static IssueField field(ItemReader item) {
    return new IssueField(
        item.text("id"),
        IssueField.Kind.valueOf(item.text("kind")),
        new IssueTemplate(item.text("template")));
  }
}
