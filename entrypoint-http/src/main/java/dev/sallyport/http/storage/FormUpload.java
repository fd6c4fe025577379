package dev.sallyport.http.storage;

import dev.sallyport.domain.attachment.policy.PostForm;
import dev.sallyport.domain.attachment.policy.PostPolicyVerifier;
import dev.sallyport.domain.attachment.policy.PostVerdict;
import dev.sallyport.domain.attachment.policy.S3Error;
import dev.sallyport.domain.attachment.policy.SigningKeys;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.InMemoryObjectStore;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.ObjectUpload;
import dev.sallyport.inmemory.storage.ObjectVersion;
import dev.sallyport.inmemory.storage.StorageIdentity.Action;
import dev.sallyport.inmemory.storage.StorageKeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes a signed form: everything that can be checked is checked before the file's first byte is
 * taken, the rest while it streams; the object exists only when nothing was wrong to the last byte.
 */
final class FormUpload {
  private final InMemoryObjectStore store;
  private final StorageKeys keys;
  private final InMemoryStorageConfig config;
  private final PostPolicyVerifier verifier;
  private final Clock clock;

  FormUpload(
      InMemoryObjectStore store, StorageKeys keys, InMemoryStorageConfig config, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.config = config;
    this.verifier = new PostPolicyVerifier(new SigningKeys(), InMemoryStorageConfig.REGION);
    this.clock = clock;
  }

  /**
   * Reads the form and answers it.
   *
   * @param bucketName as the path has it
   */
  void accept(HttpServletRequest request, HttpServletResponse response, String bucketName)
      throws IOException {
    long length = request.getContentLengthLong();
    if (length < 0) {
      throw new S3Refusal(S3Error.MISSING_CONTENT_LENGTH);
    }
    String boundary = FormReader.boundary(Optional.ofNullable(request.getContentType()));
    MultipartReader body = new MultipartReader(request.getInputStream(), boundary, length);
    PostVerdict.Accepted accepted = verified(FormReader.read(bucketName, body));
    Bucket bucket = allowed(accepted, bucketName);
    WriteTerms terms = WriteTerms.of(accepted.fields());
    SuccessAnswer answer = SuccessAnswer.of(accepted.fields());
    // What is left holds at most this much that is not the file.
    if (length - body.consumed() - 2L * MultipartReader.LONGEST_HEAD > accepted.maxBytes()) {
      throw new S3Refusal(S3Error.ENTITY_TOO_LARGE);
    }
    answer.send(response, stored(body, bucket, accepted, terms), config);
  }

  private PostVerdict.Accepted verified(PostForm form) {
    return switch (verifier.verify(form, keys, clock.instant())) {
      case PostVerdict.Refused(S3Error error) -> throw new S3Refusal(error);
      case PostVerdict.Accepted accepted -> accepted;
    };
  }

  private Bucket allowed(PostVerdict.Accepted accepted, String bucketName) {
    Bucket bucket =
        Bucket.named(bucketName).orElseThrow(() -> new S3Refusal(S3Error.NO_SUCH_BUCKET));
    return keys.identity(accepted.accessKeyId())
        .filter(identity -> identity.may(Action.POST, bucket))
        .map(_ -> bucket)
        .orElseThrow(() -> new S3Refusal(S3Error.ACCESS_DENIED));
  }

  private ObjectVersion stored(
      MultipartReader body, Bucket bucket, PostVerdict.Accepted accepted, WriteTerms terms)
      throws IOException {
    try (ObjectUpload upload = store.begin(bucket, accepted.key())) {
      body.file((bytes, from, count) -> {
        if (upload.size() + count > accepted.maxBytes()) {
          throw new S3Refusal(S3Error.ENTITY_TOO_LARGE);
        }
        upload.write(bytes, from, count);
      });
      if (upload.size() < accepted.minBytes()) {
        throw new S3Refusal(S3Error.ENTITY_TOO_SMALL);
      }
      body.finish();
      terms.check(upload.received());
      return upload.commit(terms.attributes());
    }
  }
}
