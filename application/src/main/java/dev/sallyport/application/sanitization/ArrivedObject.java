package dev.sallyport.application.sanitization;

import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.VersionId;

/**
 * What an object-created event says: something has arrived in quarantine.
 *
 * @param key decoded, and otherwise whatever stood in the event
 * @param version which version arrived
 * @param size how many bytes it has
 */
public record ArrivedObject(String key, VersionId version, DataSize size) {}
