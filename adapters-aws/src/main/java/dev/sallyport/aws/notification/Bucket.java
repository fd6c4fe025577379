package dev.sallyport.aws.notification;

import java.util.regex.Pattern;

/**
 * A bucket by its name.
 *
 * @param partition {@code aws}, {@code aws-cn} or another
 * @param name as S3 allows it
 */
public record Bucket(String partition, String name) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern PARTITION = Pattern.compile("aws(-[a-z]{2,8}){0,3}");

  /** Rejects what is no name. */
  public Bucket {
    if (!NAME.matcher(name).matches() || !PARTITION.matcher(partition).matches()) {
      throw new IllegalArgumentException("not the name of a bucket");
    }
  }

  /** Returns the bucket's ARN. */
  public String arn() {
    return "arn:" + partition + ":s3:::" + name;
  }
}
