package dev.sallyport.aws.notification;

/** The notifications of buckets, which can be read and replaced as a whole and never in part. */
interface BucketNotifications {
  /**
   * Returns what is configured now.
   *
   * @throws MissingResourceException when there is no such bucket
   */
  NotificationTable read(String bucket);

  /**
   * Replaces whatever is configured; S3 knows no condition.
   *
   * @throws RefusedException when S3 does not take it: two entries overlap, or a queue does not let
   *     S3 send to it (perhaps not yet)
   * @throws MissingResourceException when there is no such bucket
   */
  void replace(String bucket, NotificationTable table);
}
