package dev.sallyport.benchmarks.s3;

import dev.sallyport.benchmarks.frame.Role;

/** What becomes of attachments, and where they lie. */
enum Mode {
  /** Sanitized, from one bucket of an S3 server to another. */
  S3("Sallyport, buckets of S3", Role.OURS),
  /** Sanitized likewise in the embedded store, which keeps such objects in files. */
  EMBEDDED("Sallyport, embedded store", Role.OURS),
  /** Looked into by nobody: the same S3 server, fetched, hashed, put, deleted. */
  COPY("floor: copied and hashed", Role.FLOOR);

  private final String label;
  private final Role role;

  Mode(String label, Role role) {
    this.label = label;
    this.role = role;
  }

  String label() {
    return label;
  }

  Role role() {
    return role;
  }
}
