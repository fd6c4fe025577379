package dev.sallyport.benchmarks.frame;

/** What a row of a result stands for. */
public enum Role {
  /** The product; the first such row of a group is what the others are compared with. */
  OURS,
  /** Somebody else's way of doing the same. */
  PEER,
  /** The least work that the task can cost, written by hand without any check. */
  FLOOR,
  /** A part of the product's own work, measured alone. */
  PART
}
