package dev.sallyport.contract.http;

/**
 * All that the product keeps over HTTP.
 *
 * <p>The product behind it has the default policies, a report form that the tests may replace, no
 * limit on the rate of requests, and judges evidence within seconds. The tests ask for fewer than
 * 100 forms.
 */
public interface HttpContract
    extends AccessHttpContract,
        UploadHttpContract,
        EvidenceHttpContract,
        SubmissionHttpContract,
        TriageHttpContract,
        CommentHttpContract,
        ErasureHttpContract,
        ResanitizeHttpContract,
        MigrationHttpContract,
        QueueHttpContract,
        SlaHttpContract,
        TrackerHttpContract,
        ProfileHttpContract {}
