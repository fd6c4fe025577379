package dev.sallyport.domain.migration;

/**
 * Tells holders of a lease apart: each holder's is greater than those of all before it (<a
 * href="https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html">fencing</a>). A
 * write that shows the token of an earlier holder is refused.
 *
 * @param value from 1
 */
public record FencingToken(long value) {
  /** Rejects what no lease hands out. */
  public FencingToken {
    if (value < 1) {
      throw new IllegalArgumentException("tokens count from 1");
    }
  }
}
