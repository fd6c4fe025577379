package dev.sallyport.lambda.settings;

/** What a function may have to be told; each function names what it needs, and no more. */
public enum Part {
  /** Whose tokens are accepted. */
  TOKENS,
  /** Where Amazon's services are. */
  AWS,
  /** Who signs users in. */
  DIRECTORY,
  /** Where secrets are. */
  SECRETS,
  /** The key of page tokens, which lies among the secrets. */
  PAGE_TOKENS,
  /** Which tables there are. */
  TABLES,
  /** Which buckets there are. */
  BUCKETS,
  /** The queue of announced objects. */
  SANITIZATION_QUEUE,
  /** The queue of events. */
  AUDIT_QUEUE,
  /** The queue of reports to be counted. */
  HEAT_MAP_QUEUE,
  /** The queue of reports that may become issues. */
  TRACKER_QUEUE,
  /** The bucket of what everybody may see. */
  ASSETS,
  /** Where everybody sees it. */
  PUBLIC_ASSETS,
  /** The queue of uploads that may become pictures. */
  RENDITIONS_QUEUE,
  /** The queue of what profiles count. */
  ACTIVITY_QUEUE,
  /** The queue of announced pictures. */
  PICTURES_QUEUE,
  /** All of the queues. */
  EVERY_QUEUE,
  /** Whose pages may call. */
  CORS,
  /** What strangers may send. */
  UPLOADS,
  /** What passes. */
  CHECKS
}
