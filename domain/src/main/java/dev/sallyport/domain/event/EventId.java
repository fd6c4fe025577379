package dev.sallyport.domain.event;

import java.util.UUID;

/**
 * Names one event for good, so that a consumer can tell a redelivery from news.
 *
 * @param value the UUID
 */
public record EventId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
