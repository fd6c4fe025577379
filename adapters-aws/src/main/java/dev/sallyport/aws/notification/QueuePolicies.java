package dev.sallyport.aws.notification;

/** The access policies of queues, as JSON; read and replaced as a whole. */
interface QueuePolicies {
  /**
   * Returns the policy, empty when there is none.
   *
   * @throws MissingResourceException when there is no such queue
   */
  String read(String queueArn);

  /**
   * Replaces the policy.
   *
   * @param policy empty to remove it
   * @throws MissingResourceException when there is no such queue
   */
  void replace(String queueArn, String policy);
}
