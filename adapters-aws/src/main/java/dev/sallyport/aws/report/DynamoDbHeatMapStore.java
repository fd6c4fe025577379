package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.HeatMapStore;
import dev.sallyport.aws.table.IndexRange;
import dev.sallyport.aws.table.IndexRange.Bounds;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.domain.report.HeatTile;
import dev.sallyport.domain.report.MappedArea;
import dev.sallyport.domain.report.MappedArea.Bin;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.Severity;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Keeps the counters of each row of bins in one item, an attribute {@code c<column>} for each: a
 * day and severity is at most 256 items of 3 KB, read in one query. That a report was counted is a
 * mark on the report itself, so it takes no room of its own and goes with the report.
 */
final class DynamoDbHeatMapStore implements HeatMapStore {
  private static final String OWNER = TableDefinitions.TRIAGE.partition();
  private static final String PLACE = TableDefinitions.TRIAGE.sort().orElseThrow();
  private static final String ROW = "row#";
  private static final String COLUMN = "c";

  private final TableReads reads;
  private final TableTransactions transactions;
  private final String table;
  private final String reports;

  @Inject
  DynamoDbHeatMapStore(TableReads reads, TableTransactions transactions, TableSettings settings) {
    this.reads = reads;
    this.transactions = transactions;
    this.table = settings.triage();
    this.reports = settings.reports();
  }

  @Override
  public boolean count(ReportId report, HeatTile tile) {
    return switch (transactions.write("heat maps", List.of(mark(report), add(tile)))) {
      case TransactionOutcome.Applied _ -> true;
      case TransactionOutcome.Refused _ -> false;
    };
  }

  private TransactWriteItem mark(ReportId report) {
    Update update =
        Update.builder()
            .tableName(reports)
            .key(TableReads.key(ReportCodec.itemId(report)))
            .updateExpression("SET #counted = :yes")
            .conditionExpression("attribute_exists(id) AND attribute_not_exists(#counted)")
            .expressionAttributeNames(Map.of("#counted", "heatCounted"))
            .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true)))
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  private TransactWriteItem add(HeatTile tile) {
    Update update =
        Update.builder()
            .tableName(table)
            .key(
                Map.of(
                    OWNER,
                    AttributeValue.fromS(owner(tile.area(), tile.day(), tile.severity())),
                    PLACE,
                    AttributeValue.fromS(row(tile.bin().row()))))
            .updateExpression("ADD #column :one")
            .expressionAttributeNames(Map.of("#column", COLUMN + tile.bin().column()))
            .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  private static String owner(MappedArea area, LocalDate day, Severity severity) {
    return "heat#" + area.key() + "#" + day + "#" + severity;
  }

  private static String row(int number) {
    return ROW + String.format(Locale.ROOT, "%03d", number);
  }

  @Override
  public SortedMap<Bin, Long> counts(MappedArea area, LocalDate day, Severity severity) {
    IndexRange rows =
        IndexRange.of(
            table,
            TableDefinitions.TRIAGE,
            List.of(owner(area, day, severity)),
            new Bounds.Ascending(row(0), row(MappedArea.MAX_BINS)));
    SortedMap<Bin, Long> counts = new TreeMap<>();
    for (Map<String, AttributeValue> item : reads.first(rows, MappedArea.MAX_BINS)) {
      counts.putAll(ItemReader.decode("a row of a heat map", item, DynamoDbHeatMapStore::row));
    }
    return counts;
  }

  private static SortedMap<Bin, Long> row(ItemReader item) {
    int row = Integer.parseInt(item.text(PLACE).substring(ROW.length()));
    SortedMap<Bin, Long> counts = new TreeMap<>();
    for (String name : item.all().keySet()) {
      if (name.startsWith(COLUMN)) {
        int column = Integer.parseInt(name.substring(COLUMN.length()));
        counts.put(new Bin(column, row), item.number(name));
      }
    }
    return counts;
  }
}
