package dev.sallyport.benchmarks.s3;

import dev.sallyport.application.attachment.GrantResult;
import dev.sallyport.application.attachment.UploadForm;
import dev.sallyport.application.attachment.UploadItem;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.domain.attachment.Declaration;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import dev.sallyport.http.worker.WorkerPool;
import dev.sallyport.http.worker.WorkerSettings;
import dev.sallyport.operations.MessageOperation;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes many attachments from their grants to their verdicts. Nothing is looked at before all have
 * arrived: that is as many at once as there can be, and the worst for the heap.
 */
final class Sanitizer {
  private static final Duration STOP_TIME = Duration.ofSeconds(10);
  private static final long LEAST_PAUSE_MILLIS = 250;
  private static final long PAUSE_FACTOR = 4;
  private static final QuotaAccount SENDER = QuotaAccount.of(InetAddress.ofLiteral("192.0.2.1"));

  private final JudgingParts parts;
  private final MessageOperation operation;
  private final Function<ObjectKey, Ended> endings;
  private final HeapWatch heap = HeapWatch.start();
  private final List<ObjectKey> granted = new ArrayList<>();

  /**
   * Begins with nothing.
   *
   * @param operation what is done with each arrival
   * @param endings tells what became of an attachment after that was done
   */
  Sanitizer(JudgingParts parts, MessageOperation operation, Function<ObjectKey, Ended> endings) {
    this.parts = parts;
    this.operation = operation;
    this.endings = endings;
  }

  /**
   * What judging has cost.
   *
   * @param atOnce how many attachments were under way at the same time at most
   * @param again how many attempts came to no verdict
   * @param arriving most bytes of heap while attachments arrived
   * @param judging most bytes of heap while they were judged
   * @param live most bytes of that which were in use; 0 when nobody looked
   */
  record Costs(int atOnce, int again, long arriving, long judging, long live) {
    /** Reads what {@link #line} has written. */
    static Costs parse(String line) {
      String[] words = line.split(" ", -1);
      return new Costs(
          Integer.parseInt(words[0]),
          Integer.parseInt(words[1]),
          Long.parseLong(words[2]),
          Long.parseLong(words[3]),
          Long.parseLong(words[4]));
    }

    /** Writes it in five words. */
    String line() {
      return atOnce + " " + again + " " + arriving + " " + judging + " " + live;
    }
  }

  /** Begins a pass: grants so many forms, one after the other. */
  List<Form> grant(int count) {
    heap.reset();
    granted.clear();
    List<Form> forms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      UploadForm form = grant();
      forms.add(Form.of(form.id().quarantineKey(), form.post()));
      granted.add(form.id().quarantineKey());
    }
    return forms;
  }

  private UploadForm grant() {
    List<UploadItem> items = List.of(new UploadItem(Declaration.none(), true));
    return switch (parts.grantUploads().grant(items, SENDER)) {
      case GrantResult.Granted(var _, List<UploadForm> forms) -> forms.getFirst();
      case GrantResult.QuotaExceeded _, GrantResult.QuarantineFull _ ->
          throw new BenchmarkFailedException("a grant was refused");
    };
  }

  /** Takes note of an arrival that the store tells nobody of. */
  void arrived(ObjectKey key, VersionId version, DataSize size) {
    parts.arrivals().enqueue(key, version, size);
  }

  /**
   * Judges all that was granted, each by a worker of its own.
   *
   * @param collecting whether the heap is collected again and again meanwhile, so that what is in
   *     use becomes visible; that takes its time
   * @throws BenchmarkFailedException when that takes minutes
   */
  Costs judge(boolean collecting) {
    long arriving = heap.peak();
    heap.reset();
    Tally tally = new Tally(operation, granted.size());
    Thread collector = Thread.ofPlatform().daemon().unstarted(Sanitizer::collect);
    if (collecting) {
      collector.start();
    }
    try (WorkerPool workers =
        new WorkerPool(
            Set.of(tally),
            parts.queues().byName().values(),
            WorkerSettings.of(granted.size()),
            STOP_TIME,
            NoMetrics.INSTANCE)) {
      workers.start();
      tally.await();
    } finally {
      collector.interrupt();
    }
    return new Costs(tally.atOnce(), tally.again(), arriving, heap.peak(), heap.live());
  }

  private static void collect() {
    try {
      while (true) {
        long begun = System.nanoTime();
        System.gc();
        long took = (System.nanoTime() - begun) / 1_000_000;
        // Most of the time is for work, or whoever waits for an answer would give up.
        Thread.sleep(Math.max(LEAST_PAUSE_MILLIS, PAUSE_FACTOR * took));
      }
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells what became of each attachment of this pass. */
  List<Ended> ended() {
    return granted.stream().map(endings).toList();
  }

  /** Deletes what was made; that is no part of any figure. */
  void forget() {
    ended().forEach(one -> parts.attachments().deleteClean(one.clean()));
    granted.clear();
  }
}
