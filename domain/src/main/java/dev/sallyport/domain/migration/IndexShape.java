package dev.sallyport.domain.migration;

/**
 * A further way to find the records of a table.
 *
 * @param name its name
 * @param key how it finds them
 * @param whole whether it holds whole records; if not, it says only which ones there are
 */
public record IndexShape(SchemaName name, RecordKey key, boolean whole) {}
