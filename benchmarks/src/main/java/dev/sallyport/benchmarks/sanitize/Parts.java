package dev.sallyport.benchmarks.sanitize;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.sanitization.port.ContentSniffer.Sniffed;
import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.InMemoryObjectStore;
import dev.sallyport.inmemory.storage.ObjectUpload;
import dev.sallyport.inmemory.storage.ObjectVersion;
import dev.sallyport.inmemory.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The work that no pipeline can avoid, one step after the other on one thread, each timed alone.
 * Has a store of its own that tells nobody of arrivals.
 */
final class Parts implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final PipelineComponent parts;
  private final InMemoryObjectStore objects;
  private final IdGenerator ids;
  private final Clock clock;
  private final SanitizationPolicy policy = SanitizationPolicy.defaults();
  private final Map<Step, Double> seconds = new EnumMap<>(Step.class);

  /** What is done with each attachment, in this order. */
  enum Step {
    /** Bytes into the embedded store, which digests them. */
    RECEIVE("receiving"),
    /** Out of the store into a scratch, and their digest. */
    FETCH("fetching and hashing"),
    /** What they are. */
    SNIFF("sniffing"),
    /** Parsed and written anew. */
    REBUILD("rebuilding"),
    /** Digest of the new bytes, and into the clean bucket, which checks it. */
    STORE("hashing and storing");

    private final String label;

    Step(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  Parts(PipelineComponent parts, IdGenerator ids, Clock clock) {
    this.parts = parts;
    this.ids = ids;
    this.clock = clock;
    this.objects = new InMemoryObjectStore(parts.storageConfig(), _ -> {}, ids, clock);
  }

  /** Takes each sample through all steps and returns the seconds of each step. */
  Map<Step, Double> pass(List<Sample> samples) {
    for (Step step : Step.values()) {
      seconds.put(step, 0.0);
    }
    for (Sample sample : samples) {
      try {
        take(sample);
      } catch (IOException e) {
        throw new BenchmarkFailedException("a sample could not be rebuilt", e);
      }
    }
    return new EnumMap<>(seconds);
  }

  private void take(Sample sample) throws IOException {
    String key = new AttachmentId(ids.newId()).quarantineKey().value();
    long begin = System.nanoTime();
    ObjectVersion version = receive(sample, key);
    begin = add(Step.RECEIVE, begin);
    try (Scratch original = parts.scratches().open(version.size());
        Scratch clean = parts.scratches().open(policy.largestOutput(version.size()))) {
      Content content = fetch(version, original);
      begin = add(Step.FETCH, begin);
      FileType type = sniff(content);
      begin = add(Step.SNIFF, begin);
      FileType made = rebuild(content, type, clean);
      begin = add(Step.REBUILD, begin);
      Judgement.Output output = store(key, made, clean.content());
      add(Step.STORE, begin);
      parts.attachments().deleteClean(output.key());
    }
    objects.deleteAll(Bucket.QUARANTINE, key);
  }

  private long add(Step step, long begin) {
    long now = System.nanoTime();
    seconds.merge(step, (now - begin) / 1e9, Double::sum);
    return now;
  }

  private ObjectVersion receive(Sample sample, String key) {
    try (ObjectUpload upload = objects.begin(Bucket.QUARANTINE, key)) {
      upload.write(sample.bytes(), 0, sample.bytes().length);
      return upload.commit(new ObjectVersion.Attributes(sample.type(), true));
    }
  }

  private Content fetch(ObjectVersion version, Scratch scratch) throws IOException {
    byte[] buffer = new byte[BUFFER];
    StoredObject object =
        objects.find(version.bucket(), version.key(), version.version()).orElseThrow();
    try (InputStream in = object.open(0)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        scratch.sink().write(buffer, 0, n);
      }
    }
    Content content = scratch.content();
    content.sha256();
    return content;
  }

  private FileType sniff(Content content) throws IOException {
    return switch (parts.sniffer().sniff(content)) {
      case Sniffed.Recognised(FileType type) -> type;
      case Sniffed.Refused(var reason) ->
          throw new BenchmarkFailedException("a sample was refused: " + reason);
    };
  }

  private FileType rebuild(Content content, FileType type, Scratch clean) throws IOException {
    ContentRebuilder rebuilder =
        parts.rebuilders().stream().filter(r -> r.types().contains(type)).findFirst().orElseThrow();
    Deadline deadline = Deadline.after(policy.deadline(), clock);
    return switch (rebuilder.rebuild(content, type, policy, deadline, clean.sink())) {
      case Rebuilt.Done(FileType made, var _, var _) -> made;
      case Rebuilt.Refused(var reason) ->
          throw new BenchmarkFailedException("a sample was refused: " + reason);
    };
  }

  private Judgement.Output store(String key, FileType made, Content clean) {
    Judgement.Output output =
        new Judgement.Output(
            new ObjectKey(key + "/" + clean.sha256()), made, clean.size(), clean.sha256(), false);
    parts.attachments().writeClean(output, clean);
    return output;
  }

  @Override
  public void close() {
    objects.close();
  }
}
