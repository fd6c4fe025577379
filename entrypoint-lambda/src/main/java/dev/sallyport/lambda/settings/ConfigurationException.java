package dev.sallyport.lambda.settings;

import java.util.List;

/** A function cannot start as it was told; the message names every mistake and quotes no secret. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConfigurationException(List<String> mistakes) {
    super(String.join("; ", mistakes));
  }
}
