package dev.sallyport.benchmarks.sanitize;

import dev.sallyport.application.attachment.GrantResult;
import dev.sallyport.application.attachment.UploadForm;
import dev.sallyport.application.attachment.UploadItem;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Results;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.AttachmentState;
import dev.sallyport.domain.attachment.Declaration;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.http.worker.WorkerPool;
import dev.sallyport.http.worker.WorkerSettings;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.ObjectUpload;
import dev.sallyport.inmemory.storage.ObjectVersion;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The whole way of an attachment: grant, upload into the embedded store, event, queue, worker,
 * verdict. As many senders as workers, each of which waits for its verdict before it sends again,
 * so that one worker means one attachment at a time.
 */
final class Pipeline implements AutoCloseable {
  private static final Duration STOP_TIME = Duration.ofSeconds(10);
  private static final QuotaAccount SENDER = QuotaAccount.of(InetAddress.ofLiteral("192.0.2.1"));

  private final PipelineComponent parts;
  private final Verdicts verdicts;
  private final WorkerPool workers;
  private final ExecutorService senders;
  private final int concurrency;

  Pipeline(PipelineComponent parts, Verdicts verdicts, int concurrency) {
    this.parts = parts;
    this.verdicts = verdicts;
    this.concurrency = concurrency;
    this.senders = Executors.newFixedThreadPool(concurrency);
    this.workers =
        new WorkerPool(
            parts.operations(),
            parts.queues().byName().values(),
            WorkerSettings.of(concurrency),
            STOP_TIME,
            verdicts);
    workers.start();
  }

  /** Returns the seconds from the first grant to the last verdict, when each sender sends all. */
  double pass(List<Sample> samples) {
    List<Future<List<AttachmentId>>> passes = new ArrayList<>();
    long begin = System.nanoTime();
    for (int i = 0; i < concurrency; i++) {
      passes.add(senders.submit(() -> samples.stream().map(this::send).toList()));
    }
    List<AttachmentId> sent = new ArrayList<>();
    for (Future<List<AttachmentId>> pass : passes) {
      sent.addAll(Results.of(pass, "an attachment did not get to its verdict"));
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    sent.forEach(this::forget);
    return seconds;
  }

  private AttachmentId send(Sample sample) {
    List<UploadItem> items = List.of(new UploadItem(Declaration.none(), true));
    AttachmentId id =
        switch (parts.grantUploads().grant(items, SENDER)) {
          case GrantResult.Granted(var _, List<UploadForm> forms) -> forms.getFirst().id();
          case GrantResult.QuotaExceeded _, GrantResult.QuarantineFull _ ->
              throw new BenchmarkFailedException("a grant was refused");
        };
    try (ObjectUpload upload =
        parts.objects().begin(Bucket.QUARANTINE, id.quarantineKey().value())) {
      upload.write(sample.bytes(), 0, sample.bytes().length);
      upload.commit(new ObjectVersion.Attributes(sample.type(), true));
    }
    verdicts.await();
    return id;
  }

  /** Clean bytes would fill the store; to delete them is no part of the way. */
  private void forget(AttachmentId id) {
    AttachmentState state = parts.ledger().find(id).orElseThrow().state();
    if (state instanceof AttachmentState.Judged judged) {
      judged
          .judgement()
          .output()
          .ifPresent(output -> parts.attachments().deleteClean(output.key()));
    }
  }

  @Override
  public void close() {
    senders.close();
    workers.close();
  }
}
