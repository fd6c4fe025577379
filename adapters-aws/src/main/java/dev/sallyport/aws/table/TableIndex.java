package dev.sallyport.aws.table;

/**
 * A global secondary index, which holds keys only.
 *
 * @param name its name
 * @param key its key
 */
public record TableIndex(String name, TableKey key) {}
