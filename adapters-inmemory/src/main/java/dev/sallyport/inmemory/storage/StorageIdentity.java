package dev.sallyport.inmemory.storage;

/**
 * Who may do what to which bucket over the wire; everything else is denied to everyone.
 *
 * <p>Nobody may both write to a bucket and read from it.
 */
public enum StorageIdentity {
  /** Signs the forms that strangers post. */
  UPLOADER,
  /** Reads what strangers sent and writes what it made of it. */
  SANITIZER,
  /** Signs the URLs that triagers' browsers read. */
  READER;

  /** What can be asked of a bucket. */
  public enum Action {
    /** Storing an object by a form. */
    POST,
    /** Reading an object or what is known of it. */
    READ,
    /** Storing an object by a presigned URL. */
    PUT
  }

  /** Tells whether this identity may. */
  public boolean may(Action action, Bucket bucket) {
    return switch (this) {
      case UPLOADER -> action == Action.POST && bucket == Bucket.QUARANTINE;
      case SANITIZER -> bucket == Bucket.QUARANTINE ? action == Action.READ : action == Action.PUT;
      case READER -> action == Action.READ && bucket != Bucket.QUARANTINE;
    };
  }
}
