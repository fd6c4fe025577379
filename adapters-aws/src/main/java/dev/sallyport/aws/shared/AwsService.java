package dev.sallyport.aws.shared;

/** The services that adapters of this family call. */
public enum AwsService {
  /** Objects. */
  S3,
  /** Queues. */
  SQS,
  /** Tables. */
  DYNAMODB,
  /** Users. */
  COGNITO,
  /** Topics. */
  SNS,
  /** Secrets. */
  SECRETS_MANAGER
}
