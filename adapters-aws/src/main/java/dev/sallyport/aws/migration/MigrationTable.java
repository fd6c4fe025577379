package dev.sallyport.aws.migration;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.table.IndexRange;
import dev.sallyport.aws.table.IndexRange.Bounds;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableShape;
import dev.sallyport.aws.table.TableShapes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * The table that migrations keep about themselves. Nobody else can make it, for they make all
 * others: whoever takes the lease does. Until then there is nothing in it.
 */
final class MigrationTable {
  /** Some seconds, which is what a new table takes. */
  private static final int PATIENCE = 8;

  private final TableShapes shapes;
  private final TableReads reads;
  private final TableSettings settings;

  @Inject
  MigrationTable(TableShapes shapes, TableReads reads, TableSettings settings) {
    this.shapes = shapes;
    this.reads = reads;
    this.settings = settings;
  }

  String name() {
    return settings.migrations();
  }

  /**
   * Makes it, unless it is there.
   *
   * @throws PortUnavailableException when it cannot be used yet; asking again is fine
   */
  void make() {
    Optional<TableShape> there = shapes.find(name());
    if (there.isEmpty()) {
      shapes.create(TableDefinitions.migrations(settings));
    }
    for (int tries = 0; tries < PATIENCE; tries++) {
      if (shapes.await(() -> shapes.find(name()).filter(TableShape::isReady).isPresent())) {
        return;
      }
    }
    throw new PortUnavailableException("the table of migrations is not ready yet", null);
  }

  /** Returns an item as it is now. */
  Optional<Map<String, AttributeValue>> find(String place) {
    try {
      return reads.find(name(), MigrationItems.key(place));
    } catch (PortUnavailableException e) {
      requireAbsent(e);
      return Optional.empty();
    }
  }

  /** Returns items in the order of their places, as they are now. */
  List<Map<String, AttributeValue>> between(String from, String to, int count) {
    IndexRange range =
        IndexRange.of(
            name(),
            TableDefinitions.MIGRATIONS,
            List.of(MigrationItems.SHARD),
            new Bounds.Ascending(from, to));
    try {
      return reads.first(range, count);
    } catch (PortUnavailableException e) {
      requireAbsent(e);
      return List.of();
    }
  }

  private static void requireAbsent(PortUnavailableException e) {
    if (!(e.getCause() instanceof ResourceNotFoundException)) {
      throw e;
    }
  }
}
